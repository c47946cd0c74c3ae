"""The years of a category or a source as bars, each of which leads to its articles."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from articles.search import Bar
from articles.search.histograms import histogram

SPACE = 40  # in which a bar is drawn
_MOST_IN_A_ROW = 31  # that have room for their names side by side on a large screen


@dataclass(frozen=True, slots=True)
class YearBar:
    """A year, or years of a decade, and the place that its articles lie before."""

    first: date
    last: date
    count: int
    height: int
    before: str
    is_current: bool

    @property
    def top(self) -> int:
        return SPACE - self.height


@dataclass(frozen=True, slots=True)
class YearRuler:
    """Years, or decades where they are many."""

    unit: str
    bars: list[YearBar]

    @property
    def is_crowded(self) -> bool:
        return len(self.bars) > _MOST_IN_A_ROW


def year_ruler(months: Mapping[date, int], current: date | None) -> YearRuler | None:
    """All years from the first to the last; none where there is nothing to compare.

    `months` are counts by the first day of each, `current` is the day that the page
    begins with.
    """
    if not months or min(months).year == max(months).year:
        return None
    span = min(months).replace(month=1), max(months).replace(month=12, day=31)
    drawn = histogram(months, *span, finest="year")
    heights = drawn.heights(SPACE)
    return YearRuler(
        drawn.unit,
        [
            _bar(bar, height, span[1], current)
            for bar, height in zip(drawn.bars, heights, strict=True)
        ],
    )


def _bar(bar: Bar, height: int, last: date, current: date | None) -> YearBar:
    # The newest articles of all need no place to be named.
    before = f"{bar.last + timedelta(days=1)}.0" if bar.last < last else ""
    is_current = current is not None and bar.first <= current <= bar.last
    return YearBar(bar.first, bar.last, bar.count, height, before, is_current)
