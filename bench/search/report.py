"""Results as tables that read well as plain text and as Markdown."""

from collections.abc import Sequence
from itertools import chain

from bench.search.results import QueryResult, TypedResult, ratio
from bench.search.timing import Timing

NOTHING = "-"

QUERY_HEAD = (
    *("query", "matches", "newest", "best", "count", "facets", "deep"),
    *("naive newest", "best", "count", "facets", "deep"),
    *("newest ×", "best ×", "all ×"),
)
TYPED_HEAD = ("typed", "found", "ours", "naive", "×")


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns as wide as they must be, all but the first to the right."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    rules = [f"{'-' * (width - 1)}:" for width in widths[1:]]
    lines = [head, ["-" * widths[0], *rules], *rows]
    return "\n".join(_line(cells, widths) for cells in lines)


def query_table(results: Sequence[QueryResult]) -> str:
    return table(QUERY_HEAD, [_query_row(result) for result in results])


def typed_table(results: Sequence[TypedResult]) -> str:
    rows = [
        (
            of.text,
            number(of.found),
            milliseconds(of.ours),
            milliseconds(of.naive),
            times(ratio(of.naive, of.ours)),
        )
        for of in results
    ]
    return table(TYPED_HEAD, rows)


def differences(results: Sequence[QueryResult]) -> str:
    """The queries by which the two ways do not find much the same, if any."""
    lines = [
        f"{of.name}: {number(of.naive_matches)} articles match the naive way"
        for of in results
        if _differ(of.matches, of.naive_matches)
    ]
    return "\n".join(["\n", *lines]) if lines else ""


def milliseconds(timing: Timing | None) -> str:
    """With one decimal where it says something; more than that where it was ended."""
    if timing is None:
        return NOTHING
    text = _plain(timing.milliseconds)
    return f"> {text}" if timing.is_ended else text


def times(factor: float) -> str:
    return _plain(factor)


def number(count: int | None) -> str:
    return NOTHING if count is None else f"{count:,}"


def _plain(value: float) -> str:
    return f"{value:.1f}" if value < 9.95 else f"{value:,.0f}"


def _differ(ours: int | None, naive: int | None) -> bool:
    if ours is None or naive is None:
        return False
    return abs(ours - naive) > max(ours, naive) / 100


def _query_row(result: QueryResult) -> list[str]:
    sides = (
        (of.newest, of.best, of.count, of.facets, of.deep)
        for of in (result.ours, result.naive)
    )
    by_newest, *by_best = result.page_ratios()
    return [
        result.name,
        _matches(result),
        *map(milliseconds, chain.from_iterable(sides)),
        times(by_newest),
        times(by_best[0]) if by_best else NOTHING,
        times(min(result.all_ratios())),
    ]


def _matches(result: QueryResult) -> str:
    """What the naive way counted, where ours was ended."""
    if result.matches is None and result.naive_matches is not None:
        return f"~ {number(result.naive_matches)}"
    return number(result.matches)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(cells, widths, strict=True)
    padded = [first[0].ljust(first[1]), *(text.rjust(width) for text, width in others)]
    return f"| {' | '.join(padded)} |"
