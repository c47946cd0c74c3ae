"""Time as navigation: bars for years, decades or days, each of which leads there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse

from articles.models import Category, Source
from articles.periods import Period
from articles.search import Bar, Histogram, Place
from articles.search.histograms import histogram

SPACE = 40  # in which a bar is drawn
MOST_IN_A_ROW = 31  # bars, whose labels have room side by side on a large screen


@dataclass(frozen=True, slots=True)
class TimeBar:
    """A bar, and the address of what it stands for; none where there is nothing."""

    first: date
    last: date
    count: int
    height: int
    address: str
    is_current: bool


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

    def address(bar: Bar) -> str:
        return reverse("articles:day_archive", args=[bar.first])

    return _ruler(histogram(counts, month.first, month.last), address, current)


def label_ruler(
    label: Category | Source, months: Mapping[date, int], current: date | None
) -> TimeRuler | None:
    """The years of a label, or their decades, each of which leads to its articles.

    None where there is nothing to compare. `months` are counts by the first day of
    each, `current` is the day that the page begins with.
    """
    if not months or min(months).year == max(months).year:
        return None
    first, last = min(months).replace(month=1), max(months).replace(month=12, day=31)

    def address(bar: Bar) -> str:
        if bar.last == last:  # the newest articles of all need no place to be named
            return label.get_absolute_url()
        return f"?before={Place(bar.last + timedelta(days=1), 0)}"

    return _ruler(histogram(months, first, last, finest="year"), address, current)


def _of_years(
    years: Mapping[int, int], first: int, last: int, current: int
) -> TimeRuler:
    """Some years, or their decades, each of which leads to its newest with articles."""

    def address(bar: Bar) -> str:
        newest = max(year for year in years if bar.first.year <= year <= bar.last.year)
        return reverse("articles:year_archive", args=[newest])

    counts = {date(year, 1, 1): count for year, count in years.items()}
    span = date(first, 1, 1), date(last, 12, 31)
    drawn = histogram(counts, *span, finest="year")
    return _ruler(drawn, address, date(current, 1, 1))


def _ruler(
    drawn: Histogram, address: Callable[[Bar], str], current: date | None
) -> TimeRuler:
    bars = [
        TimeBar(
            bar.first,
            bar.last,
            bar.count,
            height,
            address(bar) if bar.count else "",
            current is not None and bar.first <= current <= bar.last,
        )
        for bar, height in zip(drawn.bars, drawn.heights(SPACE), strict=True)
    ]
    return TimeRuler(drawn.unit, bars)
