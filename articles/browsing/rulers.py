"""Time as navigation: bars for years, decades or days, each of which leads there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from articles.periods import Period
from articles.search import Bar, Histogram
from articles.search.histograms import histogram

SPACE = 40  # in which a bar is drawn
MOST_IN_A_ROW = 31  # bars, whose labels have room side by side on a large screen


@dataclass(frozen=True, slots=True)
class TimeBar:
    """A bar; it leads to a day, or to the year of a day."""

    first: date
    last: date
    count: int
    height: int
    leads_to: date
    is_current: bool

    @property
    def top(self) -> int:
        return SPACE - self.height


@dataclass(frozen=True, slots=True)
class TimeRuler:
    """Bars of one unit, from the first to the last."""

    unit: str
    bars: list[TimeBar]

    @property
    def is_crowded(self) -> bool:
        return len(self.bars) > MOST_IN_A_ROW


def year_rulers(years: Mapping[int, int], current: int) -> list[TimeRuler]:
    """The years of an archive; beyond sixty its decades, then the current one's years.

    None where there is one year only, and so nothing to compare.
    """
    if len(years) < 2:
        return []
    whole = _of_years(years, min(years), max(years), current)
    if whole.unit == "year":
        return [whole]
    begin = current // 10 * 10
    if years.keys().isdisjoint(range(begin, begin + 10)):
        return [whole]
    return [whole, _of_years(years, begin, begin + 9, current)]


def day_ruler(
    counts: Mapping[date, int], month: Period, current: date | None = None
) -> TimeRuler | None:
    """The days of a month; none where it has no articles."""
    if not counts:
        return None
    return _ruler(histogram(counts, month.first, month.last), counts, current)


def _of_years(
    years: Mapping[int, int], first: int, last: int, current: int
) -> TimeRuler:
    counts = {date(year, 1, 1): count for year, count in years.items()}
    span = date(first, 1, 1), date(last, 12, 31)
    drawn = histogram(counts, *span, finest="year")
    return _ruler(drawn, counts, date(current, 1, 1))


def _ruler(
    drawn: Histogram, counts: Mapping[date, int], current: date | None
) -> TimeRuler:
    bars = [
        _bar(bar, height, counts, current)
        for bar, height in zip(drawn.bars, drawn.heights(SPACE), strict=True)
    ]
    return TimeRuler(drawn.unit, bars)


def _bar(
    bar: Bar, height: int, counts: Mapping[date, int], current: date | None
) -> TimeBar:
    newest = max((day for day in counts if bar.first <= day <= bar.last), default=None)
    return TimeBar(
        bar.first,
        bar.last,
        bar.count,
        height,
        newest or bar.first,
        current is not None and bar.first <= current <= bar.last,
    )
