"""The articles that match, in the order of days, without looking at all of them.

The index is asked for a window of time after another, each five times as long as the
last, until there are enough. A common word is met in the first window, and a rare one
costs little in any; what a window costs does not grow with the archive around it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import inf
from time import monotonic
from typing import Any

from django.db.backends.utils import CursorWrapper

from articles.search.postgres import keys
from articles.search.postgres.execution import limit_time
from articles.search.request import Place

_FIRST_WINDOW = timedelta(days=20)
_GROWTH = 5
_LONG = timedelta(days=700)
_DAY = timedelta(days=1)

_PLACES = """
SELECT day, article_id FROM articles_publicentry
WHERE vector @@ %(query)s::tsquery {beyond}
ORDER BY day {order}, article_id {order} LIMIT %(limit)s
"""
_BEYOND = "AND (day, article_id) {sign} (%(day)s, %(pk)s)"
_COUNT = """
SELECT count(*) FROM (
    SELECT FROM articles_publicentry WHERE vector @@ %s::tsquery LIMIT %s
) AS first_ones
"""


@dataclass(frozen=True, slots=True)
class Days:
    """A span of days, both ends included; empty if it ends before it begins."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Start:
    """The first places of a walk; are they all that there are?"""

    places: list[Place]
    is_all: bool


@dataclass(frozen=True, slots=True)
class Walk:
    """A way through what matches a tsquery, over days, in one of the two directions."""

    query: str
    days: Days
    is_backwards: bool = True
    growth: int = _GROWTH

    def places(
        self, cursor: CursorWrapper, limit: int, beyond: Place | None = None
    ) -> list[Place]:
        """The first so many places on the way, or the first beyond one of them."""
        return self.start(cursor, limit, beyond).places

    def start(
        self,
        cursor: CursorWrapper,
        limit: int,
        beyond: Place | None = None,
        *,
        seconds: float = inf,
        least: int = 0,
    ) -> Start:
        """The same; after so many seconds, and with at least so many places found, no
        further window is looked at.
        """
        found: list[Place] = []
        end = monotonic() + seconds
        for window in self._windows(beyond):
            is_enough = len(found) >= least and monotonic() > end
            if len(found) >= limit or is_enough:
                return Start(found, is_all=False)
            found += self._in_window(cursor, window, limit - len(found), beyond)
        return Start(found, is_all=len(found) < limit)

    def counts(
        self, cursor: CursorWrapper, limit: int, seconds: float
    ) -> Iterator[int]:
        """How many match in a window after another, up to a limit for all together.

        Raises SearchTooCostlyError when all together take longer than so many seconds.
        """
        end = monotonic() + seconds
        for window in self._windows(None):
            if limit <= 0:
                return
            limit_time(cursor, end - monotonic())
            cursor.execute(_COUNT, [self._query_of(window), limit])
            count = cursor.fetchone()[0]
            limit -= count
            yield count

    def _in_window(
        self, cursor: CursorWrapper, window: Days, limit: int, beyond: Place | None
    ) -> list[Place]:
        order, sign = ("DESC", "<") if self.is_backwards else ("ASC", ">")
        condition = _BEYOND.format(sign=sign) if beyond else ""
        values: dict[str, Any] = {"query": self._query_of(window), "limit": limit}
        if beyond:
            values |= {"day": beyond.day, "pk": beyond.pk}
        cursor.execute(_PLACES.format(beyond=condition, order=order), values)
        return [Place(day, pk) for day, pk in cursor.fetchall()]

    def whole_query(self) -> str:
        """The condition on all of the days."""
        return self._query_of(self.days)

    def _query_of(self, window: Days) -> str:
        return keys.all_of([self.query, keys.days(window.first, window.last)])

    def _windows(self, beyond: Place | None) -> Iterator[Days]:
        """Windows that follow each other, from a place or an end of the days on."""
        length = _FIRST_WINDOW
        rest = self._rest(beyond)
        while rest.first <= rest.last:
            window, rest = self._parted(rest, length)
            yield window
            length *= self.growth

    def _rest(self, beyond: Place | None) -> Days:
        first, last = self.days.first, self.days.last
        if beyond is None:
            return self.days
        if self.is_backwards:
            return Days(first, min(last, beyond.day))
        return Days(max(first, beyond.day), last)

    def _parted(self, days: Days, length: timedelta) -> tuple[Days, Days]:
        """The next window, which is about so long, and what is left beyond it."""
        first, last = days.first, days.last
        length = min(length, last - first)
        if self.is_backwards:
            begin = max(first, _whole(last - length, length))
            return Days(begin, last), Days(first, begin - _DAY)
        end = first + length
        return Days(first, end), Days(end + _DAY, last)


def _whole(day: date, length: timedelta) -> date:
    """The first day of its month or, in a long window, of its year: fewer keys."""
    return day.replace(month=1, day=1) if length > _LONG else day.replace(day=1)
