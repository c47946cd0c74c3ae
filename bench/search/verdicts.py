"""What the search is meant to reach, and whether it does."""

import statistics
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from bench.search.report import milliseconds, table, times
from bench.search.results import QueryResult, TypedResult, ratio
from bench.search.timing import Timing

FEW = 50_000  # matches, of which facets are to come at once
MANY = 10_000  # matches, from which on a naive search is slow
_GROWTH = 4
_FASTER = 20

# Timings by the query or the text that they are of.
Named: TypeAlias = tuple[str, Timing | None]
Measured: TypeAlias = tuple[str, Timing]
Figure: TypeAlias = Callable[[Sequence[Measured]], Measured]


class Verdict(NamedTuple):
    target: str
    limit: str
    reached: str
    at: str
    is_met: bool


def verdict_table(verdicts: Iterable[Verdict]) -> str:
    rows = [(*verdict[:-1], "yes" if verdict.is_met else "no") for verdict in verdicts]
    return table(("target", "limit", "reached", "at", "met"), rows)


def of_archive(
    results: Sequence[QueryResult], typed: Sequence[TypedResult]
) -> Iterator[Verdict]:
    """What can be said of one archive; nothing of what it has no query for."""
    newest = [(of.name, of.ours.newest) for of in results]
    best = [(of.name, of.ours.best) for of in results]
    facets = [(of.name, of.ours.facets) for of in results]
    of_few = [(of.name, of.ours.facets) for of in results if _matches(of) <= FEW]
    yield from _at_most(100, "newest page, worst", newest)
    yield from _at_most(15, "newest page, median", newest, _median)
    yield from _at_most(100, "best page, worst", best)
    yield from _at_most(15, "best page, median", best, _median)
    yield from _at_most(150, "count", [(of.name, of.ours.count) for of in results])
    yield from _at_most(1000, "facets", facets)
    yield from _at_most(150, f"facets of up to {FEW:,} matches", of_few)
    yield from _at_most(10, "deep page", [(of.name, of.ours.deep) for of in results])
    yield from _at_most(10, "suggestions", [(of.text, of.ours) for of in typed])


def against_naive(results: Sequence[QueryResult]) -> Iterator[Verdict]:
    """Query by query, and the query that is worst for either."""
    many = [of for of in results if _matches(of) > MANY]
    above = f"over {MANY:,} matches"
    page, everything = QueryResult.page_ratios, QueryResult.all_ratios
    yield from _faster("naive ÷ our page, least", results, page)
    yield from _faster(f"naive ÷ our page, least {above}", many, page)
    yield from _faster(f"naive ÷ all of ours, least {above}", many, everything)
    naive = _worst([(of.name, page) for of in results for page in of.naive_pages()])
    ours = _worst([(of.name, page) for of in results for page in of.our_pages()])
    worst = "worst naive ÷ worst of our pages"
    yield _times_at_least(worst, ratio(naive[1], ours[1]), f"{naive[0]}, {ours[0]}")


def growth(large: Sequence[Named], small: Sequence[Named]) -> Iterator[Verdict]:
    """First pages of a large archive against those of a small one."""
    for name, middle in (("medians", _median), ("worst", _worst)):
        of_large, of_small = middle(_measured(large))[1], middle(_measured(small))[1]
        factor = ratio(of_large, of_small)
        yield Verdict(
            f"first pages, large ÷ small, {name}",
            f"{_GROWTH} times",
            f"{times(factor)} times",
            f"{milliseconds(of_large)} ms, {milliseconds(of_small)} ms",
            factor <= _GROWTH,
        )


def _at_most(
    limit: float,
    target: str,
    timings: Sequence[Named],
    figure: Figure | None = None,
) -> Iterator[Verdict]:
    measured = _measured(timings)
    if measured:
        at, timing = (figure or _worst)(measured)
        is_met = timing.milliseconds <= limit and not timing.is_ended
        reached = f"{milliseconds(timing)} ms"
        yield Verdict(target, f"{limit:,} ms", reached, at, is_met)


def _faster(
    target: str,
    results: Sequence[QueryResult],
    ratios: Callable[[QueryResult], list[float]],
) -> Iterator[Verdict]:
    if results:
        worst = min(results, key=lambda of: min(ratios(of)))
        yield _times_at_least(target, min(ratios(worst)), worst.name)


def _times_at_least(target: str, factor: float, at: str) -> Verdict:
    limit, reached = f"{_FASTER} times", f"{times(factor)} times"
    return Verdict(target, limit, reached, at, factor >= _FASTER)


def _measured(timings: Sequence[Named]) -> list[Measured]:
    return [(name, timing) for name, timing in timings if timing]


def _worst(timings: Sequence[Measured]) -> Measured:
    return max(timings, key=lambda named: named[1].milliseconds)


def _median(timings: Sequence[Measured]) -> Measured:
    middle = statistics.median(timing.milliseconds for _name, timing in timings)
    return f"of {len(timings)}", Timing(middle)


def _matches(result: QueryResult) -> float:
    """How many there are; more than can be counted where counting took too long."""
    return float("inf") if result.matches is None else result.matches
