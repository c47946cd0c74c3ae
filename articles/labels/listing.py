"""The list of all categories, or of all sources, by letter and with what each has."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import NamedTuple, Self
from urllib.parse import quote

from django.db.models import Max, Sum
from django.db.models.functions import ExtractYear
from django.urls import reverse
from django.utils.formats import date_format

from articles import languages
from articles.alphabet import letter_of, order_of
from articles.labels.sparks import YEARS, spark
from articles.models import Category, CategoryCount, Source, SourceCount

# As many as one sees at a glance need no letters to find one.
_FEW = 40


@dataclass(slots=True)
class _Counted:
    """How many articles a label has in public, and when."""

    years: dict[int, int] = field(default_factory=dict)
    last_month: date = date.min

    @property
    def total(self) -> int:
        return sum(self.years.values())


class Month(NamedTuple):
    """A month in words, and as machines read it."""

    name: str
    code: str

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(date_format(day, "F Y"), f"{day:%Y-%m}")


@dataclass(frozen=True, slots=True)
class Row:
    """A category or a source in the list, by its name in the edition's language."""

    name: str
    language: str
    address: str
    count: int
    last_month: Month
    spark: str

    @property
    def direction(self) -> str:
        return languages.direction(self.language)


@dataclass(frozen=True, slots=True)
class Letter:
    """The names that begin with a letter."""

    letter: str
    rows: list[Row]

    @property
    def language(self) -> str:
        return languages.of_script(self.letter)

    @property
    def direction(self) -> str:
        return languages.direction(self.language)


@dataclass(frozen=True, slots=True)
class Listing:
    """All of them; the sparks of all are of the same ten years."""

    letters: list[Letter]
    last_year: int

    @property
    def first_year(self) -> int:
        return self.last_year - YEARS + 1

    @property
    def is_long(self) -> bool:
        return sum(len(letter.rows) for letter in self.letters) > _FEW


def categories(edition: str) -> Listing:
    """The categories that have articles, as readers of an edition know them."""
    counted = _counted(CategoryCount, "category")
    base = reverse("articles:category_list")
    return _listing(Category.objects.all(), base, counted, edition)


def sources(edition: str) -> Listing:
    """The sources that have articles, as readers of an edition know them."""
    counted = _counted(SourceCount, "source")
    base = reverse("articles:source_list")
    return _listing(Source.objects.all(), base, counted, edition)


def _counted(
    counts: type[CategoryCount | SourceCount], label: str
) -> dict[int, _Counted]:
    months = counts.objects.filter(articles__gt=0).order_by()
    by_year = months.values_list(label, ExtractYear("day"))
    found: dict[int, _Counted] = defaultdict(_Counted)
    for pk, year, total, last in by_year.annotate(Sum("articles"), Max("day")):
        found[pk].years[year] = total
        found[pk].last_month = max(found[pk].last_month, last)
    return found


def _listing(
    labels: Iterable[Category | Source],
    base: str,
    counted: dict[int, _Counted],
    edition: str,
) -> Listing:
    last_year = max((of.last_month.year for of in counted.values()), default=0)
    # A month is put in words once, and not for each label that ends with it.
    last_months = {of.last_month for of in counted.values()}
    months = {month: Month.of(month) for month in last_months}
    rows = [
        Row(
            *label.name_in(edition),
            # What get_absolute_url() says; a thousand of those take too long.
            f"{base}{quote(label.slug)}/",
            of.total,
            months[of.last_month],
            spark(of.years, last_year),
        )
        for label in labels
        if (of := counted.get(label.pk))
    ]
    rows.sort(key=lambda row: order_of(row.name, edition))
    by_letter = groupby(rows, lambda row: letter_of(row.name))
    letters = [Letter(letter, list(some)) for letter, some in by_letter]
    return Listing(letters, last_year)
