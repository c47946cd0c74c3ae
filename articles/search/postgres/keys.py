"""The keys of the index: lexemes by which it finds articles other than by their words.

An inverted index finds what has a rare word and a common label, or a word and a month,
at the cost of the rarer one: it skips through the longer list (Alexander Korotkov and
Heikki Linnakangas, "GIN fast scan", PostgreSQL 9.4). But both must be in the index. So
an article's labels and days stand among its words, with "=" before them, with which no
word begins. The SQL function `archive_index` (migration 0004) writes them.
"""

import calendar
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Literal

from articles.days import FIRST_DAY, LAST_DAY

# What a key of a day begins with.
_DAYS = {"published": "=", "document": "=D", "added": "=A"}
HEADLINE, PLACE, BYLINE = "=h", "=p", "=b"
NOTHING = "'=none'"  # what no article has


def quoted(lexeme: str, *, is_prefix: bool = False) -> str:
    """A lexeme as it is written in a tsquery."""
    text = lexeme.replace("\\", "\\\\").replace("'", "''")
    return f"'{text}':*" if is_prefix else f"'{text}'"


def label(kind: Literal["category", "source", "language"], value: object) -> str:
    return quoted(f"={kind[0]}{value}")


def any_of(queries: Iterable[str]) -> str:
    return _joined(queries, " | ")


def all_of(queries: Iterable[str]) -> str:
    return _joined(queries, " & ")


def none_of(query: str) -> str:
    return f"!({query})"


def days(
    first: date | None,
    last: date | None,
    of: Literal["published", "document", "added"] = "published",
) -> str:
    """The query for a span of days, both ends included, by as few keys as can be."""
    spans = _spans(max(first or FIRST_DAY, FIRST_DAY), min(last or LAST_DAY, LAST_DAY))
    return any_of(quoted(_DAYS[of] + span) for span in spans) or NOTHING


def _spans(day: date, last: date) -> Iterator[str]:
    """The decades, years, months and days that a span consists of."""
    while day <= last:
        name, end = next(
            (name, end) for name, end in _beginning_with(day) if end <= last
        )
        yield name
        if end == date.max:
            return
        day = end + timedelta(days=1)


def _beginning_with(day: date) -> Iterator[tuple[str, date]]:
    """The units that begin with this day and end with another, the longest first."""
    year, month = day.year, day.month
    if day.day == month == 1 and year % 10 == 0:
        yield f"e{year // 10}", date(year + 9, 12, 31)
    if day.day == month == 1:
        yield f"y{year}", date(year, 12, 31)
    if day.day == 1:
        yield f"m{day:%Y-%m}", date(year, month, calendar.monthrange(year, month)[1])
    yield f"d{day}", day


def _joined(queries: Iterable[str], operator: str) -> str:
    return operator.join(f"({query})" for query in queries if query)
