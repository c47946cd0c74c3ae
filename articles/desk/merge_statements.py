"""The SQL of merging: articles move from labels to another, each kind in its own way.

A statement moves them all. The search entries are changed along with them, in the same
statement: the triggers that make entries anew then find nothing to do, and no text is
read again.
"""

# Who writes an article meanwhile waits. In the order of keys, as everywhere.
HOLD = {
    "category": """
    SELECT FROM articles_article WHERE id IN (
        SELECT article_id FROM articles_article_categories
        WHERE category_id = ANY (%(old)s)
    ) ORDER BY id FOR NO KEY UPDATE
    """,
    "source": """
    SELECT FROM articles_article WHERE source_id = ANY (%(old)s)
    ORDER BY id FOR NO KEY UPDATE
    """,
}

_KEYS = "ARRAY(SELECT '={0}' || id FROM unnest(%(old)s::bigint[]) AS id)"
_MOVE_FILINGS = f"""
WITH unfiled AS (
    DELETE FROM articles_article_categories WHERE category_id = ANY (%(old)s)
    RETURNING article_id
), moved AS (
    SELECT DISTINCT article_id FROM unfiled
), filed AS (
    INSERT INTO articles_article_categories (article_id, category_id)
    SELECT article_id, %(into)s FROM moved ORDER BY article_id
    ON CONFLICT DO NOTHING
)
UPDATE articles_searchentry AS entry SET
    category_ids = ARRAY(
        SELECT DISTINCT CASE WHEN id = ANY (%(old)s) THEN %(into)s ELSE id END
        FROM unnest(category_ids) AS id ORDER BY 1
    ),
    vector = ts_delete(vector, {_KEYS.format("c")})
        || array_to_tsvector(ARRAY['=c' || %(into)s::bigint])
FROM moved WHERE entry.article_id = moved.article_id
"""

# What an article was imported as has its old source in it, unless it has an address. It
# is made anew of what was stored first, or an import would store a corrected one again.
_FIRST_VALUES = """
SELECT id, article_identity(
    source_url, %(into)s, published_on, headline, body
) AS identity
FROM (
    SELECT DISTINCT ON (a.id) a.id, a.imported_as, was.*
    FROM articles_article AS a CROSS JOIN LATERAL (
        SELECT source_url, source_id, published_on, headline, body
        FROM articles_articleversion WHERE pgh_obj_id = a.id
        UNION ALL SELECT a.source_url, a.source_id, a.published_on, a.headline, a.body
    ) AS was
    WHERE a.source_id = ANY (%(old)s) AND a.imported_as IS NOT NULL
        AND was.source_url = '' AND a.imported_as = article_identity(
            was.source_url, was.source_id, was.published_on, was.headline, was.body
        )
) AS first
"""
_RECOGNISE = f"""
WITH first AS ({_FIRST_VALUES})
UPDATE articles_article AS article SET imported_as = first.identity
FROM first WHERE article.id = first.id
    AND NOT EXISTS (SELECT FROM articles_article WHERE imported_as = first.identity)
    AND NOT EXISTS (
        SELECT FROM first AS other
        WHERE other.identity = first.identity AND other.id < first.id
    )
"""
_MOVE_ARTICLES = f"""
WITH moved AS (
    UPDATE articles_article SET source_id = %(into)s, updated_at = now()
    WHERE source_id = ANY (%(old)s) RETURNING id
)
UPDATE articles_searchentry AS entry SET
    source_id = %(into)s,
    vector = ts_delete(vector, {_KEYS.format("s")})
        || array_to_tsvector(ARRAY['=s' || %(into)s::bigint])
FROM moved WHERE entry.article_id = moved.id
"""
MOVE = {"category": [_MOVE_FILINGS], "source": [_RECOGNISE, _MOVE_ARTICLES]}

COUNT = {
    "category": """
    SELECT category_id, count(*) FROM articles_article_categories
    WHERE category_id = ANY (%(all)s) GROUP BY category_id
    """,
    "source": """
    SELECT source_id, count(*) FROM articles_article
    WHERE source_id = ANY (%(all)s) GROUP BY source_id
    """,
}
COUNT_SHARED = """
SELECT count(*) FROM (
    SELECT FROM articles_article_categories WHERE category_id = ANY (%(all)s)
    GROUP BY article_id HAVING count(*) > 1
) AS shared
"""

# Without an address, an article is recognised by its source among other things: two of
# the same day and text, one of each source, would be one and the same afterwards.
# They may be as many as articles are: the first are named, and how many there are.
_NAMED_CONFLICTS = 20
CONFLICTS = f"""
WITH coming AS MATERIALIZED (
    SELECT id, article_identity('', %(into)s, published_on, headline, body) AS identity
    FROM articles_article WHERE source_id = ANY (%(old)s) AND source_url = ''
)
SELECT one, other, count(*) OVER () FROM (
    SELECT coming.id, there.id FROM coming
    JOIN articles_article AS there ON there.identity = coming.identity
    WHERE there.source_id = %(into)s
    UNION ALL
    SELECT coming.id, first_id FROM (
        SELECT id, min(id) OVER (PARTITION BY identity) AS first_id FROM coming
    ) AS coming WHERE id <> first_id
) AS conflict (one, other)
ORDER BY one, other LIMIT {_NAMED_CONFLICTS}
"""
