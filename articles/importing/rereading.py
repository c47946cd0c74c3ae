"""Reading again what was kept as it came, by readers that have become better since."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import cast

from django.db import connection
from django.db.models import prefetch_related_objects

from articles.importing.checking import checked
from articles.importing.edits import edited_since
from articles.importing.ledger import Ledger
from articles.importing.moments import DayOrder
from articles.importing.raw_values import RecordError
from articles.importing.readers import READERS
from articles.importing.records import ArticleRecord, LeftOut, Note, Refusal
from articles.importing.storing import Storing
from articles.importing.summary import Summary
from articles.models import Original

_AT_ONCE = 200

# The last record of each article, unless the article was changed after it.
_KEPT = """
SELECT * FROM (
    SELECT DISTINCT ON (article_id) * FROM articles_original
    WHERE article_id > %s ORDER BY article_id, id DESC LIMIT %s
) AS last
"""
_EDITED = f"""
SELECT original.id FROM articles_original AS original
WHERE original.id = ANY (%s)
    AND ({edited_since("original.article_id", "original.stored_at")})
"""


@dataclass(slots=True, kw_only=True)
class Rereading:
    """Which records to read again, and how; `edited` counts the articles left alone."""

    format: str = ""  # of any reader when empty
    dry_run: bool = False
    tell: Callable[[Refusal], None]
    edited: int = 0

    def run(self) -> Summary:
        """Update what reads otherwise now, as an import in the ledger."""
        how = Storing(dry_run=self.dry_run, update=True, tell=self.tell)
        return how.run(self._records)

    def _records(self, ledger: Ledger) -> Iterator[ArticleRecord]:
        for original in self._originals():
            try:
                yield _read(original)
            except RecordError as error:
                ledger.summary.refuse(
                    Refusal(original.place, error.field, error.reason)
                )

    def _originals(self) -> Iterator[Original]:
        last = 0
        while kept := list(Original.objects.raw(_KEPT, [last, _AT_ONCE])):
            last = kept[-1].article_id
            prefetch_related_objects(kept, "batch")
            edited = _edited(kept)
            for original in kept:
                if self.format in ("", original.format):
                    if original.pk in edited:
                        self.edited += 1
                    else:
                        yield original


def _edited(kept: list[Original]) -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute(_EDITED, [[original.pk for original in kept]])
        return {pk for (pk,) in cursor.fetchall()}


def _read(original: Original) -> ArticleRecord:
    """The record as it is read now; raises RecordError."""
    bytes_of = cast(io.RawIOBase, io.BytesIO(original.unpacked()))
    stream: io.BufferedReader = io.BufferedReader(bytes_of)
    read = READERS[original.format](original.place, stream)
    found = [raw for raw in read if not isinstance(raw, Note | LeftOut)]
    if len(found) != 1:
        raise RecordError("record", f"is read as {len(found)} records")
    raw = found[0]
    if isinstance(raw, Refusal):
        raise RecordError(raw.field, raw.reason)
    raw = replace(raw, original=original.unpacked(), format=original.format)
    order = DayOrder[original.batch.reading.get("day_order", DayOrder.UNTOLD.name)]
    # Whatever told of the article, it is the one that the record was kept with.
    record = replace(checked(raw, order), is_hearsay=False)
    return replace(record, article_id=original.article_id)
