"""The ways from one page of hits to the others."""

from dataclasses import dataclass, field

from django.core.paginator import Paginator

from articles.search import PAGE_SIZE, Count, Hits, Sort
from articles.search_addresses import Asked


@dataclass(frozen=True, slots=True)
class PageLink:
    """The number of a page and its address; no number stands for those left out."""

    number: int | None
    address: str = ""
    is_current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """Pages by number for the best matches, and the pages beside this one by date.

    `first` and `last` number the hits that are shown, where that is known, of `total`.
    """

    first: int = 0
    last: int = 0
    total: int = 0
    numbers: list[PageLink] = field(default_factory=list)
    back: str = ""
    forward: str = ""

    @property
    def is_needed(self) -> bool:
        return bool(self.back or self.forward)


def paging(asked: Asked, hits: Hits, count: Count | None) -> Paging:
    """The ways on from a page of hits."""
    if hits.ranked:
        return _by_number(asked, hits)
    older = asked.address(before=hits.older) if hits.older else ""
    newer = asked.address(after=hits.newer) if hits.newer else ""
    is_oldest_first = asked.request.sort is Sort.OLDEST
    is_first = not (asked.request.before or asked.request.after)
    return Paging(
        first=1 if is_first and hits.hits else 0,
        last=len(hits.hits),
        total=count.value if count and count.is_exact else 0,
        back=older if is_oldest_first else newer,
        forward=newer if is_oldest_first else older,
    )


def _by_number(asked: Asked, hits: Hits) -> Paging:
    here, last = asked.request.page, hits.page_count
    before = (here - 1) * PAGE_SIZE
    return Paging(
        first=before + 1 if hits.hits else 0,
        last=before + len(hits.hits),
        total=hits.ranked if hits.is_all_ranked else 0,
        numbers=_numbers(asked, here, last),
        back=asked.address(page=here - 1) if 1 < here <= last else "",
        forward=asked.address(page=here + 1) if here < last else "",
    )


def _numbers(asked: Asked, here: int, last: int) -> list[PageLink]:
    """The first, the last and those around this one."""
    if not 1 <= here <= last:
        return []
    pages = Paginator(range(last), 1)
    shown = pages.get_elided_page_range(here, on_each_side=1, on_ends=1)
    return [
        PageLink(number, asked.address(page=number), number == here)
        if isinstance(number, int)
        else PageLink(None)
        for number in shown
    ]
