"""The SQL of taking an import back: what it touched, and how that was before."""

from articles.importing.edits import edited_since
from articles.models.versions import FIELDS

_COLUMNS = ["source_id" if name == "source" else name for name in FIELDS]
_NAMES = ", ".join(_COLUMNS)
# A label that was merged since is the one that it was merged into.
_NOW = """
coalesce((
    SELECT {0}_id FROM articles_labelmove
    WHERE kind = '{0}' AND happened = 'merged' AND old_key = {1}
), {1})
"""
_SOURCE = _NOW.format("source", "version.source_id")
_CATEGORY = _NOW.format("category", "done_first.category_id")
_OLD_VALUES = ", ".join(
    _SOURCE if column == "source_id" else f"version.{column}" for column in _COLUMNS
)

# What the import did, told by the versions and filings whose context names it. Of an
# article that it updated twice, the version before the first time counts.
_FIND_CONTEXTS = """
CREATE TEMPORARY TABLE undone_context ON COMMIT DROP AS
SELECT id FROM pghistory_context
WHERE metadata @> jsonb_build_object('batch', %(batch)s)
"""
_FIND_ARTICLES = f"""
CREATE TEMPORARY TABLE undone ON COMMIT DROP AS
SELECT article_id, is_new, version_id,
    ({edited_since("touched.article_id", "since", batch="%(batch)s")}) AS is_edited
FROM (
    SELECT article_id, min(stored_at) AS since, bool_or(is_first) AS is_new
    FROM articles_original WHERE batch_id = %(batch)s GROUP BY article_id
) AS touched
LEFT JOIN (
    SELECT pgh_obj_id AS article_id, min(pgh_id) AS version_id
    FROM articles_articleversion JOIN undone_context ON id = pgh_context_id
    WHERE pgh_label = 'replaced' GROUP BY pgh_obj_id
) AS replaced USING (article_id)
"""
# What an article was before may be what another one is now.
_LEAVE_TWINS = f"""
UPDATE undone SET is_edited = true
FROM articles_articleversion AS version, articles_article AS other
WHERE version.pgh_id = version_id AND NOT is_new AND other.id <> undone.article_id
    AND other.identity = article_identity(
        version.source_url, {_SOURCE}, version.published_on,
        version.headline, version.body
    )
"""
# A source that was deleted since cannot be given back.
_LEAVE_ORPHANS = f"""
UPDATE undone SET is_edited = true
FROM articles_articleversion AS version
WHERE version.pgh_id = version_id AND NOT is_new AND source_id IS NOT NULL
    AND NOT EXISTS (SELECT FROM articles_source WHERE id = {_SOURCE})
"""
# From now on nobody edits what is looked at.
HOLD = """
SELECT count(*) FROM (
    SELECT FROM articles_article WHERE id IN (
        SELECT article_id FROM articles_original WHERE batch_id = %(batch)s
    ) ORDER BY id FOR UPDATE
) AS held
"""
_ADDED = "SELECT article_id FROM undone WHERE is_new AND NOT is_edited"
_UPDATED = "SELECT article_id FROM undone WHERE NOT is_new AND NOT is_edited"
# Foreign keys look each row up in the way that was best for what was last counted: in a
# table that was empty then, by reading all of it. What nobody has counted the planner
# guesses at, and went through 750,000 rows for each row of another table.
REFRESH = """
ANALYZE undone, articles_searchentry, articles_article_categories, articles_original
"""
REMOVE = [
    # First, or each entry would be made anew without categories before it goes.
    f"DELETE FROM articles_searchentry WHERE article_id IN ({_ADDED})",
    f"DELETE FROM articles_article_categories WHERE article_id IN ({_ADDED})",
    f"DELETE FROM articles_original WHERE article_id IN ({_ADDED})",
    f"DELETE FROM articles_setaside WHERE article_id IN ({_ADDED})",
    f"DELETE FROM articles_article WHERE id IN ({_ADDED})",
]
# How articles that it filed otherwise were filed before: under what they were first
# taken out of since, and under what they are with nothing done since.
_FILED_BEFORE = f"""
filed_otherwise AS (
    SELECT article_id, min(pgh_id) AS since FROM articles_filingversion
    JOIN undone_context AS context ON context.id = pgh_context_id
    WHERE article_id IN ({_UPDATED}) GROUP BY article_id
), done_first AS (
    SELECT DISTINCT ON (article_id, category_id) article_id, category_id, pgh_label
    FROM articles_filingversion JOIN filed_otherwise USING (article_id)
    WHERE pgh_id >= since ORDER BY article_id, category_id, pgh_id
), filed_before AS (
    SELECT article_id, {_CATEGORY} AS category_id
    FROM done_first WHERE pgh_label = 'unfiled'
    UNION
    SELECT article_id, category_id FROM articles_article_categories AS filed
    JOIN filed_otherwise USING (article_id)
    WHERE NOT EXISTS (
        SELECT FROM done_first
        WHERE (article_id, category_id) = (filed.article_id, filed.category_id)
    )
)
"""
RESTORE = [
    f"""
    UPDATE articles_article AS article
    SET ({_NAMES}) = ROW({_OLD_VALUES}), updated_at = now()
    FROM undone JOIN articles_articleversion AS version ON pgh_id = version_id
    WHERE article.id = undone.article_id AND NOT is_new AND NOT is_edited
    """,
    f"""
    WITH {_FILED_BEFORE}, unfiled AS (
        DELETE FROM articles_article_categories
        WHERE article_id IN (SELECT article_id FROM filed_otherwise)
            AND (article_id, category_id) NOT IN (SELECT * FROM filed_before)
    )
    INSERT INTO articles_article_categories (article_id, category_id)
    SELECT article_id, category_id FROM filed_before
    WHERE EXISTS (SELECT FROM articles_category WHERE id = category_id)
    ON CONFLICT DO NOTHING
    """,
    f"""
    DELETE FROM articles_original
    WHERE batch_id = %(batch)s AND article_id IN ({_UPDATED})
    """,
]
_COUNT = """
SELECT count(*) FILTER (WHERE is_new AND NOT is_edited),
    count(*) FILTER (WHERE NOT is_new AND NOT is_edited),
    count(*) FILTER (WHERE is_edited)
FROM undone
"""
LOOK = [_FIND_CONTEXTS, _FIND_ARTICLES, _LEAVE_TWINS, _LEAVE_ORPHANS, _COUNT]
