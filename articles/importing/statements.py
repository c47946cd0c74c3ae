"""The SQL of the importer: a batch is copied into a table of its own, then compared.

COPY is PostgreSQL's fastest way in, and a table can be compared with the archive as a
whole (PostgreSQL manual, "Populating a Database"). In that table NULL stands for what a
record says nothing of; it neither counts as a change nor takes away what is stored.
"""

from articles.importing.incoming import CONTENT, stored_value
from articles.importing.numbering import NUMBER, NUMBER_ON_TRIAL

_DIFFERS = "coalesce(incoming.{0}, a.{0}) IS DISTINCT FROM a.{0}"
_COLUMNS = ", ".join(CONTENT)
_VALUES = ", ".join(map(stored_value, CONTENT))

# Importers store their batches one after the other: two with the same records or names
# in different orders would wait for each other. Readers and editors wait for neither.
LOCK = "SELECT pg_advisory_xact_lock('articles_article'::regclass::oid::bigint)"

# Keys are checked when a transaction ends, and then it is too late to try again: a
# label may have been deleted since it was looked up.
CHECK = "SET CONSTRAINTS ALL IMMEDIATE"


def _keep_originals(article: str, is_first: str, rows: str) -> str:
    """The records as they came; none where no ledger has an entry for the import."""
    return f"""
    INSERT INTO articles_original
        (article_id, batch_id, stored_at, is_first, place, format, sha256, packed)
    SELECT {article}, %(batch)s, now(), {is_first}, place, format, sha256, packed
    FROM {rows} WHERE %(batch)s::bigint IS NOT NULL AND packed IS NOT NULL
    """


# Of records of one article that stand in one batch, the first is stored. IN ... IS TRUE
# is looked up in a hash: a join of these, whose sizes the planner cannot know, it makes
# by comparing each with each, which took a third of the time of an import.
_STORE_NEW = f"""
WITH new AS (
    SELECT {{number}} AS id, only_once.*
    FROM (
        SELECT DISTINCT ON (identity) * FROM incoming
        WHERE article_id IS NULL AND NOT EXISTS (
            SELECT FROM articles_article WHERE identity = incoming.identity
        ) AND NOT EXISTS (
            SELECT FROM articles_article WHERE imported_as = incoming.identity
        )
        ORDER BY identity, position
    ) AS only_once
    ORDER BY position
), stored AS (
    INSERT INTO articles_article (
        id, {_COLUMNS}, state, withdrawn_reason, imported_at, updated_at, imported_as
    )
    SELECT id, {_VALUES},
        CASE WHEN headline IS NOT NULL AND published_on IS NOT NULL AND NOT is_draft
            THEN 'published' ELSE 'draft' END,
        '', now(), now(), identity
    FROM new ORDER BY position
    ON CONFLICT DO NOTHING  -- an editor added it meanwhile: compared below
    RETURNING id, state
), added AS (
    SELECT * FROM new WHERE (id IN (SELECT id FROM stored)) IS TRUE
), filed AS (
    INSERT INTO articles_article_categories (article_id, category_id)
    SELECT id, unnest(category_ids) FROM added
), kept AS (
    {_keep_originals("id", "true", "added")}
), taken_out AS (
    DELETE FROM incoming WHERE (position IN (SELECT position FROM added)) IS TRUE
)
SELECT count(*), count(*) FILTER (WHERE state = 'draft') FROM stored
"""
STORE_NEW = _STORE_NEW.format(number=NUMBER)
TRY_NEW = _STORE_NEW.format(number=NUMBER_ON_TRIAL)

# What would be stored although an article in public seems to be the same; those that
# the same trial stored are of its own transaction. The articles of a source and a day
# are read once, by the index of public ones, and looked up in a hash: a tenth of a
# second for ten thousand. Of batches whose days have many more, not all are looked at.
_MOST_LOOKED_AT = 50_000
COUNT_BESIDE = f"""
SELECT count(*) FROM incoming
WHERE article_id IS NULL AND source_url IS NULL
    AND (source_id, published_on, headline) IN (
        SELECT source_id, published_on, headline FROM articles_article
        WHERE state = 'published' AND imported_at < now()
            AND (source_id, published_on) IN (
                SELECT source_id, published_on FROM incoming
                WHERE source_url IS NULL
            )
        LIMIT {_MOST_LOOKED_AT}
    )
    AND NOT EXISTS (SELECT FROM articles_article WHERE identity = incoming.identity)
    AND NOT EXISTS (SELECT FROM articles_article WHERE imported_as = incoming.identity)
"""

# What was neither stored nor is there: its number was given away in the meantime.
COUNT_LOST = "SELECT count(*) FROM incoming WHERE article_id IS NULL"

FIND_STORED = """
UPDATE incoming SET article_id = coalesce(
    article_id,
    (SELECT id FROM articles_article WHERE identity = incoming.identity),
    (SELECT id FROM articles_article WHERE imported_as = incoming.identity)
)
"""

COMPARE = f"""
UPDATE incoming SET is_changed = (
    {" OR ".join(map(_DIFFERS.format, CONTENT))}
    OR (category_ids IS NOT NULL AND category_ids IS DISTINCT FROM (
        SELECT array_agg(category_id ORDER BY category_id)
        FROM articles_article_categories WHERE article_id = a.id
    ))
)
FROM articles_article AS a WHERE a.id = incoming.article_id
"""

COUNT_CHANGED = """
SELECT count(*) FILTER (WHERE NOT is_changed), count(*) FILTER (WHERE is_changed)
FROM incoming
"""

CHANGED_POSITIONS = "SELECT position FROM incoming WHERE is_changed ORDER BY position"

# A draft that lacked its headline or day is published once it has both; one that an
# editor made a draft stays one, and what was withdrawn is never brought back.
UPDATE_CHANGED = f"""
WITH updated AS (
    UPDATE articles_article AS a SET
        {", ".join(map("{0} = coalesce(i.{0}, a.{0})".format, CONTENT))},
        state = CASE
            WHEN a.state = 'draft' AND (a.headline = '' OR a.published_on IS NULL)
                AND coalesce(i.headline, a.headline) <> ''
                AND coalesce(i.published_on, a.published_on) IS NOT NULL
                AND NOT i.is_draft
            THEN 'published' ELSE a.state END,
        updated_at = now()
    FROM incoming AS i
    WHERE a.id = i.article_id AND i.is_changed AND a.state <> 'withdrawn'
        AND NOT i.is_hearsay
        AND NOT EXISTS (  -- the last word of a batch on an article counts
            SELECT FROM incoming AS later
            WHERE later.article_id = i.article_id AND later.position > i.position
                AND NOT later.is_hearsay
        )
    RETURNING a.id, i.category_ids, i.place, i.format, i.sha256, i.packed
), kept AS (
    {_keep_originals("id", "false", "updated")}
), unfiled AS (
    DELETE FROM articles_article_categories AS filed USING updated
    WHERE filed.article_id = updated.id AND updated.category_ids IS NOT NULL
        AND filed.category_id <> ALL (updated.category_ids)
), filed AS (
    INSERT INTO articles_article_categories (article_id, category_id)
    SELECT id, unnest(category_ids) FROM updated ON CONFLICT DO NOTHING
)
SELECT count(*) FROM updated
"""
