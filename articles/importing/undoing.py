"""Taking an import back as a whole, except for what was edited since.

Articles that it stored are deleted, and those that it updated become what they were:
the versions that were kept tell both. An article that anything else has changed since,
or filed otherwise, was edited, and stays as it is.
"""

from dataclasses import dataclass

import pghistory
from django.db import connection, transaction
from django.utils import timezone

from articles.importing.resuming import is_at_rest
from articles.importing.statements import LOCK
from articles.importing.undo_statements import HOLD, LOOK, REFRESH, REMOVE, RESTORE
from articles.models import ImportBatch


class AlreadyUndoneError(ValueError):
    """An import can be taken back once."""


class StillRunningError(ValueError):
    """An import is taken back when it has ended, or was broken off."""


@dataclass(frozen=True, slots=True)
class Undoing:
    """How many articles were deleted, became what they were, and were left alone."""

    removed: int
    restored: int
    left: int


def undo(key: int, *, user: int | None, dry_run: bool = False) -> Undoing:
    """Take back the import of this key in the ledger; a dry run only counts.

    Raises AlreadyUndoneError and StillRunningError.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(LOCK)  # before any row, as imports do: else they would deadlock
        if not is_at_rest(cursor, key):
            raise StillRunningError(key)
        batch = ImportBatch.objects.select_for_update(of=("self",)).get(pk=key)
        if batch.undone_at:
            raise AlreadyUndoneError(key)
        values = {"batch": key}
        for statement in ([] if dry_run else [HOLD]) + LOOK:
            cursor.execute(statement, values)
        undoing = Undoing(*cursor.fetchone())
        if dry_run:
            transaction.set_rollback(True)
            return undoing
        with pghistory.context(undone_batch=key, user=user):
            for statement in (REFRESH, *REMOVE, *RESTORE):
                cursor.execute(statement, values)
        batch.undone_at, batch.undone_by_id = timezone.now(), user
        batch.save(update_fields=["undone_at", "undone_by"])
    return undoing
