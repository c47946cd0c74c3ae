"""The front page: the newest days that have articles, the first of them at length."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Self

from articles.browsing.days import NewsDay, news_days
from articles.models import DayCount

_DAYS = 3
_MOST_DAYS = 9
_ENOUGH = 9  # articles; with fewer, more days are shown
_AT_LENGTH = 7  # a lead and six
_IN_BRIEF = 4


@dataclass(frozen=True, slots=True)
class FrontPage:
    """Some days that follow each other, and whether there are others around them."""

    days: list[NewsDay]
    has_earlier: bool
    is_newest: bool

    @classmethod
    def before(cls, mark: str) -> Self:
        """The newest days before a day as in "2025-04-18"; of all, if it is none."""
        counts = DayCount.objects.all()
        day = _day(mark)
        if day:
            counts = counts.filter(day__lt=day)
        found = counts.newest(_MOST_DAYS + 1)
        sizes = _sizes(found)
        has_earlier = len(found) > len(sizes)
        return cls(news_days(found, sizes), has_earlier, is_newest=day is None)


def _sizes(counts: Mapping[date, int]) -> dict[date, int]:
    """How many articles are shown of each day, until they fill the page."""
    sizes: dict[date, int] = {}
    shown = 0
    for day, count in islice(counts.items(), _MOST_DAYS):
        if len(sizes) >= _DAYS and shown >= _ENOUGH:
            break
        sizes[day] = _IN_BRIEF if sizes else _AT_LENGTH
        shown += min(count, sizes[day])
    return sizes


def _day(mark: str) -> date | None:
    try:
        return date.fromisoformat(mark)
    except ValueError:
        return None
