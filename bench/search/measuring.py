"""Both ways to search, measured by turns: whatever else the machine does hits both."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias

from bench.search import naive, ours
from bench.search.queries import BenchQuery
from bench.search.results import Answer, QueryResult, TypedResult
from bench.search.timing import Timing, timed, within_limit

Run: TypeAlias = Callable[[], object]


def measured(query: BenchQuery, depth: int) -> QueryResult:
    """All parts of a query, with a page so deep where there are as many matches."""
    matches = within_limit(lambda: ours.facets(query).count)
    naive_matches = within_limit(lambda: naive.count(query))
    is_deep = min(matches or 0, naive_matches or 0) > depth
    pairs = {
        part: [timed(run) for run in runs]
        for part, *runs in _runs(query, depth if is_deep else None)
    }
    our_timings, naive_timings = (
        {part: pair[side] for part, pair in pairs.items()} for side in (0, 1)
    )
    return QueryResult(
        name=query.name,
        matches=matches,
        naive_matches=naive_matches,
        ours=Answer(**our_timings),
        naive=Answer(**naive_timings),
    )


def _runs(query: BenchQuery, depth: int | None) -> Iterator[tuple[str, Run, Run]]:
    """Each part of an answer, as we make it and as it is made the naive way."""
    yield "newest", partial(ours.newest, query), partial(naive.newest, query)
    if query.text:
        yield "best", partial(ours.best, query), partial(naive.best, query)
    yield "count", partial(ours.count, query), partial(naive.count, query)
    yield "facets", partial(ours.facets, query), partial(naive.facets, query)
    if depth:
        place = naive.place(query, depth)
        yield (
            "deep",
            partial(ours.deep, query, place),
            partial(naive.deep, query, depth),
        )


def measured_typing(text: str) -> TypedResult:
    return TypedResult(
        text=text,
        found=len(ours.suggestions(text)),
        ours=timed(partial(ours.suggestions, text)),
        naive=timed(partial(naive.suggestions, text)),
    )


def first_pages(query: BenchQuery) -> Iterator[tuple[str, Timing]]:
    """Those of our search alone, in its two orders."""
    yield query.name, timed(partial(ours.newest, query))
    if query.text:
        yield query.name, timed(partial(ours.best, query))
