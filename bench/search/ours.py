"""The search of this archive: each part by way of the engine, as a page asks for it."""

from typing import Any

from articles.queries import parse
from articles.search import (
    Choice,
    Count,
    Counts,
    FacetName,
    Hits,
    Place,
    SearchRequest,
    Sort,
    Suggestion,
    engine,
)
from bench.search.queries import BenchQuery
from bench.search.texts import LAST_DAY


def newest(query: BenchQuery) -> Hits:
    return engine().search(_request(query)).hits()


def best(query: BenchQuery) -> Hits:
    return engine().search(_request(query, sort=Sort.BEST)).hits()


def count(query: BenchQuery) -> Count:
    """As the page does at once: exact up to a limit."""
    return engine().search(_request(query)).count()


def facets(query: BenchQuery) -> Counts:
    """With the histogram and the exact count, which come after the page."""
    return engine().search(_request(query)).counts()


def deep(query: BenchQuery, place: Place) -> Hits:
    return engine().search(_request(query, before=place)).hits()


def suggestions(text: str) -> list[Suggestion]:
    return engine().suggestions(text)


def _request(query: BenchQuery, **wanted: Any) -> SearchRequest:
    chosen: dict[FacetName, str] = {
        "category": query.category,
        "language": query.language,
        "source": query.source,
    }
    return SearchRequest(
        query=parse(query.text, today=LAST_DAY),
        since=query.since,
        until=query.until,
        choices={name: Choice(included=(of,)) for name, of in chosen.items() if of},
        **wanted,
    )
