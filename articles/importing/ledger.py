"""The ledger's side of an import: what is written down, and when.

How far a file was dealt with is written in the transaction that stores its records: an
import that was broken off goes on exactly there.
"""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Self

from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.db.models import Exists, OuterRef
from django.utils import timezone

from articles.importing.files import Place, is_on_disk
from articles.importing.records import Refusal
from articles.importing.summary import COUNTS, Summary
from articles.models import ImportBatch, ImportedFile, ImportRefusal

# All are counted; more reasons than these nobody reads.
MOST_REFUSALS = 1000

# Held for as long as an import runs: a second one of the same files begins its own.
_LOCK = "SELECT pg_try_advisory_lock('articles_importbatch'::regclass::oid::int, %s)"
_TRY = (
    "SELECT pg_try_advisory_xact_lock('articles_importbatch'::regclass::oid::int, %s)"
)
_UNLOCK = "SELECT pg_advisory_unlock('articles_importbatch'::regclass::oid::int, %s)"


class Ledger:
    """The entry of an import that runs; `summary` has its counts from the beginning."""

    def __init__(self, batch: ImportBatch, summary: Summary) -> None:
        self.batch, self.summary = batch, summary
        self._files: list[ImportedFile] = []
        self._refusals: list[Refusal] = []
        for name in COUNTS:
            setattr(summary, name, getattr(batch, name))

    @classmethod
    @contextmanager
    def opened(
        cls, files: Sequence[Place], summary: Summary, *, user: int | None, **how: Any
    ) -> Iterator[Self]:
        """The entry of an import of these files that was broken off, else a new one.

        Of one that went about it in the same way: what it refused, another may not.
        """
        with _held(_unfinished(files, how)) as unfinished:
            if unfinished:
                yield cls(unfinished, summary)
                return
        new = ImportBatch.objects.create(imported_by_id=user, **how)
        with _held(new):
            yield cls(new, summary)

    def file(self, path: Place, name: str) -> ImportedFile:
        """The file's entry: how many of its records were dealt with before."""
        sha256, size = _checksum(path)
        entry = self.batch.files.filter(sha256=sha256).exclude(sha256="").first()
        if entry is None:
            entry = self.batch.files.create(name=name, sha256=sha256, size=size)
        self._files.append(entry)
        return entry

    def refuse(self, refusal: Refusal) -> None:
        """Note it, for the next time that something is written."""
        if self.summary.refused <= MOST_REFUSALS:
            self._refusals.append(refusal)

    def write(self) -> None:
        """Write down how far the files are dealt with, and what it came to so far."""
        ImportedFile.objects.bulk_update(self._files, ["records", "is_finished"])
        self._files = [entry for entry in self._files if not entry.is_finished]
        ImportRefusal.objects.bulk_create(
            ImportRefusal(
                batch=self.batch, place=it.place, field=it.field, reason=it.reason
            )
            for it in self._refusals
        )
        self._refusals.clear()
        for name in COUNTS:
            setattr(self.batch, name, getattr(self.summary, name))
        self.batch.save(update_fields=COUNTS)

    def close(self) -> None:
        """All was read, be it that some of it was refused."""
        self.write()
        self.batch.finished_at = timezone.now()
        self.batch.save(update_fields=["finished_at"])


def is_at_rest(cursor: CursorWrapper, key: int) -> bool:
    """Whether no process is at the import of this key, until the transaction ends."""
    cursor.execute(_TRY, [key])
    return bool(cursor.fetchone()[0])


def _unfinished(files: Sequence[Place], how: dict[str, Any]) -> ImportBatch | None:
    """The import that these files, if no others, were left over of."""
    sums = [sha256 for sha256, _size in map(_checksum, files) if sha256]
    left = ImportedFile.objects.filter(batch=OuterRef("pk"), is_finished=False)
    ours = left.filter(sha256__in=sums)
    broken_off = ImportBatch.objects.filter(finished_at=None, undone_at=None, **how)
    others = left.exclude(sha256__in=sums)
    return broken_off.filter(Exists(ours), ~Exists(others)).first()


@contextmanager
def _held(batch: ImportBatch | None) -> Iterator[ImportBatch | None]:
    """The entry, unless there is none or another process is at it."""
    if batch is None:
        yield None
        return
    with connection.cursor() as cursor:
        cursor.execute(_LOCK, [batch.pk])
        (is_ours,) = cursor.fetchone()
    try:
        yield batch if is_ours else None
    finally:
        if is_ours and connection.is_usable():
            with connection.cursor() as cursor:
                cursor.execute(_UNLOCK, [batch.pk])


def _checksum(path: Place) -> tuple[str, int]:
    """The SHA-256 of a file and its size in bytes; none of what is not on disk."""
    if not is_on_disk(path):
        return "", 0
    try:
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            return sha256, file.tell()
    except OSError:
        return "", 0  # the reader will say what is the matter with it
