"""Giving a category or a source another name or address, with a record of it."""

from typing import Any

from django.db import connection, transaction

from articles.desk.merging import counts_of
from articles.models import Happened, Kind, LabelMove, Named
from articles.models.label_moves import move_of

_NAMES = ("name", "name_ur", "slug")


def save(label: Named, user: Any = None) -> LabelMove | None:
    """Store a label; if one that was there goes by another name now, with its move.

    Raises DatabaseError where it was merged or deleted meanwhile.
    """
    kind = Kind.of(label)
    with transaction.atomic():
        before = hold(label)
        label.save(force_update=not label._state.adding)
        slugs = {label.slug, before.slug} if before else {label.slug}
        if before is None or not _is_renamed(before, label):
            LabelMove.objects.release(kind, [label.slug])
            return None
        LabelMove.objects.release(kind, slugs)
        move = move_of(before, label, Happened.RENAMED, user, article_count(label))
        move.save()
    return move


def hold(label: Named) -> Named | None:
    """The label as it is stored, which nobody else changes or merges until the end."""
    known = type(label)._default_manager.select_for_update()
    return known.filter(pk=label.pk).first()


def article_count(label: Named) -> int:
    """How many articles a label has, be they in public or not."""
    with connection.cursor() as cursor:
        counts = counts_of(cursor, Kind.of(label), {"all": [label.pk]})
    return counts.get(label.pk, 0)


def _is_renamed(before: Named, after: Named) -> bool:
    """Whether it lost a name or an address that somebody may know."""
    return any(
        getattr(before, name) not in ("", getattr(after, name)) for name in _NAMES
    )
