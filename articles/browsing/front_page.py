"""The front page: the newest days that have articles, the first of them at length."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from articles.browsing.days import NewsDay, news_days
from articles.models import DayCount

_DAYS = 3
_AT_LENGTH = 7  # a lead and six
_IN_BRIEF = 4


@dataclass(frozen=True, slots=True)
class FrontPage:
    """Some days that follow each other, and whether there are earlier ones."""

    days: list[NewsDay]
    has_earlier: bool

    @classmethod
    def before(cls, mark: str) -> Self:
        """The newest days before a day as in "2025-04-18"; of all, if it is none."""
        counts = DayCount.objects.all()
        if day := _day(mark):
            counts = counts.filter(day__lt=day)
        found = counts.newest(_DAYS + 1)
        sizes = dict(zip(found, [_AT_LENGTH, *[_IN_BRIEF] * (_DAYS - 1)], strict=False))
        return cls(news_days(found, sizes), has_earlier=len(found) > _DAYS)


def _day(mark: str) -> date | None:
    try:
        return date.fromisoformat(mark)
    except ValueError:
        return None
