"""The answer to a search as readers meet it: in words, and with all the ways on.

An engine answers with values; here they get the addresses that narrow, widen and turn
the pages. The page shows nothing that is not in these values, and so can anything else
that shows results.
"""

from dataclasses import dataclass

from articles.results.counting import Counting, counting, full_counting
from articles.results.filters import Chip, Choosable, Choosables, chips
from articles.results.paging import Paging, paging
from articles.results.understanding import names_of, remarks, understood_in_words
from articles.results.ways_on import Browsing, WaysOn, browsing, ways_on
from articles.search import (
    Hit,
    Search,
    SearchTooCostlyError,
    Sort,
    engine,
    repair,
)
from articles.search_addresses import Asked

__all__ = ["Choosable", "Choosables", "Counting", "Results", "counts_of", "results_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """A page of results. `ranked` is how many were ranked where not all were."""

    asked: Asked
    understood: str
    remarks: list[str]
    chips: list[Chip]
    hits: list[Hit]
    ranked: int
    paging: Paging
    counting: Counting
    ways_on: WaysOn | None
    browsing: Browsing

    @property
    def is_empty(self) -> bool:
        """Whether nothing matches; a page beyond the last is another matter."""
        count = self.counting.count
        return not self.hits and (count is None or not count.value)

    @property
    def is_whole(self) -> bool:
        """Whether nothing was left out for want of time."""
        return self.counting.is_whole and not (self.is_empty and self.ways_on is None)

    @property
    def unfiltered(self) -> str:
        """The address of the same words without filters."""
        return self.asked.address(since=None, until=None, choices={})

    @property
    def by_date(self) -> str:
        """The address of the same search, the newest first."""
        return self.asked.address(sort=Sort.NEWEST)

    @property
    def table(self) -> str:
        """The address of all that was found, as CSV."""
        return self.asked.file_address("csv")

    @property
    def json_lines(self) -> str:
        """The address of all that was found, as JSON Lines."""
        return self.asked.file_address("jsonl")

    @property
    def first_page(self) -> str:
        return self.asked.address()


def results_of(asked: Asked, *, is_counted: bool = False) -> Results:
    """The page that was asked for; raises SearchTooCostlyError."""
    search = engine().search(asked.request)
    hits = search.hits()  # first: nothing that is counted can hold them up
    counts = (full_counting if is_counted else counting)(asked, search)
    is_found = hits.hits or (counts.count and counts.count.value)
    return Results(
        asked=asked,
        understood=understood_in_words(asked.request, search.understood),
        remarks=list(remarks(asked.request, search.understood)),
        chips=chips(asked, search.understood),
        hits=hits.hits,
        ranked=0 if hits.is_all_ranked else hits.ranked,
        paging=paging(asked, hits, counts.count),
        counting=counts,
        ways_on=None if is_found else _ways_on(asked, search),
        browsing=browsing(asked.request),
    )


def counts_of(asked: Asked) -> Counting:
    """What is counted of all that match, for a page that has its hits already."""
    return full_counting(asked, engine().search(asked.request))


def _ways_on(asked: Asked, search: Search) -> WaysOn | None:
    try:
        found = repair(engine(), asked.request)
    except SearchTooCostlyError:
        return None
    return ways_on(asked.request, found, names_of(search.understood))
