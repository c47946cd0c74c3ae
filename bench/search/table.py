"""The table of `make bench`: the search timed beside the naive way, part by part.

Figures are for reading: nothing here fails because something is slow.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout

from django.db import connection

from bench.search import databases, filling, measuring, naive, report, verdicts
from bench.search.queries import BenchQuery, queries, typed
from bench.search.results import QueryResult
from bench.search.timing import Timing

DEPTH = 250_000  # of the deep page, in articles; in a small archive a quarter of it

_MACHINE = """
SELECT current_setting('server_version'), current_setting('shared_buffers'),
    pg_size_pretty(pg_database_size(current_database())),
    pg_size_pretty(pg_total_relation_size('articles_searchentry')),
    pg_size_pretty(pg_total_relation_size('bench_naive')),
    (SELECT count(*) FROM articles_searchentry)
"""
_NOTES = """\
Milliseconds, warm: the median of 5 runs, of 3 from 200 ms on, of 1 from 2 s on.
`newest` and `best` are first pages with all that is shown of their hits; our best match
ranks a bounded number of candidates, the naive one all that match. `count` is exact up
to 10,000 with us, and always the naive way; `facets` are three facets and the
histogram, and with us the exact count. `deep` is the page after {depth:,} articles, by
place with us, by OFFSET the naive way. `naive` is one tsvector with a GIN index, a
b-tree by day, SearchRank, count() and a GROUP BY for each facet, planned with
PostgreSQL's own settings and ended after 60 s; its pages mark no words.

`newest ×` and `best ×` are naive (first page, count, facets) ÷ ours (first page,
count), because our page asks for facets when it is shown already; `all ×` is the lesser
of both with our facets. What is ended counts with the time that it had."""


def table(count: int, against: int | None = None) -> None:
    """Measure an archive of so many articles, and print what came of it."""
    small = _pages_of_archive(against) if against else []
    _open(count)
    naive.make()
    databases.warm()
    naive.limit_time()
    depth = min(DEPTH, count // 4)
    results = _results(depth)
    suggested = [measuring.measured_typing(text) for text in typed()]
    judged = [
        *verdicts.of_archive(results, suggested),
        *verdicts.against_naive(results),
    ]
    if small:
        large = [page for of in results for page in of.first_pages()]
        judged += verdicts.growth(large, small)
    print(
        _machine(),
        report.query_table(results),
        _NOTES.format(depth=depth) + report.differences(results),
        report.typed_table(suggested),
        verdicts.verdict_table(judged),
        sep="\n\n",
    )


def _open(count: int) -> None:
    """Use the archive, made if it is not there, with what that tells kept apart."""
    with redirect_stdout(sys.stderr):
        filling.fill(count)
    databases.use(count)


def _pages_of_archive(count: int) -> list[tuple[str, Timing]]:
    _open(count)
    databases.warm()
    return [page for query in _told(queries()) for page in measuring.first_pages(query)]


def _results(depth: int) -> list[QueryResult]:
    return [measuring.measured(query, depth) for query in _told(queries())]


def _told(asked: list[BenchQuery]) -> Iterator[BenchQuery]:
    """Each of them, with what the time is spent on for who waits."""
    for query in asked:
        print(f"{query.name} …", file=sys.stderr, flush=True)
        yield query


def _machine() -> str:
    with connection.cursor() as cursor:
        cursor.execute(_MACHINE)
        version, buffers, database, entries, vectors, rows = cursor.fetchone()
    return (
        f"{rows:,} articles; {os.cpu_count()} cores; PostgreSQL {version} with"
        f" shared_buffers {buffers}; database {database},\nof it {entries} for"
        f" the search and {vectors} for the naive one"
    )
