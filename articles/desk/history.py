"""Every version of an article: what it was, from when to when, and by whose hand.

The triggers keep what was replaced, so a version's values stand in the row that the
next edit of them left behind, and those of the last in the article itself. Of many
versions, only those that are asked for are read.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from articles import languages
from articles.desk.authors import Author, Authors
from articles.desk.edits import edits_of
from articles.models import Article, ArticleVersion
from articles.models.versions import FIELDS

CATEGORIES = "categories"
_COLUMNS = {name: "source_id" if name == "source" else name for name in FIELDS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An article as it was from one edit to the next; the first has the number 1."""

    number: int
    since: datetime
    until: datetime | None  # or it is so now
    author: Author
    values: Mapping[str, Any]  # by the name of the field; of a source its key
    categories: frozenset[int]

    @property
    def language(self) -> str:
        return str(self.values["language"])

    @property
    def direction(self) -> str:
        return languages.direction(self.language)

    def changed_since(self, other: "Version") -> list[str]:
        """The names of the fields that were otherwise, and categories among them.

        A dateline follows from its body, and is none of them.
        """
        names = [
            name
            for name in FIELDS
            if name != "dateline" and self.values[name] != other.values[name]
        ]
        is_refiled = self.categories != other.categories
        return [*names, CATEGORIES] if is_refiled else names


class History:
    """The versions of an article, by their numbers."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._beginning, self._edits = edits_of(article)

    def __len__(self) -> int:
        return len(self._edits) + 1

    def versions(self, numbers: Iterable[int]) -> dict[int, Version]:
        """Those of some numbers, all that there are, in a fixed number of queries."""
        asked = [number for number in numbers if 1 <= number <= len(self)]
        rows = {number: self._row_of(number) for number in asked}
        kept = ArticleVersion.objects.in_bulk([key for key in rows.values() if key])
        contexts = [self._edits[number - 2].context for number in asked if number > 1]
        authors = Authors.of([*contexts, self._beginning.context], self._article)
        return {
            number: Version(
                number=number,
                since=self._since(number),
                until=None if number == len(self) else self._edits[number - 1].at,
                author=self._author(number, authors),
                values=values_of(kept[key] if key else self._article),
                categories=self._categories[number - 1],
            )
            for number, key in rows.items()
        }

    def _row_of(self, number: int) -> int | None:
        later = self._edits[number - 1 :]
        return next((edit.row for edit in later if edit.row), None)

    def _since(self, number: int) -> datetime:
        before = self._beginning if number == 1 else self._edits[number - 2]
        return before.at

    def _author(self, number: int, authors: Authors) -> Author:
        if number == 1:
            return authors.of_beginning(self._beginning.context)
        return authors.of_context(self._edits[number - 2].context)

    @cached_property
    def _categories(self) -> list[frozenset[int]]:
        """What each version was filed under, told from what the last one is."""
        filed = frozenset(self._article.categories.values_list("pk", flat=True))
        found = [filed]
        for edit in reversed(self._edits):
            found.append(edit.undone(found[-1]))
        return found[::-1]


def values_of(row: Article | ArticleVersion) -> dict[str, Any]:
    """What a row holds, by the names of the fields."""
    return {name: getattr(row, column) for name, column in _COLUMNS.items()}
