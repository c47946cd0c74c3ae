"""The list of categories, or of sources, by letter and with what each has."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from heapq import nsmallest
from itertools import groupby
from typing import NamedTuple, Self, TypeAlias
from urllib.parse import quote

from django.core.paginator import Page, Paginator
from django.db.models import Max, Sum
from django.db.models.functions import ExtractYear
from django.urls import reverse

from articles import languages
from articles.alphabet import letter_of, order_of
from articles.figures import written
from articles.labels.sparks import YEARS, spark
from articles.models import Category, CategoryCount, Source, SourceCount

# As many as one sees at a glance need no letters to find one. Where there are more than
# fit on a page of 12 kB, each letter has pages of its own.
_FEW, MOST = 40, 200

Label: TypeAlias = Category | Source


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
        return cls(written(day, "F Y"), f"{day:%Y-%m}")


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
    """A letter, how many names begin with it, and those of them that are shown."""

    letter: str
    count: int
    rows: list[Row]

    @property
    def language(self) -> str:
        return languages.of_script(self.letter)

    @property
    def direction(self) -> str:
        return languages.direction(self.language)


@dataclass(frozen=True, slots=True)
class Listing:
    """All of them, those of one letter, or the largest; all sparks are of ten years."""

    letters: list[Letter]
    last_year: int
    current: Letter | None = None
    page: "Page[_Named] | None" = None
    largest: list[Row] = field(default_factory=list)

    @property
    def first_year(self) -> int:
        return self.last_year - YEARS + 1

    @property
    def count(self) -> int:
        return sum(letter.count for letter in self.letters)

    @property
    def is_long(self) -> bool:
        return self.count > _FEW

    @property
    def is_by_letter(self) -> bool:
        return self.count > MOST


class _Named(NamedTuple):
    label: Label
    name: str
    language: str
    counted: _Counted


def categories(edition: str, letter: str = "", page: str = "") -> Listing:
    """The categories that have articles, as readers of an edition know them."""
    names = _names(Category.objects.all(), CategoryCount, edition)
    return _listing(names, reverse("articles:category_list"), letter, page)


def sources(edition: str, letter: str = "", page: str = "") -> Listing:
    """The sources that have articles, as readers of an edition know them."""
    names = _names(Source.objects.all(), SourceCount, edition)
    return _listing(names, reverse("articles:source_list"), letter, page)


def _names(
    labels: Iterable[Label], counts: type[CategoryCount | SourceCount], edition: str
) -> list[_Named]:
    """All that have articles, in the order of the edition."""
    counted = _counted(counts, "category" if counts is CategoryCount else "source")
    names = [
        _Named(label, *label.name_in(edition), of)
        for label in labels
        if (of := counted.get(label.pk))
    ]
    return sorted(names, key=lambda named: order_of(named.name, edition))


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


def _listing(names: list[_Named], base: str, letter: str, page: str) -> Listing:
    """One page of it: of a letter where there are too many for one, if it is one."""
    last_year = max((named.counted.last_month.year for named in names), default=0)
    letters = groupby(names, lambda named: letter_of(named.name))
    by_letter = {first: list(some) for first, some in letters}
    is_whole = len(names) <= MOST
    shown = by_letter if is_whole else {}
    of_page = None
    if not is_whole and letter in by_letter:
        of_page = Paginator(by_letter[letter], MOST).get_page(page)
        shown = {letter: list(of_page)}
    listed = {
        first: Letter(first, len(some), _rows(shown.get(first, []), base, last_year))
        for first, some in by_letter.items()
    }
    largest = [] if shown else _rows(_largest(names), base, last_year)
    current = listed[letter] if of_page else None
    return Listing(list(listed.values()), last_year, current, of_page, largest)


def _largest(names: list[_Named]) -> list[_Named]:
    return nsmallest(_FEW, names, key=lambda named: -named.counted.total)


def _rows(names: Iterable[_Named], base: str, last_year: int) -> list[Row]:
    return [
        Row(
            named.name,
            named.language,
            # What get_absolute_url() says; a thousand of those take too long.
            f"{base}{quote(named.label.slug)}/",
            named.counted.total,
            Month.of(named.counted.last_month),
            spark(named.counted.years, last_year),
        )
        for named in names
    ]
