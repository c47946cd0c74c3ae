"""An editor at the form for snippets, whose key presses and page loads are counted."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from playwright.sync_api import Page as Tab

from articles import documents
from articles.models import Article, Autosave
from tests.browser.editors import ADD, rows
from tests.browser.pages import Page
from tests.browser.reader import Reader, Visit

HEADLINE = "بندرگاہ گیارہ برس بعد کھل گئی"  # of a page of a paper
SHEET = documents.render(
    documents.Document(
        headline="Harbour reopens",
        published_on=date(2025, 4, 18),
        address="https://rki.news/harbour",
        site="rki.news",
        body="LISBON, April 18: Ships.",
    )
)
FORM = Page("snippet form", ADD, is_for_editors=True)
_HAS_FOCUS = "id => document.activeElement?.id === id"


class Editor:
    """Types and presses keys, and has no mouse."""

    def __init__(self, visit: Visit) -> None:
        self.visit, self.tab = visit, visit.tab
        self.presses = self.loads = 0
        self.tab.on("load", self._count_load)

    def type(self, text: str) -> None:
        """A text, whose letters take keys that are not counted."""
        self.tab.keyboard.type(text)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.presses += 1
            self.tab.keyboard.press(key)

    def send(self, keys: str) -> None:
        """Keys after which another page comes."""
        with self.tab.expect_event("load"):
            self.press(keys)

    def fill_from(self, address: str) -> None:
        """Press the button beside an address, and wait for what comes of it."""
        self.tab.fill("#id_source_url", address)
        self.tab.click("[name=_fill]")
        self.tab.wait_for_selector("#filling:not(:empty)")
        self.tab.wait_for_selector("[name=_fill]:not([aria-disabled])")

    def has_focus(self, name: str) -> bool:
        return self.tab.evaluate(_HAS_FOCUS, f"id_{name}")

    def _count_load(self, _tab: Tab) -> None:
        self.loads += 1


def stored(headline: str) -> Article | None:
    """The article that is called so, if there is one."""
    return rows(Article.objects.filter(headline=headline).first)


@contextmanager
def editing(reader: Reader, width: int = 1280, **options: object) -> Iterator[Editor]:
    """The empty form; the archive is left as it was found."""
    there = rows(lambda: set(Article.objects.values_list("pk", flat=True)))
    try:
        with reader.visit(FORM, width, **options) as visit:
            yield Editor(visit)
    finally:
        rows(Article.objects.exclude(pk__in=there).delete)
        rows(Autosave.objects.all().delete)
