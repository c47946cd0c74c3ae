"""Articles on the same matter: those that share the rarest words of a headline.

How much a word tells is how seldom it occurs (Karen Spärck Jones, "A statistical
interpretation of term specificity and its application in retrieval", 1972): here, in
how few headlines. To count these would be to look at all of them, so the first sixty
are looked at, and where they lie tells the rest: sixty in a tenth of the table are
about six hundred in all of it.
"""

from datetime import date, timedelta
from itertools import combinations
from math import log
from typing import Any, NamedTuple

from django.db.backends.utils import CursorWrapper

from articles.models import Article
from articles.search.postgres import keys

MOST = 6
_NEAR = timedelta(days=14)
# Of a headline as long as a page some words are weighed, and the rarest looked for.
_MOST_WORDS, _MOST_RARE = 20, 5
# So many articles, the nearest in time, are compared word by word.
_COMPARED = 100
# What shared words have to tell: that by chance less than one headline in a thousand
# has them, be it one rare word or several that are less so. Of one word alone, a small
# archive can never tell that.
_ENOUGH = log(1000)

# A word is a key in the index, as it is written in a tsquery; what no other headline
# has leads nowhere. Of a table that was never analyzed PostgreSQL says that it has -1
# rows; and in a small one nothing is frequent.
_WORDS = """
SELECT word, ln(1 + size.rows / greatest(1, CASE
        WHEN found.count < 60 THEN found.count
        ELSE found.count * greatest(1, size.pages / (1 + found.last_page))
    END)) AS weight
FROM (
    SELECT greatest(reltuples, 100)::float8, relpages::float8 FROM pg_class
    WHERE oid = 'articles_searchentry'::regclass
) AS size(rows, pages)
CROSS JOIN (
    SELECT array_to_tsvector(ARRAY[key])::text
    FROM unnest(archive_keys(%(mark)s, archive_vector(
        archive_config(%(language)s), %(headline)s
    ))) AS key LIMIT %(limit)s
) AS of_headline(word)
CROSS JOIN LATERAL (
    SELECT count(*), max((ctid::text::point)[0]) FROM (
        SELECT ctid FROM articles_searchentry WHERE vector @@ word::tsquery LIMIT 60
    ) AS first_ones
) AS found(count, last_page)
WHERE found.count > 1
ORDER BY weight DESC, word
"""

# The second half runs only where the first one has not enough. A vector is joined to
# nothing so that it is unpacked once, and not for each word that it is asked for.
_CANDIDATES = """
SELECT article_id, distance, vector || '' FROM (
    SELECT article_id, abs(day - %(day)s) AS distance, vector
    FROM articles_publicentry
    WHERE vector @@ %({query})s::tsquery AND language = %(language)s
        AND article_id <> %(pk)s AND {condition}
    ORDER BY distance, article_id LIMIT %(compared)s
) AS nearest
"""
_RELATED = """
WITH near(article_id, distance, vector) AS MATERIALIZED ({near}),
    far(article_id, distance, vector) AS MATERIALIZED ({far})
SELECT article_id FROM (
    SELECT *, false AS is_far FROM near UNION ALL SELECT *, true FROM far
) AS candidate
CROSS JOIN LATERAL (
    SELECT sum(weight) FROM unnest(%(words)s::tsquery[], %(weights)s::float8[])
        AS of_headline(word, weight)
    WHERE vector @@ word
) AS shared(weight)
ORDER BY is_far, shared.weight DESC, distance, article_id LIMIT %(most)s
"""
_IS_NEAR = "true"
_IS_FAR = """
(SELECT count(*) FROM near) < %(most)s AND day NOT BETWEEN %(first)s AND %(last)s
"""


class _Word(NamedTuple):
    """A word of the headline as a tsquery, and what it tells."""

    query: str
    weight: float


def related_to(cursor: CursorWrapper, article: Article, day: date) -> list[int]:
    """The keys of articles in public that share most: of these days first, then of any.

    In the article's own language.
    """
    words = _words(cursor, article)
    query = _any_that_tells_enough(words[:_MOST_RARE])
    if not query:
        return []
    first, last = _span(day)
    values: dict[str, Any] = {
        "near": keys.all_of([query, keys.days(first, last)]),
        "ever": query,
        "first": first,
        "last": last,
        "day": day,
        "language": article.language,
        "pk": article.pk,
        "words": [word.query for word in words],
        "weights": [word.weight for word in words],
        "compared": _COMPARED,
        "most": MOST,
    }
    near = _CANDIDATES.format(query="near", condition=_IS_NEAR)
    far = _CANDIDATES.format(query="ever", condition=_IS_FAR)
    cursor.execute(_RELATED.format(near=near, far=far), values)
    return [pk for (pk,) in cursor.fetchall()]


def _words(cursor: CursorWrapper, article: Article) -> list[_Word]:
    """The words that other headlines have too, the rarest first."""
    values: dict[str, Any] = {
        "mark": keys.HEADLINE,
        "language": article.language,
        "headline": article.headline,
        "limit": _MOST_WORDS,
    }
    cursor.execute(_WORDS, values)
    return [_Word(*row) for row in cursor.fetchall()]


def _any_that_tells_enough(words: list[_Word]) -> str:
    """The query for any of the words that are enough together, and no more of them."""
    enough: list[set[_Word]] = []
    for size in range(1, len(words) + 1):
        for some in map(set, combinations(words, size)):
            is_known = any(fewer <= some for fewer in enough)
            if not is_known and sum(w.weight for w in some) >= _ENOUGH:
                enough.append(some)
    return keys.any_of(keys.all_of(w.query for w in some) for some in enough)


def _span(day: date) -> tuple[date, date]:
    """Two weeks before a day and two after it, as far as there are such days."""
    first = day - _NEAR if day - date.min > _NEAR else date.min
    last = day + _NEAR if date.max - day > _NEAR else date.max
    return first, last
