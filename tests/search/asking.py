"""Searches in tests: by what a reader types, answered with headlines."""

from datetime import date
from typing import Any

from articles.queries import parse
from articles.search import Search, SearchRequest, engine

TODAY = date(2025, 4, 20)


def request(text: str = "", **fields: Any) -> SearchRequest:
    return SearchRequest(query=parse(text, today=TODAY), **fields)


def search(text: str = "", **fields: Any) -> Search:
    return engine().search(request(text, **fields))


def found(text: str = "", **fields: Any) -> list[str]:
    """The headlines of the first page of hits, without marks."""
    hits = search(text, **fields).hits().hits
    return [hit.article.headline for hit in hits]
