"""The table of pages: one archive beside another one, a hundred times as large."""

import os
import sys
from contextlib import redirect_stdout

from bench.browsing.measuring import Measured, measured
from bench.search import filling
from bench.search.report import table

_LIMIT, _MOST_QUERIES = 50, 8  # milliseconds (p95) and queries of a page
_NOTES = """\
Milliseconds as a client on the same machine sees them, of 100 pages of each kind from
all over the archive, asked for in turn; gunicorn with one worker of one thread, on one
core. `304` is the median for who has the page; `kB` is of the largest, compressed.
Limits: p95 {limit} ms, {queries} queries."""


def browse(count: int, against: int | None = None) -> None:
    """Measure the pages of an archive of that size, and print what came of it."""
    small = _pages(against) if against else {}
    large = _pages(count)
    rows = [(kind, *_row(of, small.get(kind))) for kind, of in large.items()]
    head = ("page", "queries", "median", "p95", "304", "kB", "p95 ÷ small", "met")
    print(f"{count:,} articles; {os.cpu_count()} cores\n")
    print(table(head, rows))
    print("\n" + _NOTES.format(limit=_LIMIT, queries=_MOST_QUERIES))


def _pages(count: int) -> dict[str, Measured]:
    with redirect_stdout(sys.stderr):
        filling.fill(count)
        return measured(count)


def _row(of: Measured, small: Measured | None) -> tuple[str, ...]:
    is_met = of.p95 <= _LIMIT and of.queries <= _MOST_QUERIES
    return (
        str(of.queries),
        *(f"{value:.1f}" for value in (of.median, of.p95, of.unchanged, of.kilobytes)),
        f"{of.p95 / small.p95:.1f}" if small else "",
        "yes" if is_met else "no",
    )
