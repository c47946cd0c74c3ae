"""Pages of a category or a source, by place in the order of days.

A place is an article's day and number, as in `?before=2025-04-15.48190`. Such pages
cost the same at any depth, and show no article twice when new ones arrive.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.core import paginator
from django.http import HttpRequest

from articles.models import Article, Category, Source
from articles.querysets import ArticleQuerySet
from articles.search import Place, engine

PAGE_SIZE = 20
# A day and a number, no longer than the key of an article can be.
_PLACE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.([0-9]{1,18})")


@dataclass(frozen=True, slots=True)
class Page:
    """Some articles of a list, newest first, and the places before and after them."""

    articles: list[Article]
    newer: str = ""
    older: str = ""


def paginate(
    request: HttpRequest, label: Category | Source, months: Mapping[date, int]
) -> Page:
    """The page that `?before=` or `?after=` asks for; the newest for anything else.

    `months` are the counts of the label, by the first day of each month.
    """
    after = place_of(request.GET.get("after", ""))
    beyond = after or place_of(request.GET.get("before", ""))
    goes_back = after is None
    found = engine().places_of(
        label, months, PAGE_SIZE + 1, beyond, is_backwards=goes_back
    )
    shown = sorted(found[:PAGE_SIZE], reverse=True)
    if not shown:
        return Page([])
    goes_on, came_from = len(found) > PAGE_SIZE, beyond is not None
    has_older, has_newer = (goes_on, came_from) if goes_back else (came_from, goes_on)
    return Page(
        _articles(shown),
        newer=str(shown[0]) if has_newer else "",
        older=str(shown[-1]) if has_older else "",
    )


def _articles(shown: list[Place]) -> list[Article]:
    """What stands there, unless it was withdrawn since the places were looked up."""
    articles = Article.objects.published().filter(pk__in=[place.pk for place in shown])
    return list(articles.newest_first().for_listing())


def place_of(mark: str) -> Place | None:
    """The place that an address names, if it is one."""
    if not (found := _PLACE.fullmatch(mark)):
        return None
    try:
        return Place(date.fromisoformat(found[1]), int(found[2]))
    except ValueError:
        return None


class CountedPaginator(paginator.Paginator):
    """Numbered pages of a list whose length is known, so that nobody counts it.

    Its pages are newest first and ready for a list. Their keys are found first: else
    the text of every article that is sorted would be read, and not of those shown only.
    """

    def __init__(self, articles: ArticleQuerySet, size: int, count: int) -> None:
        super().__init__(articles, size)
        self._count = count

    @cached_property
    def count(self) -> int:
        return self._count

    def page(self, number: int | str) -> paginator.Page:
        page = super().page(number)
        found: Any = page.object_list  # of whose kind the stubs know nothing
        shown = Article.objects.filter(pk__in=found.values("pk"))
        page.object_list = shown.newest_first().for_listing()
        return page
