"""The articles found over time, as bars that lead to their own days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format

from articles.days import LAST_DAY
from articles.queries.spans import describe_span
from articles.search import Bar, Histogram
from articles.search_addresses import Asked, first_day_in_short, last_day_in_short

HEIGHT = 72
# How many labels have room under the bars of a small screen, and of a large one.
FEW, MANY = 8, 30

# Which bars have a label: every so many years, months of the year, or days.
_STEPS = {
    "decade": (10, 20, 50, 100, 200),
    "year": (1, 2, 5, 10),
    "month": (1, 3, 6, 12),
    "day": (1, 7),
}
_LAST_ORDINALS = {7: 21}  # the 29th stands too near to the next month


@dataclass(frozen=True, slots=True)
class RulerBar:
    """A bar: its days in words and as an address has them, and how it is drawn.

    `label` is empty where there is no room for one; `is_for_wide` says that small
    screens have none for this one.
    """

    days: str
    since: str
    until: str
    count: int
    address: str
    height: int
    label: str
    is_for_wide: bool

    @property
    def top(self) -> int:
        return HEIGHT - self.height


def ruler(asked: Asked, histogram: Histogram) -> list[RulerBar]:
    """The bars, from the first to the last; none when there is nothing to compare."""
    highest = max((bar.count for bar in histogram.bars), default=0)
    few, many = (_labelled(histogram, most) for most in (FEW, MANY))
    return [
        _bar(asked, histogram.unit, bar, highest, (number in few, number in many))
        for number, bar in enumerate(histogram.bars)
    ]


def _bar(
    asked: Asked, unit: str, bar: Bar, highest: int, shown: tuple[bool, bool]
) -> RulerBar:
    first, last = _whole(asked, unit, bar)
    is_for_all, is_for_wide = shown
    return RulerBar(
        describe_span(first, last),
        first_day_in_short(first),
        last_day_in_short(last),
        bar.count,
        asked.address(since=first, until=last),
        -(-bar.count * HEIGHT // highest) if highest else 0,
        _label(unit, bar.first) if is_for_all or is_for_wide else "",
        not is_for_all,
    )


def _whole(asked: Asked, unit: str, bar: Bar) -> tuple[date, date]:
    """The bar's days, in whole years or months unless the search itself cuts them."""
    since, until = asked.request.days()
    first = _begin(unit, bar.first)
    end = _end(unit, bar.last)
    return max(first, since or first), min(end, until or end)


def _begin(unit: str, day: date) -> date:
    match unit:
        case "day":
            return day
        case "month":
            return day.replace(day=1)
        case "year":
            return date(day.year, 1, 1)
    return date(day.year // 10 * 10, 1, 1)


def _end(unit: str, day: date) -> date:
    begin = _begin(unit, day)
    longest = {"day": 1, "month": 31, "year": 366, "decade": 3660}[unit]
    next_one = _begin(unit, begin + timedelta(days=longest))
    return min(next_one - timedelta(days=1), LAST_DAY)


def _labelled(histogram: Histogram, most: int) -> set[int]:
    """The numbers of the bars that have a label, when so many have room."""
    for step in _STEPS[histogram.unit]:
        places = set(_places(histogram, step))
        if len(places) <= most:
            break
    return places


def _places(histogram: Histogram, step: int) -> Iterator[int]:
    for number, bar in enumerate(histogram.bars):
        ordinal = _ordinal(histogram.unit, bar.first)
        if ordinal % step == 0 and ordinal <= _LAST_ORDINALS.get(step, ordinal):
            yield number


def _ordinal(unit: str, day: date) -> int:
    """The year, or the number of the month or the day, counted from nought."""
    if unit == "day":
        return day.day - 1
    return day.month - 1 if unit == "month" else _begin(unit, day).year


def _label(unit: str, first: date) -> str:
    """A year for a January, a month for a first day: what a reader has to know."""
    if unit == "day":
        return date_format(first, "M" if first.day == 1 else "j")
    if unit == "month" and first.month > 1:
        return date_format(first, "M")
    return date_format(_begin(unit, first), "Y")
