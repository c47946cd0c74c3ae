"""Months as calendars, in which every day tells how much there is of it."""

from calendar import Calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.dates import WEEKDAYS
from django.utils.translation import pgettext_lazy

# In the order of Python's own numbers of them.
_INITIALS = [
    pgettext_lazy("Monday, in one letter", "M"),
    pgettext_lazy("Tuesday, in one letter", "T"),
    pgettext_lazy("Wednesday, in one letter", "W"),
    pgettext_lazy("Thursday, in one letter", "T"),
    pgettext_lazy("Friday, in one letter", "F"),
    pgettext_lazy("Saturday, in one letter", "S"),
    pgettext_lazy("Sunday, in one letter", "S"),
]


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day, how many articles it has, and how much that is: 1 to 4, or 0 for none."""

    day: date
    count: int
    level: int
    address: str


@dataclass(frozen=True, slots=True)
class MonthCalendar:
    """A month in weeks; a week has an empty place for a day of another month."""

    first: date
    last: date
    count: int
    weeks: list[list[CalendarDay | None]]
    weekdays: list[tuple[Any, Any]]  # initial and name, in the language of the page


def month_calendar(
    first: date, counts: Mapping[date, int], level: Callable[[int], int]
) -> MonthCalendar:
    """The month that a day begins; of the counts, those of other months are left."""
    # To ask for the address of each day took a third of the time of a year's page. They
    # differ in their last part only, which is the day and a slash.
    beginning = reverse("articles:day_archive", args=[first]).removesuffix("01/")

    def place(day: date) -> CalendarDay | None:
        if day.month != first.month:
            return None
        count = counts.get(day, 0)
        return CalendarDay(day, count, level(count), f"{beginning}{day:%d}/")

    by_week = Calendar(settings.FIRST_WEEKDAY)
    weeks = by_week.monthdatescalendar(first.year, first.month)
    days = [[place(day) for day in week] for week in weeks]
    total = sum(day.count for week in days for day in week if day)
    weekdays = [(_INITIALS[day], WEEKDAYS[day]) for day in by_week.iterweekdays()]
    last = max(day for day in weeks[-1] if day.month == first.month)
    return MonthCalendar(first, last, total, days, weekdays)


def year_calendars(
    year: int, counts: Mapping[date, int], level: Callable[[int], int]
) -> list[MonthCalendar]:
    """The twelve months of a year."""
    firsts = [date(year, month, 1) for month in range(1, 13)]
    return [month_calendar(first, counts, level) for first in firsts]
