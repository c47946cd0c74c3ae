"""The articles found over time, as bars that lead to their own days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from articles.days import LAST_DAY
from articles.figures import written
from articles.queries.spans import describe_span
from articles.search import Bar, Histogram
from articles.search_addresses import Asked, first_day_in_short, last_day_in_short

HEIGHT = 72
MOST_YEARS = 30  # that have room for their names side by side on a large screen


@dataclass(frozen=True, slots=True)
class RulerBar:
    """A bar: its days in words and as an address has them, and how it is drawn."""

    days: str
    since: str
    until: str
    count: int
    address: str
    height: int
    label: str


def ruler(asked: Asked, histogram: Histogram) -> list[RulerBar]:
    """The bars, from the first to the last; none when there is nothing to compare."""
    drawn = zip(
        histogram.bars, histogram.heights(HEIGHT), _labels(histogram), strict=True
    )
    return [_bar(asked, histogram.unit, *bar) for bar in drawn]


def _bar(asked: Asked, unit: str, bar: Bar, height: int, label: str) -> RulerBar:
    first, last = _whole(asked, unit, bar)
    return RulerBar(
        describe_span(first, last),
        first_day_in_short(first),
        last_day_in_short(last),
        bar.count,
        asked.address(since=first, until=last),
        height,
        label,
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


def _labels(histogram: Histogram) -> Iterator[str]:
    """What stands under the bars; of many years, under every other one."""
    is_crowded = histogram.unit == "year" and len(histogram.bars) > MOST_YEARS
    for bar in histogram.bars:
        is_named = not (is_crowded and bar.first.year % 2)
        yield _label(histogram.unit, bar.first) if is_named else ""


def _label(unit: str, first: date) -> str:
    """A year for a January, a month for a first day: what a reader has to know."""
    if unit == "day":
        return written(first, "M" if first.day == 1 else "j")
    if unit == "month" and first.month > 1:
        return written(first, "M")
    return written(_begin(unit, first), "Y")
