"""What was measured. A timing is None where there is nothing to measure."""

from dataclasses import dataclass

from bench.search.timing import Timing


@dataclass(frozen=True, kw_only=True)
class Answer:
    """How long one side took for the parts of what is shown."""

    newest: Timing
    best: Timing | None = None  # without words nothing is ranked
    count: Timing
    facets: Timing  # with the histogram
    deep: Timing | None = None

    def first_pages(self) -> list[Timing]:
        """Of the newest hits, and of the best if there is such an order."""
        return [self.newest, self.best] if self.best else [self.newest]


@dataclass(frozen=True, kw_only=True)
class QueryResult:
    name: str
    matches: int | None  # None where counting them took too long
    naive_matches: int | None
    ours: Answer
    naive: Answer

    def first_pages(self) -> list[tuple[str, Timing]]:
        return [(self.name, timing) for timing in self.ours.first_pages()]

    def our_pages(self) -> list[Timing]:
        """In each order, what has to be there before our page is shown."""
        return [first + self.ours.count for first in self.ours.first_pages()]

    def naive_pages(self) -> list[Timing]:
        """The same of a naive page, which is shown with its facets."""
        counted = self.naive.count + self.naive.facets
        return [first + counted for first in self.naive.first_pages()]

    def page_ratios(self) -> list[float]:
        """How many times faster our page is, in each order."""
        pairs = zip(self.naive_pages(), self.our_pages(), strict=True)
        return [ratio(naive, ours) for naive, ours in pairs]

    def all_ratios(self) -> list[float]:
        """The same with our facets, for which the page asks afterwards."""
        pairs = zip(self.naive_pages(), self.our_pages(), strict=True)
        return [ratio(naive, ours + self.ours.facets) for naive, ours in pairs]


@dataclass(frozen=True, kw_only=True)
class TypedResult:
    """Suggestions for what was typed, and how many there were."""

    text: str
    found: int
    ours: Timing
    naive: Timing


def ratio(one: Timing, other: Timing) -> float:
    return one.milliseconds / other.milliseconds
