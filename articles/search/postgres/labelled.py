"""The articles of one category or source by day, at any depth and of any number.

The counts by month say where enough of them lie, so that nothing is looked for in vain.
A month that has many is walked by day: every few rows are one of them. Months that have
few are asked of the index by their keys, which costs no more than what they have.
"""

import calendar
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal, NamedTuple, TypeAlias

from django.db import connection

from articles.models import Category, Source
from articles.search.postgres import keys
from articles.search.request import Place

Kind: TypeAlias = Literal["category", "source"]

_MANY = 500  # in one month
_OF_LABEL = {
    "category": "category_ids @> ARRAY[%(label)s::bigint]",
    "source": "source_id = %(label)s",
}
_BY_DAY = """
SELECT day, article_id FROM articles_publicentry
WHERE {of_label} AND day BETWEEN %(first)s AND %(last)s {beyond}
ORDER BY day {order}, article_id {order} LIMIT %(limit)s
"""
# Apart, so that no planner walks by day after all, which for few would be a long way.
_BY_KEYS = """
WITH found AS MATERIALIZED (
    SELECT day, article_id FROM articles_publicentry
    WHERE vector @@ %(query)s::tsquery
)
SELECT day, article_id FROM found WHERE true {beyond}
ORDER BY day {order}, article_id {order} LIMIT %(limit)s
"""
_BEYOND = "AND (day, article_id) {sign} (%(day)s, %(pk)s)"


class Window(NamedTuple):
    """Some months in a row, and whether each has few articles of the label."""

    first: date
    last: date
    has_few: bool


def places(
    label: Category | Source,
    months: Mapping[date, int],
    limit: int,
    beyond: Place | None = None,
    *,
    is_backwards: bool = True,
) -> list[Place]:
    """The newest so many places, or those beyond one of them in either direction.

    `months` has how many articles the label has in each month, by its first day.
    """
    kind: Kind = "category" if isinstance(label, Category) else "source"
    found: list[Place] = []
    for window in _windows(months, limit, beyond, is_backwards):
        if len(found) >= limit:
            break
        rest = limit - len(found)
        found += _in_window(kind, label.pk, window, rest, beyond, is_backwards)
    return found


def _windows(
    months: Mapping[date, int], limit: int, beyond: Place | None, is_backwards: bool
) -> Iterator[Window]:
    """What to look through, one after another; nearly always it is one."""
    own = beyond.day.replace(day=1) if beyond else None
    few: list[date] = []
    certain = 0
    for month in sorted(months, reverse=is_backwards):
        if own and (month > own if is_backwards else month < own):
            continue
        if months[month] > _MANY:
            yield from _together(few)
            yield Window(month, _last_day(month), has_few=False)
            few, certain = [], 0
            continue
        few.append(month)
        # Of its own month nobody knows how many lie beyond a place.
        certain += 0 if month == own else months[month]
        if certain >= limit:
            break
    yield from _together(few)


def _together(few: list[date]) -> Iterator[Window]:
    if few:
        yield Window(min(few), _last_day(max(few)), has_few=True)


def _in_window(
    kind: Kind,
    label: int,
    window: Window,
    limit: int,
    beyond: Place | None,
    is_backwards: bool,
) -> list[Place]:
    order, sign = ("DESC", "<") if is_backwards else ("ASC", ">")
    days = keys.days(window.first, window.last)
    values: dict[str, Any] = {
        "label": label,
        "first": window.first,
        "last": window.last,
        "query": keys.all_of([keys.label(kind, label), days]),
        "limit": limit,
        "day": beyond and beyond.day,
        "pk": beyond and beyond.pk,
    }
    statement = (_BY_KEYS if window.has_few else _BY_DAY).format(
        of_label=_OF_LABEL[kind],
        beyond=_BEYOND.format(sign=sign) if beyond else "",
        order=order,
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return [Place(day, pk) for day, pk in cursor.fetchall()]


def _last_day(month: date) -> date:
    return month.replace(day=calendar.monthrange(month.year, month.month)[1])
