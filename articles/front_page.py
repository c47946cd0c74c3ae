"""The front page: the newest days that have articles, the first of them at length."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Self

from articles.models import Article
from articles.querysets import ArticleQuerySet

_DAYS = 3
_AT_LENGTH = 7  # a lead and six
_IN_BRIEF = 4


@dataclass(frozen=True, slots=True)
class FrontDay:
    """A day, how many articles it has, and the newest of them."""

    day: date
    count: int
    articles: list[Article]


@dataclass(frozen=True, slots=True)
class FrontPage:
    """Some days that follow each other, and whether there are earlier ones."""

    days: list[FrontDay]
    has_earlier: bool

    @classmethod
    def before(cls, mark: str) -> Self:
        """The newest days before a day as in "2025-04-18"; of all, if it is none."""
        articles = Article.objects.published()
        if day := _day(mark):
            articles = articles.filter(published_on__lt=day)
        found = list(articles.days()[: _DAYS + 1])
        days = [
            _front_day(row, _IN_BRIEF if place else _AT_LENGTH)
            for place, row in enumerate(found[:_DAYS])
        ]
        return cls(days, has_earlier=len(found) > _DAYS)


def _front_day(row: dict[str, Any], size: int) -> FrontDay:
    day, count = row["published_on"], row["count"]
    articles = Article.objects.published().on_day(day).newest_first().for_listing()
    return FrontDay(day, count, list(articles[:size]))


def _day(mark: str) -> date | None:
    try:
        return date.fromisoformat(mark)
    except ValueError:
        return None


def front_days(articles: ArticleQuerySet, size: int) -> list[FrontDay]:
    """Every day of some articles, the newest first, with the newest few of each day."""
    counts = {row["published_on"]: row["count"] for row in articles.days()}
    first = Article.objects.filter(pk__in=articles.first_of_each_day(size).values("pk"))
    by_day = groupby(first.newest_first().for_listing(), lambda a: a.published_on)
    return [FrontDay(day, counts.get(day, 0), list(some)) for day, some in by_day]
