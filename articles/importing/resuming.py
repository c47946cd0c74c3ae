"""Which import was broken off that goes on with some files, and who is at it."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.db.models import Exists, OuterRef, QuerySet

from articles.importing.files import Place, is_on_disk
from articles.models import ImportBatch, ImportedFile

# Held for as long as an import runs: a second one of the same files begins its own.
LOCK = "SELECT pg_try_advisory_lock('articles_importbatch'::regclass::oid::int, %s)"
_TRY = (
    "SELECT pg_try_advisory_xact_lock('articles_importbatch'::regclass::oid::int, %s)"
)
_UNLOCK = "SELECT pg_advisory_unlock('articles_importbatch'::regclass::oid::int, %s)"


def unfinished_import(
    files: Sequence[Place], how: dict[str, Any]
) -> ImportBatch | None:
    """The import that these files, if no others, were left over of.

    What is fetched or piped in may be something else by now, so it begins anew.
    """
    if not all(map(is_on_disk, files)):
        return None
    broken_off = ImportBatch.objects.filter(finished_at=None, undone_at=None, **how)
    unfinished = ImportedFile.objects.filter(is_finished=False)
    sums = _checksums(files, unfinished.filter(batch__in=broken_off))
    left = unfinished.filter(batch=OuterRef("pk"))
    ours, others = left.filter(sha256__in=sums), left.exclude(sha256__in=sums)
    return broken_off.filter(Exists(ours), ~Exists(others)).first()


def _checksums(files: Sequence[Place], unfinished: QuerySet[ImportedFile]) -> list[str]:
    """Those of files that may be among these: to read all of them takes its time."""
    sizes = set(unfinished.values_list("size", flat=True).distinct())
    alike = [file for file in files if sizes and _size(file) in sizes]
    return [sha256 for sha256, _size in map(checksum, alike) if sha256]


def _size(path: Place) -> int:
    try:
        return path.stat().st_size if is_on_disk(path) else 0
    except OSError:
        return 0


def is_open(batch: ImportBatch) -> bool:
    """Whether nobody ended it or took it back before it was held; it is read anew."""
    batch.refresh_from_db()
    return batch.finished_at is None and batch.undone_at is None


@contextmanager
def held(batch: ImportBatch | None) -> Iterator[ImportBatch | None]:
    """The entry, unless there is none or another process is at it."""
    if batch is None:
        yield None
        return
    with connection.cursor() as cursor:
        cursor.execute(LOCK, [batch.pk])
        (is_ours,) = cursor.fetchone()
    try:
        yield batch if is_ours else None
    finally:
        if is_ours and connection.is_usable():
            with connection.cursor() as cursor:
                cursor.execute(_UNLOCK, [batch.pk])


def is_at_rest(cursor: CursorWrapper, key: int) -> bool:
    """Whether no process is at the import of this key, until the transaction ends."""
    cursor.execute(_TRY, [key])
    return bool(cursor.fetchone()[0])


def checksum(path: Place) -> tuple[str, int]:
    """The SHA-256 of a file and its size in bytes; none of what is not on disk."""
    if not is_on_disk(path):
        return "", 0
    try:
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            return sha256, file.tell()
    except OSError:
        return "", 0  # the reader will say what is the matter with it
