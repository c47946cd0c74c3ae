"""A year, a month or a day of the archive, and the ways on from it."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from articles.models import Article, DayCount
from articles.querysets import ArticleQuerySet


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both ends included."""

    first: date
    last: date

    @classmethod
    def of_year(cls, year: int) -> Self:
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def of_month(cls, year: int, month: int) -> Self:
        days = calendar.monthrange(year, month)[1]
        return cls(date(year, month, 1), date(year, month, days))

    @classmethod
    def of_month_of(cls, day: date) -> Self:
        return cls.of_month(day.year, day.month)

    @classmethod
    def of_day(cls, day: date) -> Self:
        return cls(day, day)

    def counts(self) -> dict[date, int]:
        """How many articles each of its days has, the first day first."""
        return DayCount.objects.between(self.first, self.last).by_day()

    def articles(self) -> ArticleQuerySet:
        """What was published in it, for readers."""
        return Article.objects.published().published_between(self.first, self.last)

    def earlier(self, known: Iterable[date] = ()) -> date | None:
        """The nearest day before it that has an article.

        `known` are all days with articles of a span around it, if they were read
        before: what they tell needs no query.
        """
        near = max((day for day in known if day < self.first), default=None)
        return near or DayCount.objects.filter(day__lt=self.first).last_day()

    def later(self, known: Iterable[date] = ()) -> date | None:
        """The nearest day after it that has an article, likewise."""
        near = min((day for day in known if day > self.last), default=None)
        return near or DayCount.objects.filter(day__gt=self.last).first_day()
