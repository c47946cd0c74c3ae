"""How much there is in public: counts that triggers of the database keep.

The triggers stand on the search entries (migration 0009). Whoever changes what is in
public, be it an editor, an import or its undoing, the counts are exact in the same
transaction. They hold nothing that a clock decides: what is read are views, which add
each article whose moment has come since its entry was made (migration 0012). A version
goes up with each change behind a count, also with one that leaves the count as it is,
such as a new headline.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Max, Min, Sum
from django.db.models.functions import Coalesce, ExtractYear, TruncMonth

from articles.models.labels import Category, Source


class CountQuerySet(models.QuerySet[Any]):
    """Counts of days, or of months by their first days."""

    def between(self, first: date, last: date) -> Self:
        """Those of a span, both ends included."""
        return self.filter(day__range=(first, last))

    def on(self, days: Iterable[date]) -> Self:
        """Those of some days."""
        return self.filter(day__in=days)

    def first_day(self) -> date | None:
        """The earliest day that has an article; of months its first."""
        day: date | None = self._in_use().aggregate(day=Min("day"))["day"]
        return day

    def last_day(self) -> date | None:
        """The latest day that has an article; of months its first."""
        day: date | None = self._in_use().aggregate(day=Max("day"))["day"]
        return day

    def total(self) -> int:
        """How many articles they come to."""
        total: int = self.aggregate(total=Coalesce(Sum("articles"), 0))["total"]
        return total

    def by_year(self) -> dict[int, int]:
        """How many articles each year has, the first year first."""
        return dict(self._by(ExtractYear("day")))

    def by_month(self) -> dict[date, int]:
        """How many articles each month has, by its first day, the first one first."""
        return dict(self._by(TruncMonth("day")))

    def by_day(self) -> dict[date, int]:
        """How many articles each day has, the first day first."""
        return dict(self._by(models.F("day")))

    def newest(self, count: int) -> dict[date, int]:
        """How many articles each of the newest days has, the newest day first."""
        return dict(self._by(models.F("day")).reverse()[:count])

    def nearest(self, day: date) -> date | None:
        """The day with articles that lies nearest to one, the earlier of two."""
        counted = self._in_use().order_by("day").values_list("day")
        before = counted.filter(day__lte=day).last()
        after = counted.filter(day__gte=day).first()
        found = [row[0] for row in (before, after) if row]
        return min(found, key=lambda each: abs(each - day), default=None)

    def _in_use(self) -> Self:
        return self.filter(articles__gt=0)

    def _by(self, period: Any) -> models.QuerySet[Any, Any]:
        counted = self.order_by().annotate(period=period).values_list("period")
        summed: models.QuerySet[Any, Any] = counted.annotate(total=Sum("articles"))
        return summed.filter(total__gt=0).order_by("period")


class _Count(models.Model):
    day = models.DateField()
    articles = models.IntegerField()
    version = models.BigIntegerField()
    changed_at = models.DateTimeField()

    objects = CountQuerySet.as_manager()

    class Meta:
        abstract = True
        managed = False  # a view


class DayCount(_Count):
    """How many articles of a language a day has."""

    pk = models.CompositePrimaryKey("day", "language")
    language = models.CharField(max_length=35)

    class Meta(_Count.Meta):
        db_table = "articles_daycount_now"

    def __str__(self) -> str:
        return f"{self.day} ({self.language}): {self.articles}"


def _label(model: type[Category | Source]) -> models.ForeignKey[Any, Any]:
    # The key of the counts is their only index, and a label that is deleted had none.
    return models.ForeignKey(
        model,
        models.DO_NOTHING,
        related_name="counts",
        db_constraint=False,
        db_index=False,
    )


class CategoryCount(_Count):
    """How many articles a category has of a month; `day` is the first of the month."""

    pk = models.CompositePrimaryKey("category", "day")
    category = _label(Category)

    class Meta(_Count.Meta):
        db_table = "articles_categorycount_now"

    def __str__(self) -> str:
        return f"{self.day} (category {self.category_id}): {self.articles}"


class SourceCount(_Count):
    """How many articles a source has of a month; `day` is the first of the month."""

    pk = models.CompositePrimaryKey("source", "day")
    source = _label(Source)

    class Meta(_Count.Meta):
        db_table = "articles_sourcecount_now"

    def __str__(self) -> str:
        return f"{self.day} (source {self.source_id}): {self.articles}"
