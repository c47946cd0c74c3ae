"""Merging categories, or sources, into one of them: all at once, or not at all.

Imports wait, and then find the label that is left. What an editor files meanwhile under
a label that goes is moved with the rest.
"""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

import pghistory
from django.db import OperationalError, connection, transaction
from django.db.backends.utils import CursorWrapper

from articles.desk.merge_statements import CONFLICTS, COUNT, HOLD, MOVE
from articles.importing.bulk import writing_much
from articles.importing.statements import LOCK
from articles.models import Happened, Kind, LabelMove, Named
from articles.models.label_moves import move_of

_TRIES = 3
_DEADLOCK, _WAITED_TOO_LONG = "40P01", "55P03"  # SQLSTATEs
_LIMIT = "SET LOCAL lock_timeout = '20s'"
_MUCH = 2_000  # articles, from which on the index is to take them by the armful
_ROOM = "SET LOCAL work_mem = '256MB'"  # to take in more of them at a time
# Triggers keep the plans of their first run, in which there may have been one article:
# 16,774 were then compared each with each.
_PLAN_ANEW = "DISCARD PLANS"


class CannotMergeError(Exception):
    """The labels are as they were."""


class LabelGoneError(CannotMergeError):
    """Somebody else has merged or deleted one of them."""


class BusyError(CannotMergeError):
    """An import or another editor has kept the articles for too long."""


@dataclass
class ConflictError(CannotMergeError):
    """Articles would become the same: the first pairs of their keys."""

    pairs: list[tuple[int, int]]


def merge(labels: Iterable[Named], into: Named, user: Any = None) -> list[LabelMove]:
    """Move all that these labels have to one of their kind, and delete them.

    Raises CannotMergeError.
    """
    kind, old = Kind.of(into), sorted({label.pk for label in labels} - {into.pk})
    with _writing(kind, old):
        return _tried(kind, old, into.pk, user)


def _writing(kind: Kind, old: Sequence[int]) -> AbstractContextManager[None]:
    """The index made ready for many articles, which it cannot be in a transaction."""
    with connection.cursor() as cursor:
        counts = counts_of(cursor, kind, {"all": old})
    is_much = sum(counts.values()) > _MUCH and not connection.in_atomic_block
    return writing_much() if is_much else nullcontext()


def _tried(kind: Kind, old: Sequence[int], key: int, user: Any) -> list[LabelMove]:
    for tries_left in reversed(range(_TRIES)):
        try:
            with transaction.atomic():
                return _merged(kind, old, key, user)
        except OperationalError as error:
            state = getattr(error.__cause__, "sqlstate", None)
            if state == _WAITED_TOO_LONG or (state == _DEADLOCK and not tries_left):
                raise BusyError from error
            if state != _DEADLOCK:
                raise
    raise BusyError


def _merged(kind: Kind, old: Sequence[int], key: int, user: Any) -> list[LabelMove]:
    keys: dict[str, Any] = {"old": old, "into": key, "all": [*old, key]}
    context = {"merged_into": key, "user": user.pk if user else None}
    with connection.cursor() as cursor, pghistory.context(**context):
        cursor.execute(_LIMIT)
        cursor.execute(_ROOM)
        cursor.execute(LOCK)  # before any row, as imports do
        cursor.execute(HOLD[kind], keys)
        into, labels = _held(kind, key, old)
        if kind is Kind.SOURCE and (pairs := conflicts(cursor, keys)[1]):
            raise ConflictError(pairs)
        counts = counts_of(cursor, kind, keys)
        for statement in MOVE[kind]:
            cursor.execute(_PLAN_ANEW)
            cursor.execute(statement, keys)
        moves = _record(labels, into, user, counts)
        kind.model._default_manager.filter(pk__in=old).delete()
        _fill(into, labels)
    return moves


def _held(kind: Kind, key: int, old: Sequence[int]) -> tuple[Named, list[Named]]:
    """The labels as they are now; nobody changes or names them until the end."""
    known = kind.model._default_manager.select_for_update().order_by("pk")
    held = {label.pk: label for label in known.filter(pk__in=[key, *old])}
    if held.keys() != {key, *old}:
        raise LabelGoneError
    into = held.pop(key)
    return into, [*held.values()]


def counts_of(
    cursor: CursorWrapper, kind: Kind, keys: dict[str, Any]
) -> dict[int, int]:
    """How many articles each label has, be they in public or not."""
    cursor.execute(COUNT[kind], keys)
    return dict(cursor.fetchall())


def conflicts(
    cursor: CursorWrapper, keys: dict[str, Any]
) -> tuple[int, list[tuple[int, int]]]:
    """How many articles of sources would be the same, and the first pairs of them."""
    cursor.execute(CONFLICTS, keys)
    found = cursor.fetchall()
    count = found[0][-1] if found else 0
    return count, [(one, other) for one, other, _count in found]


def _record(
    labels: list[Named],
    into: Named,
    user: Any,
    counts: dict[int, int],
) -> list[LabelMove]:
    """Each with a move of its own; what led to one of them leads on at once."""
    kind = Kind.of(into)
    LabelMove.objects.release(kind, [label.slug for label in labels])
    LabelMove.objects.to(*labels).update(**{kind.value: into})
    return LabelMove.objects.bulk_create(
        move_of(label, into, Happened.MERGED, user, counts.get(label.pk, 0))
        for label in labels
    )


def _fill(into: Named, labels: list[Named]) -> None:
    """Keep what the others knew and it did not, such as its name in Urdu."""
    known = {
        "name_ur": [name_in_urdu(labels, into)],
        "homepage": [getattr(label, "homepage", "") for label in labels],
        "domain": [getattr(label, "domain", "") for label in labels],
    }
    missing = [name for name in known if getattr(into, name, None) == ""]
    for name in missing:
        setattr(into, name, next(filter(None, known[name]), ""))
    into.save(update_fields=missing)


def name_in_urdu(labels: Iterable[Named], into: Named) -> str:
    """The first that another has, if the one that stays has none."""
    if into.name_ur or into.language == "ur":
        return ""
    others = [label for label in labels if label != into]
    names = [it.name_ur or (it.name if it.language == "ur" else "") for it in others]
    return next(filter(None, names), "")
