"""What the page says of all that match, be it here or at another address."""

from dataclasses import dataclass, field

from articles.results.filters import Choosables, choosables
from articles.results.ruler import RulerBar, ruler
from articles.search import Count, Search, SearchTooCostlyError
from articles.search_addresses import Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """How many match, by what and when.

    `count` is missing when even a first count took too long. What could take long is
    at `address` instead, and the bars are those that will be counted; `is_costly` says
    that it was tried here, and took too long.
    """

    count: Count | None
    facets: list[Choosables] = field(default_factory=list)
    bars: list[RulerBar] = field(default_factory=list)
    address: str = ""
    is_costly: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether nothing was left out for want of time."""
        return self.count is not None and not self.is_costly


def counting(asked: Asked, search: Search) -> Counting:
    """All of it where that is cheap, and else where it can be had."""
    count = _count(search)
    if count and not count.value:
        return Counting(count=count)
    if count and count.is_exact and not _is_wide(search):
        return full_counting(asked, search)
    bars = ruler(asked, search.timeline) if search.timeline else []
    return Counting(count=count, bars=bars, address=asked.counted_address())


def full_counting(asked: Asked, search: Search) -> Counting:
    """All of it, unless it takes too long."""
    try:
        counts = search.counts()
    except SearchTooCostlyError:
        return Counting(count=_count(search), is_costly=True)
    return Counting(
        count=Count(counts.count),
        facets=[choosables(asked, facet) for facet in counts.facets if facet.values],
        bars=ruler(asked, counts.histogram) if counts.histogram else [],
    )


def _is_wide(search: Search) -> bool:
    try:
        return search.is_wide()
    except SearchTooCostlyError:
        return True


def _count(search: Search) -> Count | None:
    try:
        return search.count()
    except SearchTooCostlyError:
        return None
