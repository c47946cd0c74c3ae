"""Pages of lists: by place in the order of days, or, for one day, by number.

A place is an article's day and number, as in `?before=2025-04-15.48190`. Such pages
cost the same at any depth, and show no article twice when new ones arrive.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.core.paginator import Paginator
from django.http import HttpRequest

from articles.models import Article
from articles.querysets import ArticleQuerySet

PAGE_SIZE = 20
# A day and a number, no longer than the key of an article can be.
_PLACE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.([0-9]{1,18})")


@dataclass(frozen=True, slots=True)
class Page:
    """Some articles of a list, newest first, and the places before and after them."""

    articles: list[Article]
    newer: str = ""
    older: str = ""


def paginate(request: HttpRequest, articles: ArticleQuerySet) -> Page:
    """The page that `?before=` or `?after=` asks for; the newest for anything else."""
    articles = articles.for_listing()
    if place := place_of(request.GET.get("after", "")):
        return _page_above(articles, *place)
    return _page_below(articles, place_of(request.GET.get("before", "")))


def _page_below(articles: ArticleQuerySet, place: tuple[date, int] | None) -> Page:
    below = articles.older_than(*place) if place else articles
    found = list(below.newest_first()[: PAGE_SIZE + 1])
    shown = found[:PAGE_SIZE]
    return Page(
        shown,
        newer=_mark(shown[0]) if place and shown else "",
        older=_mark(shown[-1]) if len(found) > PAGE_SIZE else "",
    )


def _page_above(articles: ArticleQuerySet, day: date, pk: int) -> Page:
    found = list(articles.newer_than(day, pk).oldest_first()[: PAGE_SIZE + 1])
    shown = found[:PAGE_SIZE][::-1]
    return Page(
        shown,
        newer=_mark(shown[0]) if len(found) > PAGE_SIZE else "",
        older=_mark(shown[-1]) if shown else "",
    )


def _mark(article: Article) -> str:
    return f"{article.published_on}.{article.pk}"


def place_of(mark: str) -> tuple[date, int] | None:
    """The place that an address names, if it is one."""
    if not (found := _PLACE.fullmatch(mark)):
        return None
    try:
        return date.fromisoformat(found[1]), int(found[2])
    except ValueError:
        return None


class CountedPaginator(Paginator):
    """Numbered pages of a list whose length is known, so that nobody counts it."""

    def __init__(self, articles: ArticleQuerySet, size: int, count: int) -> None:
        super().__init__(articles, size)
        self._count = count

    @cached_property
    def count(self) -> int:
        return self._count
