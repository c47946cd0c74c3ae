"""Counts of all that match: capped or exact, by facet, and over time."""

from collections import Counter
from typing import Any

from django.db.backends.utils import CursorWrapper

from articles.search.answer import Count, Counts, Facet, SearchTooCostlyError
from articles.search.histograms import histogram
from articles.search.postgres.execution import bounded
from articles.search.postgres.facets import facet
from articles.search.postgres.prepared import Prepared
from articles.search.postgres.walking import Days, Walk
from articles.search.request import FACETS, FacetName

# Beyond this many the exact count costs more than the page, and tells no one more.
COUNTED = 10_000
_COUNT_SECONDS = 0.12
_COUNTS_SECONDS = 5.0

# One pass over the narrow rows for everything. Categories are grouped as they are filed
# together, and parted afterwards: there are far fewer sets of them than articles.
_GROUPS = """
SELECT {grouping}, count(*) FROM articles_publicentry
WHERE vector @@ %s::tsquery GROUP BY GROUPING SETS ({sets})
"""
_COLUMNS = {
    "days": "day",
    "language": "language",
    "source": "source_id",
    "category": "category_ids",
}


def count(search: Prepared) -> Count:
    """How many match: exact up to a limit, and as far as there is time.

    Raises SearchTooCostlyError where it cannot even be said that there are some.
    """
    return _count(search)


def _count(search: Prepared, *, without: FacetName | None = None) -> Count:
    if search.days is None:
        return Count(0)
    found = 0
    try:
        with bounded(_COUNT_SECONDS) as cursor:
            walk = Walk(search.query(without=without), search.days)
            for in_window in walk.counts(cursor, COUNTED + 1, _COUNT_SECONDS):
                found += in_window
    except SearchTooCostlyError:
        if found < 2:
            raise
        return Count(found - 1, is_exact=False)  # more than that: all, or all but it
    return Count(min(found, COUNTED), is_exact=found <= COUNTED)


def is_wide(search: Prepared) -> bool:
    """Whether counts() looks at more than a first count counts.

    A facet with a choice is counted as if there were none, and without it the rest of a
    search may find nearly everything.
    """
    chosen = [name for name in FACETS if search.request.choice(name)]
    return not all(_count(search, without=name).is_exact for name in chosen)


def counts(search: Prepared) -> Counts:
    """All that match by facet and over time; raises SearchTooCostlyError.

    A facet with a choice is counted as if there were none: what else could be chosen.
    """
    days = search.days
    if days is None:
        return Counts([Facet(name, []) for name in FACETS], None, 0)
    chosen = [name for name in FACETS if search.request.choice(name)]
    others = [name for name in FACETS if name not in chosen]
    with bounded(_COUNTS_SECONDS) as cursor:
        tallies = _tallies(cursor, search.query(), days, ["days", *others])
        for name in chosen:
            query = search.query(without=name)
            tallies |= _tallies(cursor, query, days, [name])
    by_day = tallies.pop("days")
    return Counts(
        [facet(name, tallies[name], search.request) for name in FACETS],
        histogram(by_day, days.first, days.last),
        by_day.total(),
    )


def _tallies(
    cursor: CursorWrapper, query: str, days: Days, names: list[str]
) -> dict[str, Counter[Any]]:
    """How many match by each value of some columns."""
    columns = [_COLUMNS[name] for name in names]
    statement = _GROUPS.format(
        grouping=", ".join([*(f"GROUPING({c})" for c in columns), *columns]),
        sets=", ".join(f"({column})" for column in columns),
    )
    cursor.execute(statement, [Walk(query, days).whole_query()])
    tallies: dict[str, Counter[Any]] = {name: Counter() for name in names}
    for *row, number in cursor.fetchall():
        place = row.index(0)  # the one column that this row is grouped by
        value = row[len(names) + place]
        values = value if isinstance(value, list) else [value]
        for single in values:
            tallies[names[place]][single] += number
    return tallies
