"""What happened to an article, edit by edit: each ended a version and began another.

An edit is what one transaction did: it may have replaced the article's row, have filed
it otherwise, or both. A hand on the database may replace a row twice in one.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from heapq import merge
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

from articles.models import Article, filing_versions, replaced_versions


class _Filing(NamedTuple):
    """An article that was filed under a category, or taken out of it."""

    at: datetime
    context: UUID | None
    category: int
    is_in: bool

    @property
    def transaction(self) -> tuple[datetime, UUID | None]:
        return self.at, self.context


@dataclass(slots=True)
class Edit:
    """What changed at once: the key of the row that was replaced, and the filings."""

    at: datetime
    context: UUID | None
    row: int | None = None
    filings: list[_Filing] = field(default_factory=list)

    def undone(self, categories: frozenset[int]) -> frozenset[int]:
        """The categories as they were before it, told by those after it."""
        for filing in reversed(self.filings):
            one = {filing.category}
            categories = categories - one if filing.is_in else categories | one
        return categories


def edits_of(article: Article) -> tuple[Edit, list[Edit]]:
    """How it was first filed, and what happened then, in order; in two queries."""
    # The keys tell the order: a transaction may begin before another and end after it.
    replaced = [
        Edit(at, context, key)
        for key, at, context in replaced_versions(article).values_list(
            "pgh_id", "pgh_created_at", "pgh_context_id"
        )
    ]
    filings = _filings(article)
    beginning = Edit(article.imported_at, None)
    at_first = [it for it in filings if it.at <= article.imported_at]
    if at_first:
        beginning.context, beginning.filings = at_first[0].context, at_first
    later = [it for it in filings if it.at > article.imported_at]
    refiled = _attach(later, replaced)
    return beginning, list(merge(replaced, refiled, key=attrgetter("at")))


def _filings(article: Article) -> list[_Filing]:
    kept = filing_versions(article)
    columns = ("pgh_created_at", "pgh_context_id", "category_id", "pgh_label")
    return [
        _Filing(at, context, category, label == "filed")
        for at, context, category, label in kept.values_list(*columns)
    ]


def _attach(filings: Iterable[_Filing], replaced: Iterable[Edit]) -> list[Edit]:
    """Give edits what was filed along with them; the rest are edits of their own."""
    known = {(edit.at, edit.context): edit for edit in replaced}
    alone: list[Edit] = []
    ordered = sorted(filings, key=attrgetter("at"))
    for key, group in groupby(ordered, attrgetter("transaction")):
        if key not in known:
            known[key] = Edit(*key)
            alone.append(known[key])
        known[key].filings += group
    return alone
