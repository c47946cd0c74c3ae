"""Every kind of page: one line here, and each test and `make screenshots` has it."""

from typing import NamedTuple
from urllib.parse import quote

from tests.browser import contents


class Page(NamedTuple):
    """A page, by a name and its path; an address that leads on to it will do."""

    name: str
    path: str
    html_limit: int = 12_000  # bytes, compressed: a list's, unless it says another
    status: int = 200
    is_for_editors: bool = False

    @property
    def is_public(self) -> bool:
        return not self.path.startswith("/admin/")

    def __str__(self) -> str:
        return self.name


ARTICLE, YEAR = 10_000, 15_000


def _article(number: int) -> str:
    return f"/a/{number}/"


def _document(number: int) -> str:
    return f"/{contents.DAY:%Y/%m/%d}/x-{number}/document/"


PUBLIC = [
    Page("home", "/"),
    Page("home, earlier", "/?before=2016-03-01"),
    Page("year", "/2025/", YEAR),
    Page("year, empty", "/1999/", YEAR),
    Page("month", "/2025/04/"),
    Page("day", "/2025/04/18/"),
    Page("day, trying", "/2016/02/29/"),
    Page("on this day", "/on-this-day/04/18/"),
    Page("home, in Urdu", "/ur/"),
    Page("year, in Urdu", "/ur/2025/", YEAR),
    Page("category, in Urdu", "/ur/category/snippets/"),
    Page("search, in Urdu", f"/ur/search/?q={quote('لاہور')}"),
    Page("categories", "/category/"),
    Page("category", "/category/snippets/"),
    Page("sources", "/source/"),
    Page("sources of a letter", "/source/?letter=B"),
    Page("sources of a letter, in Urdu", f"/ur/source/?letter={quote('پ')}"),
    Page("source", "/source/rki-news/"),
    Page("search", "/search/?q=lahore"),
    Page("search, Urdu found", f"/search/?q={quote('لاہور')}"),
    Page("search, all", "/search/?q=date:2016/"),
    Page("search, nothing typed", "/search/"),
    Page("search, no results", "/search/?q=govermnent+flod&from=2024&to=2024"),
    Page("search, refused", "/search/?q=flood&from=soon", status=400),
    Page("article, English", _article(contents.ENGLISH), ARTICLE),
    Page("article, Urdu", _article(contents.URDU), ARTICLE),
    Page("article, long headline", _article(contents.LONG_HEADLINE), ARTICLE),
    Page("article, no category", _article(contents.NO_CATEGORY), ARTICLE),
    Page("article, forty categories", _article(contents.MANY_CATEGORIES), ARTICLE),
    Page("article, no body", _article(contents.NO_BODY), ARTICLE),
    Page("article, long word", _article(contents.LONG_WORD), ARTICLE),
    Page("article, markup", _article(contents.MARKUP), ARTICLE),
    Page("article, long Urdu word", _article(contents.LONG_URDU), ARTICLE),
    Page("document, English", _document(contents.ENGLISH), ARTICLE),
    Page("document, Urdu", _document(contents.URDU), ARTICLE),
    Page("about", "/about/"),
    Page("statistics", "/about/statistics/"),
    Page("statistics, in Urdu", "/ur/about/statistics/"),
    Page("imports", "/imports/"),
    Page("export", "/export/"),
    Page("no such page", "/no/such/page/", status=404),
    Page("no such day", "/ur/2025/04/31/", status=404),
    Page("fault", "/static/errors/500.html"),
    Page("archive away", "/static/errors/503.html"),
]
ADMIN = [
    Page("login", "/admin/login/"),
    Page("snippet form", "/admin/articles/snippet/add/", is_for_editors=True),
    Page("merge", contents.MERGE, is_for_editors=True),
    Page("merge, refused", contents.MERGE_REFUSED, is_for_editors=True),
    Page("what moved", "/admin/articles/labelmove/", is_for_editors=True),
]
ALL = PUBLIC + ADMIN
