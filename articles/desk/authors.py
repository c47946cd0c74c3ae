"""Who changed an article: an editor, an import, or a hand on the database."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self
from uuid import UUID

from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.auth import get_user_model
from pghistory.models import Context

from articles.models import Article, ImportBatch, Original


@dataclass(frozen=True, slots=True)
class Author:
    """Who it was; nobody that we know, if it was done past the program."""

    user: str = ""
    batch: ImportBatch | None = None
    took_back: bool = False  # an import was not made, but undone

    @property
    def is_known(self) -> bool:
        return bool(self.user or self.batch)


class Authors:
    """Those of some contexts, looked up together in three queries."""

    def __init__(
        self, contexts: dict[UUID, dict[str, Any]], first: dict[str, Any]
    ) -> None:
        self._contexts, self._first = contexts, first
        told = [*contexts.values(), first]
        users = {it.get("user") for it in told} - {None}
        batches = {it.get(name) for it in told for name in _BATCHES} - {None}
        self._users = get_user_model().objects.in_bulk(users)
        self._batches = ImportBatch.objects.in_bulk(batches)

    @classmethod
    def of(cls, contexts: Iterable[UUID | None], maker_of: Article) -> Self:
        """Those of the contexts of some edits, and who made the article."""
        keys = [key for key in contexts if key]
        found = Context.objects.filter(pk__in=keys).values_list("pk", "metadata")
        return cls(dict(found), _beginning(maker_of))

    def of_context(self, context: UUID | None) -> Author:
        return self._author(self._contexts.get(context, {}) if context else {})

    def of_beginning(self, context: UUID | None) -> Author:
        """Who made the article: what it was first filed by tells, or other records."""
        by_context = self.of_context(context)
        return by_context if by_context.is_known else self._author(self._first)

    def _author(self, told: dict[str, Any]) -> Author:
        key = next((told[name] for name in _BATCHES if told.get(name)), None)
        user = told.get("user")
        return Author(
            user=self._name(user) if user else "",
            batch=self._batches.get(key),
            took_back="undone_batch" in told,
        )

    def _name(self, user: int) -> str:
        known = self._users.get(user)
        return known.get_full_name() or known.get_username() if known else f"#{user}"


_BATCHES = ("batch", "undone_batch")


def _beginning(article: Article) -> dict[str, Any]:
    """What is known of how the article came: by an import, or by whose hand."""
    first = Original.objects.filter(article=article, is_first=True)
    if batch := first.values_list("batch_id", flat=True).first():
        return {"batch": batch}
    added = LogEntry.objects.filter(
        action_flag=ADDITION,
        object_id=str(article.pk),
        content_type__app_label="articles",
        content_type__model__in=("article", "snippet"),
    )
    return {"user": added.values_list("user_id", flat=True).first()}
