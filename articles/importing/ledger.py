"""The ledger's side of an import: what is written down, and when.

How far a file was dealt with is written in the transaction that stores its records: an
import that was broken off goes on exactly there.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Self

from django.db import connection, transaction
from django.utils import timezone

from articles.importing.files import Place
from articles.importing.records import Refusal
from articles.importing.resuming import checksum, held, is_open, unfinished_import
from articles.importing.summary import COUNTS, KINDS, Summary
from articles.models import ImportBatch, ImportedFile, ImportRefusal

# All are counted; more reasons than these nobody reads.
MOST_REFUSALS = 1000
# Lists of imports name so many of their files.
MOST_NAMES = 5
# Django's way has a CASE for each file, and tries all of them on each.
_HOW_FAR = """
UPDATE articles_importedfile AS file
SET records = dealt.records, is_finished = dealt.is_finished
FROM unnest(%s::bigint[], %s::bigint[], %s::boolean[])
    AS dealt (id, records, is_finished)
WHERE file.id = dealt.id
"""


class Ledger:
    """The entry of an import that runs; `summary` has its counts from the beginning."""

    def __init__(self, batch: ImportBatch, summary: Summary) -> None:
        self.batch, self.summary = batch, summary
        self._files: list[ImportedFile] = []
        self._refusals: list[Refusal] = []
        known = list(batch.files.order_by("pk").values_list("pk", "sha256", "name"))
        self._before = _by_content(known)
        batch.file_count = len(known)
        batch.first_files = [name for _pk, _sum, name in known[:MOST_NAMES]]
        summary.batch_key = batch.pk
        for name in COUNTS:
            setattr(summary, name, getattr(batch, name))
        for name in KINDS:
            setattr(summary, name, Counter(getattr(batch, name)))

    @classmethod
    @contextmanager
    def opened(
        cls, files: Sequence[Place], summary: Summary, *, user: int | None, **how: Any
    ) -> Iterator[Self]:
        """The entry of an import of these files that was broken off, else a new one.

        Of one that went about it in the same way: what it refused, another may not. And
        of one by the same user: an entry has one, who answers for all that is in it.
        """
        how["imported_by_id"] = user
        with held(unfinished_import(files, how)) as unfinished:
            if unfinished and is_open(unfinished):
                yield cls(unfinished, summary)
                return
        new = ImportBatch.objects.create(**how)
        with held(new):
            yield cls(new, summary)

    def file(self, path: Place, name: str) -> ImportedFile:
        """The file's entry: how many of its records were dealt with before.

        Of two files that are the same, byte for byte, each has its own.
        """
        sha256, size = checksum(path)
        if before := self._before.get(sha256 or name):
            entry = self.batch.files.get(pk=before.pop())
            self._note_going_on(entry)
        else:
            entry = self._enter(name=name, sha256=sha256, size=size)
        self._files.append(entry)
        return entry

    def _enter(self, **file: Any) -> ImportedFile:
        entry: ImportedFile = self.batch.files.create(**file)
        self.batch.file_count += 1
        if self.batch.file_count <= MOST_NAMES:
            self.batch.first_files.append(entry.name)
        return entry

    def _note_going_on(self, entry: ImportedFile) -> None:
        if self.summary.went_on_at is None and (entry.is_finished or entry.records):
            self.summary.went_on_at = ""

    def go_on_at(self, place: str) -> None:
        """Something is dealt with: the first, where some was before, is remembered."""
        if self.summary.went_on_at == "":
            self.summary.went_on_at = place

    def refuse(self, refusal: Refusal) -> None:
        """Note it, for the next time that something is written."""
        if self.summary.refused <= MOST_REFUSALS:
            self._refusals.append(refusal)

    def write(self) -> None:
        """Write down how far the files are dealt with, and what it came to so far."""
        columns = ("pk", "records", "is_finished")
        dealt = [[getattr(file, name) for file in self._files] for name in columns]
        with connection.cursor() as cursor:
            cursor.execute(_HOW_FAR, dealt)
        self._files = [entry for entry in self._files if not entry.is_finished]
        ImportRefusal.objects.bulk_create(
            ImportRefusal(
                batch=self.batch, place=it.place, field=it.field, reason=it.reason
            )
            for it in self._refusals
        )
        self._refusals.clear()
        counted = (*COUNTS, *KINDS)
        for name in counted:
            setattr(self.batch, name, getattr(self.summary, name))
        self.batch.save(update_fields=[*counted, "file_count", "first_files"])

    def close(self) -> None:
        """All was read, be it that some of it was refused."""
        with transaction.atomic():
            self.write()
            self.batch.finished_at = timezone.now()
            self.batch.save(update_fields=["finished_at"])


def _by_content(files: list[tuple[int, str, str]]) -> dict[str, list[int]]:
    """The keys of the files that an import had before, the first of them last.

    By checksum, or by name where there was none because nothing could be read.
    """
    keys: dict[str, list[int]] = defaultdict(list)
    for key, sha256, name in reversed(files):
        keys[sha256 or name].append(key)
    return keys
