"""Lists of articles in pages that follow each other in one folder."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.models import Article
from articles.querysets import ArticleQuerySet

_SIZE = 200


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of a list, the newest first; the first one is its folder's index."""

    articles: list[Article]
    number: int
    has_more: bool

    @property
    def file_name(self) -> str:
        return _name(self.number)

    @property
    def newer(self) -> str:
        return _name(self.number - 1) if self.number > 1 else ""

    @property
    def older(self) -> str:
        return _name(self.number + 1) if self.has_more else ""


def listings(
    articles: ArticleQuerySet, *, are_whole: bool = False
) -> Iterator[Listing]:
    """All pages of a list, each read by the place where the last one ended.

    Where they are whole, the articles have their bodies, too.
    """
    newest, number = articles.newest_first().for_listing(), 1
    newest = newest.defer(None) if are_whole else newest
    found = list(newest[: _SIZE + 1])
    while found:
        shown = found[:_SIZE]
        has_more = len(found) > _SIZE
        yield Listing(shown, number, has_more)
        last = shown[-1]
        rest = newest.older_than(last.published_on, last.pk)  # type: ignore[arg-type]
        found = list(rest[: _SIZE + 1]) if has_more else []
        number += 1


def _name(number: int) -> str:
    return "index.html" if number == 1 else f"page-{number}.html"
