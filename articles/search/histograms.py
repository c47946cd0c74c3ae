"""Days with counts as bars: few enough to see, and none left out."""

import calendar
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from articles.search.answer import Bar, Histogram, Unit

MOST_BARS = 60


def histogram(
    counts: Mapping[date, int], first: date, last: date, *, finest: Unit = "day"
) -> Histogram:
    """The counts between two days, both included, in the finest unit that fits.

    Days within two months, months within three years, years within sixty, else decades;
    if there are too many of those, the first bar holds the oldest together.
    `finest` is for counts that are of months or years themselves, by their first days.
    """
    unit = max(_unit(first, last), finest, key=[*_LAST_DAYS].index)
    spans = list(_spans(first, last, _LAST_DAYS[unit]))
    if len(spans) > MOST_BARS:
        spans[: 1 - MOST_BARS] = [(spans[0][0], spans[-MOST_BARS][1])]
    return Histogram(unit, list(_bars(counts, spans)))


def _unit(first: date, last: date) -> Unit:
    if (last - first).days < MOST_BARS:
        return "day"
    if _months(last) - _months(first) < 36:
        return "month"
    return "year" if last.year - first.year < MOST_BARS else "decade"


def _months(day: date) -> int:
    return day.year * 12 + day.month


def _last_of_month(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


_LAST_DAYS: dict[Unit, Callable[[date], date]] = {
    "day": lambda day: day,
    "month": _last_of_month,
    "year": lambda day: date(day.year, 12, 31),
    "decade": lambda day: date(day.year // 10 * 10 + 9, 12, 31),
}


def _spans(
    first: date, last: date, last_of_unit: Callable[[date], date]
) -> Iterator[tuple[date, date]]:
    while first <= last:
        end = min(last_of_unit(first), last)
        yield first, end
        first = end + timedelta(days=1)


def _bars(counts: Mapping[date, int], spans: list[tuple[date, date]]) -> Iterator[Bar]:
    days = sorted(counts)
    place = 0
    for first, last in spans:
        count = 0
        while place < len(days) and days[place] <= last:
            count += counts[days[place]] if days[place] >= first else 0
            place += 1
        yield Bar(first, last, count)
