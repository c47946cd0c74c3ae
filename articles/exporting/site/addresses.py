"""Where the pages lie: the site's own names, with files instead of addresses.

Names of files are short and in ASCII, so that any disk and any packed folder can hold
them. Templates link as ever; the prefix of the site is the way up from where they are.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import PurePosixPath

from django.http import HttpRequest, HttpResponse
from django.urls import (
    get_script_prefix,
    get_urlconf,
    include,
    path,
    register_converter,
    reverse,
    set_script_prefix,
    set_urlconf,
)

from articles.converters import DayConverter, MonthConverter

_PLAIN = re.compile("[a-z0-9-]{1,60}")


class _NumberConverter:
    """Of the last part of an article's address its number."""

    regex = "[0-9]+"

    def to_url(self, value: str | int) -> str:
        return str(value).rpartition("-")[2]

    to_python = int


class _FolderConverter:
    """A slug, or a name made of one that is long or in another script."""

    regex = "[a-z0-9-]+"

    def to_url(self, value: str) -> str:
        plain = _PLAIN.fullmatch(value)
        return value if plain else sha256(value.encode()).hexdigest()[:16]

    to_python = str


register_converter(MonthConverter, "site_month")
register_converter(DayConverter, "site_day")
register_converter(_NumberConverter, "site_number")
register_converter(_FolderConverter, "site_folder")


def _no_view(request: HttpRequest) -> HttpResponse:
    """Nobody asks for these addresses: they are only written down."""
    raise NotImplementedError


_PAGES = {
    "home": "index.html",
    "year_archive": "<int:year>/index.html",
    "month_archive": "<int:year>/<site_month:month>/index.html",
    "day_archive": "<site_day:day>/index.html",
    "article_detail": "<site_day:day>/<site_number:pk>.html",
    "article_document_text": "<site_day:day>/<site_number:pk>.txt",
    "category_list": "category/index.html",
    "category_detail": "category/<site_folder:slug>/index.html",
    "source_list": "source/index.html",
    "source_detail": "source/<site_folder:slug>/index.html",
}
_patterns = [path(route, _no_view, name=name) for name, route in _PAGES.items()]
urlpatterns = [path("", include((_patterns, "articles")))]


@contextmanager
def addresses_of_files() -> Iterator[None]:
    """Where addresses are those of files, from the folder of the site on."""
    urlconf, prefix = get_urlconf(), get_script_prefix()
    set_urlconf(__name__)
    set_script_prefix("/")
    try:
        yield
    finally:
        set_urlconf(urlconf)
        set_script_prefix(prefix)


def file_of(name: str, *arguments: object) -> PurePosixPath:
    """The file of a page, by the page's name."""
    set_script_prefix("/")
    return PurePosixPath(reverse(f"articles:{name}", args=arguments).lstrip("/"))


def way_up_from(file: PurePosixPath) -> str:
    """From now on, addresses lead there from this file; returns how they begin."""
    way = "../" * (len(file.parts) - 1) or "./"
    set_script_prefix(way)
    return way
