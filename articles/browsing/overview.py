"""The whole archive at a glance: what each year has, and how much is much for a day."""

from dataclasses import dataclass
from typing import Self

from django.db import connection

# Both at once, for to add up the languages of each day is most of the work.
_AT_A_GLANCE = """
WITH days AS (
    SELECT day, sum(articles)::int AS articles FROM articles_daycount_now
    GROUP BY day HAVING sum(articles) > 0
), quartiles AS (
    SELECT percentile_disc(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY articles)
    FROM days
)
SELECT extract(year FROM day)::int AS year, sum(articles)::int, (TABLE quartiles)
FROM days GROUP BY year ORDER BY year
"""


@dataclass(frozen=True, slots=True)
class Overview:
    """How many articles each year has, and the quartiles of the days that have any."""

    years: dict[int, int]
    quartiles: tuple[int, ...] = ()

    @classmethod
    def now(cls) -> Self:
        with connection.cursor() as cursor:
            cursor.execute(_AT_A_GLANCE)
            rows = cursor.fetchall()
        quartiles = tuple(rows[0][2]) if rows else ()
        return cls({year: count for year, count, _quartiles in rows}, quartiles)

    @property
    def total(self) -> int:
        return sum(self.years.values())

    @property
    def first_year(self) -> int | None:
        return min(self.years, default=None)

    @property
    def last_year(self) -> int | None:
        return max(self.years, default=None)

    def year_before(self, year: int) -> int | None:
        """The nearest year before this one that has an article."""
        return max((some for some in self.years if some < year), default=None)

    def year_after(self, year: int) -> int | None:
        """The nearest year after this one that has an article."""
        return min((some for some in self.years if some > year), default=None)

    def level(self, count: int) -> int:
        """Which quarter of the archive's days a day is of, from 1; 0 without articles.

        By its own quartiles a small archive shows differences as a large one does.
        """
        return 1 + sum(count > quartile for quartile in self.quartiles) if count else 0
