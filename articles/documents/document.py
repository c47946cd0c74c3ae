"""A document's values, and the lines in which they are written."""

from dataclasses import dataclass
from datetime import date, datetime

from articles.documents.dates import day_text, moment_text
from articles.documents.labels import CAPTURED, CATEGORY, PUBLISHED, WEBSITE, label_of

WEBSITE_LABEL = WEBSITE.text
LINK_TEXT = "Click Here"

# How Markdown, HTML, JSON and a byte order mark begin: a reader would take a sheet that
# begins so for a file of that kind.
_MISLEADING = ("#", "<", "{", "\ufeff")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An archived page; an empty text and None mean that it does not say.

    `captured_at` is what a clock on the wall showed, to the second, so it has no time
    zone; its `fold` is 1 in the second of two hours that the clock showed alike.
    """

    headline: str = ""
    published_on: date | None = None
    captured_at: datetime | None = None
    categories: tuple[str, ...] = ()
    address: str = ""
    site: str = ""
    body: str = ""

    @property
    def headline_line(self) -> str:
        """The headline, after "## " where it could be taken for anything else."""
        begin = self.headline.lstrip()
        if not begin or begin.startswith(_MISLEADING) or label_of(begin):
            return f"## {self.headline}" if self.headline else "##"
        return self.headline

    @property
    def published_line(self) -> str:
        day = self.published_on
        return PUBLISHED.with_value(day_text(day) if day else "")

    @property
    def captured_line(self) -> str:
        moment = self.captured_at
        return CAPTURED.with_value(moment_text(moment) if moment else "")

    @property
    def category_line(self) -> str:
        """The categories, each after a comma, as the first documents have them."""
        return CATEGORY.with_value("".join(f",{name}" for name in self.categories))

    @property
    def website_line(self) -> str:
        """The words of the link, and its address where it is known."""
        words = f"{LINK_TEXT} {self.address}" if self.address else LINK_TEXT
        return WEBSITE.with_value(words)


def render(document: Document) -> str:
    """The sheet; it ends in one line feed."""
    lines = (
        document.headline_line,
        document.published_line,
        document.captured_line,
        document.category_line,
        document.website_line,
        document.site,
        "",
        document.body,
    )
    return "\n".join(lines).rstrip("\n") + "\n"
