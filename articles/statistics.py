"""What the archive has, in figures that each say what they are a part of.

All come from the counts that the database keeps: none is older than the last change,
and none is made by looking at the articles.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from django.db.models import Count, Max, Min, Sum
from django.db.models.functions import ExtractYear

from articles.models import Category, DayCount, ImportBatch, Source
from articles.queries.spans import describe_span

_LARGEST = 50
_NEWEST_IMPORTS = 5
Of = TypeVar("Of")
Label = TypeVar("Label", Category, Source)


@dataclass(frozen=True, slots=True)
class Part(Generic[Of]):
    """What has so many of all articles; its bar is so many hundredths wide."""

    of: Of
    count: int
    whole: int
    width: int


@dataclass(frozen=True, slots=True)
class Days:
    """The days from the first that has an article to the last; how many have some."""

    first: date
    last: date
    used: int

    @property
    def count(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def in_years(self) -> str:
        """The whole years in words: "2009 to 2025"."""
        whole = date(self.first.year, 1, 1), date(self.last.year, 12, 31)
        return describe_span(*whole)


@dataclass(frozen=True, slots=True)
class Labels(Generic[Of]):
    """The labels of one kind: all, those in use, what they come to, and the largest."""

    count: int
    used: int
    articles: int
    largest: list[Part[Of]]

    @property
    def is_cut(self) -> bool:
        return self.used > len(self.largest)


@dataclass(frozen=True, slots=True)
class Statistics:
    """The figures of an archive that has articles."""

    total: int
    days: Days
    years: list[Part[int]]
    languages: list[Part[str]]
    categories: Labels[Category]
    sources: Labels[Source]
    imports: list[ImportBatch]


def statistics() -> Statistics | None:
    """The archive as it is now; nothing if it is empty."""
    counted = DayCount.objects.filter(articles__gt=0).order_by()
    days = counted.aggregate(
        first=Min("day"), last=Max("day"), used=Count("day", distinct=True)
    )
    if not days["used"]:
        return None
    years, languages = Counter[int](), Counter[str]()
    grouped = counted.values_list(ExtractYear("day"), "language")
    for year, language, count in grouped.annotate(Sum("articles")):
        years[year] += count
        languages[language] += count
    total = years.total()
    return Statistics(
        total,
        Days(**days),
        _parts(sorted(years.items(), reverse=True), total),
        _parts(languages.most_common(), total),
        _labels(Category.objects.with_counts(), total),
        _labels(Source.objects.with_counts(), total),
        list(ImportBatch.objects.that_brought_something()[:_NEWEST_IMPORTS]),
    )


def _labels(labels: Iterable[Label], total: int) -> Labels[Label]:
    """Of labels with their counts, the largest first."""
    counts = [(label, label.article_count) for label in labels]
    used = [(label, count) for label, count in counts if count]
    articles = sum(count for _label, count in used)
    return Labels(len(counts), len(used), articles, _parts(used[:_LARGEST], total))


def _parts(counts: Iterable[tuple[Of, int]], whole: int) -> list[Part[Of]]:
    counts = list(counts)
    highest = max((count for _of, count in counts), default=0)
    return [Part(of, n, whole, -(-n * 100 // highest)) for of, n in counts]
