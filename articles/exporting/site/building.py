"""Builds the pages, folder by folder: days with their articles, then the lists."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import timezone, translation

from articles import documents
from articles.exporting.files import folder_beside
from articles.exporting.months import packed
from articles.exporting.site.addresses import (
    addresses_of_files,
    file_of,
    way_up_from,
)
from articles.exporting.site.bag import Bag, bag
from articles.exporting.site.listing import Listing, listings
from articles.exporting.snapshots import snapshot
from articles.interface import interface_language
from articles.models import Category, DayCount, Source
from articles.periods import Period
from articles.sheets import document_of

_ASSETS = ("site.css", "icon.svg", "fonts")
Tell = Callable[[int], object]


class NotEmptyError(Exception):
    """The folder has something in it that would be lost, or mixed with the pages."""


def build(folder: Path, tell: Tell) -> int:
    """Make the pages of all articles in public; returns how many articles there are.

    The folder is there when all of them are. `tell` hears how many articles were dealt
    with. Raises NotEmptyError and UnwritableError.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotEmptyError
    description = f"All articles in public of {settings.SITE_URL}, as pages and records"
    with (
        snapshot(),  # or a list would name an article that has no page
        folder_beside(folder) as aside,
        bag(aside, settings.SITE_NAME, description) as filled,
        addresses_of_files(),
        translation.override(settings.LANGUAGE_CODE),
    ):
        (aside / "index.html").write_text(_ENTRANCE, encoding="utf-8")
        return _Builder(filled, tell).build()


_ENTRANCE = """\
<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Archive</title>
<meta http-equiv="refresh" content="0; url=data/index.html">
<p><a href="data/index.html">The archive</a></p>
"""


class _Builder:
    def __init__(self, filled: Bag, tell: Tell) -> None:
        self._bag, self._tell = filled, tell
        self._always = {
            "site_name": settings.SITE_NAME,
            "site_name_ur": settings.SITE_NAME_UR,
            "site_url": settings.SITE_URL,
            "made_on": timezone.localdate(),
        }

    def build(self) -> int:
        years: dict[int, int] = {}
        months = DayCount.objects.by_month()
        for first, count in months.items():
            years[first.year] = years.get(first.year, 0) + count
            self._month(Period.of_month(first.year, first.month), count)
        for year, count in years.items():
            of_year = [(first, n) for first, n in months.items() if first.year == year]
            period = Period.of_year(year)
            context = {"period": period, "months": of_year, "count": count}
            self._page("year", context, file_of("year_archive", year))
        self._labels("category", Category.objects.by_name())
        self._labels("source", Source.objects.by_name())
        count = sum(years.values())
        self._page("index", {"years": years.items(), "count": count}, file_of("home"))
        self._assets()
        return count

    def _month(self, period: Period, count: int) -> None:
        days = period.counts().items()
        for day, day_count in days:
            self._day(day, day_count)
        first = period.first
        file = file_of("month_archive", first.year, first.month)
        records = f"{first:%Y-%m}.jsonl.gz"
        self._bag.add_parts(file.parent / records, packed(period))
        context = {"period": period, "days": days, "count": count, "records": records}
        self._page("month", context, file)

    def _day(self, day: date, count: int) -> None:
        period = Period.of_day(day)
        folder = file_of("day_archive", day).parent
        for listing in listings(period.articles(), are_whole=True):
            context = {"period": period, "count": count, "page": listing}
            self._page("day", context, folder / listing.file_name)
            self._articles(listing)
            self._tell(len(listing.articles))

    def _articles(self, listing: Listing) -> None:
        for article in listing.articles:
            arguments = article.published_on, article.pk
            with translation.override(interface_language(article.language)):
                file = file_of("article_detail", *arguments)
                self._page("article", {"article": article}, file)
            sheet = documents.render(document_of(article)).encode()
            self._bag.add(file_of("article_document_text", *arguments), sheet)

    def _labels(self, kind: str, labels: Iterable[Any]) -> None:
        for label in labels:
            self._label(kind, label)
        self._page(f"{kind}_list", {"names": labels}, file_of(f"{kind}_list"))

    def _label(self, kind: str, named: Category | Source) -> None:
        folder = file_of(f"{kind}_detail", named.slug).parent
        for listing in listings(named.article_set.published()):
            context = {"named": named, "count": named.article_count, "page": listing}
            self._page("named", context, folder / listing.file_name)

    def _page(self, name: str, context: dict[str, Any], file: PurePosixPath) -> None:
        whole = {**self._always, **context, "root": way_up_from(file)}
        page = render_to_string(f"export_site/{name}.html", whole)
        self._bag.add(file, page.encode())

    def _assets(self) -> None:
        for name in _ASSETS:
            found = Path(str(finders.find(name)))
            for file in sorted(found.iterdir()) if found.is_dir() else [found]:
                place = PurePosixPath(
                    "assets", file.relative_to(found.parent).as_posix()
                )
                self._bag.add(place, file.read_bytes())
