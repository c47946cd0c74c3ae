"""The three orders of hits that are compared: the archive's own, and two plain ones."""

from collections.abc import Callable
from hashlib import md5

from django.db import connection
from django.utils import timezone

from articles.models import Article
from articles.queries import parse
from articles.search import SearchRequest, Sort, engine
from articles.search.postgres.prepared import prepare

DEPTH = 10

# What most archives do: all matches, by ts_rank and nothing else.
_PLAIN = """
SELECT article_id FROM articles_searchentry
WHERE vector @@ %(query)s::tsquery AND day IS NOT NULL
ORDER BY ts_rank(vector, %(words)s::tsquery) DESC, article_id DESC LIMIT %(depth)s
"""


def best(text: str) -> list[int]:
    """Best match, as the search page has it."""
    return _hits(text, Sort.BEST)


def newest(text: str) -> list[int]:
    """Plain recency."""
    return _hits(text, Sort.NEWEST)


def plain(text: str) -> list[int]:
    """Plain ts_rank."""
    search = prepare(_request(text, Sort.BEST))
    values = {
        "query": search.query(),
        "words": search.words_query(),
        "depth": DEPTH,
    }
    with connection.cursor() as cursor:
        cursor.execute(_PLAIN, values)
        return [pk for (pk,) in cursor.fetchall()]


RANKINGS: dict[str, Callable[[str], list[int]]] = {
    "best match": best,
    "ts_rank": plain,
    "recency": newest,
}


def name_of(article: Article) -> str:
    """What judgements know an article by: it says nothing, and is always the same."""
    text = f"{article.source_url} {article.published_on} {article.headline}"
    return md5(text.encode(), usedforsecurity=False).hexdigest()


def _hits(text: str, sort: Sort) -> list[int]:
    hits = engine().search(_request(text, sort)).hits().hits
    return [hit.article.pk for hit in hits[:DEPTH]]


def _request(text: str, sort: Sort) -> SearchRequest:
    return SearchRequest(query=parse(text, today=timezone.localdate()), sort=sort)
