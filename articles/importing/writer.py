"""Records into rows, in batches; safe to repeat, and to break off at any moment."""

from django.db import (
    DataError,
    IntegrityError,
    OperationalError,
    connection,
    transaction,
)
from django.db.backends.utils import CursorWrapper

from articles.importing import incoming, numbering, statements
from articles.importing.first_look import BESIDE
from articles.importing.labels import Labels
from articles.importing.records import ArticleRecord, Refusal
from articles.importing.rows import row_of
from articles.importing.summary import Summary

TRIES = 3
_LIMIT_EXCEEDED = "54"  # the SQLSTATE class for what is too large or too complex
# SQLSTATEs of what an editor can bring about at the same time: two that wait for each
# other, a category that is gone, a slug that was free a moment ago.
_OF_ANOTHER_WRITER = {"40P01", "23503", "23505"}


class Writer:
    """Stores records: those that are new, and with `update` those that changed.

    With the key of an import in the ledger, each is kept beside its article as it came.
    """

    def __init__(
        self,
        summary: Summary,
        *,
        update: bool,
        batch_key: int | None = None,
        is_trial: bool = False,
    ) -> None:
        self.summary = summary
        self.is_trial = is_trial  # in one transaction, which is taken back
        self.update = update
        self.batch_key = batch_key
        self._labels = Labels()

    def store(self, records: list[ArticleRecord], *, tries: int = TRIES) -> None:
        """One transaction; a record that the database refuses is refused alone."""
        if not records:
            return
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                counts = self._store(cursor, records)
                cursor.execute(statements.CHECK)
        except (DataError, IntegrityError, OperationalError) as error:
            self._labels.forget()
            if tries > 1 and _sqlstate(error) in _OF_ANOTHER_WRITER:
                self.store(records, tries=tries - 1)
            else:
                self._divide(records, error)
        else:
            self.summary.add(counts)
            self._labels.tidy()

    def _divide(self, records: list[ArticleRecord], error: Exception) -> None:
        """Find the record at fault by halves, and store the others."""
        is_limit = _sqlstate(error).startswith(_LIMIT_EXCEEDED)
        if isinstance(error, OperationalError) and not is_limit:
            raise error  # the server or the network is at fault, and no record
        if len(records) == 1:
            reason = str(error).strip().splitlines()[0]
            self.summary.refuse(Refusal(records[0].place, "record", reason))
            return
        half = len(records) // 2
        self.store(records[:half])
        self.store(records[half:])

    def _store(self, cursor: CursorWrapper, records: list[ArticleRecord]) -> Summary:
        cursor.execute(statements.LOCK)
        cursor.execute(incoming.CREATE_INCOMING)
        cursor.execute("TRUNCATE incoming")
        if self.is_trial:
            cursor.execute(numbering.CREATE_TRIAL_NUMBERS)
        # All keys first: while COPY runs, the connection answers no query.
        rows = [tuple(row_of(record, self._labels)) for record in records]
        with (
            connection.wrap_database_errors,  # which Django does not do for COPY
            cursor.copy(incoming.COPY_INCOMING) as copy,
        ):
            for position, row in enumerate(rows):
                copy.write_row((position, *row))
        cursor.execute(incoming.ANALYZE_INCOMING)
        counts = Summary()
        are_numbered = not self.is_trial and any(record.number for record in records)
        if are_numbered:
            self._claim_numbers(cursor)
        if self.is_trial and not all(record.source_url for record in records):
            self._warn(cursor, counts)
        self._store_new(cursor, counts)
        if counts.stored < len(records):
            cursor.execute(statements.FIND_STORED)
            if are_numbered:
                self._store_lost(cursor, counts)
            self._compare(cursor, counts)
            if counts.left and self.summary.tell_left:
                counts.left_places = _left_places(cursor, records)
        return counts

    def _claim_numbers(self, cursor: CursorWrapper) -> None:
        cursor.execute(numbering.DROP_NUMBERS)
        cursor.execute(numbering.MOVE_SEQUENCE)

    def _warn(self, cursor: CursorWrapper, counts: Summary) -> None:
        """An import would wait for it, and when it is made it is too late to say so."""
        cursor.execute(statements.COUNT_BESIDE)
        (beside,) = cursor.fetchone()
        counts.look.warnings.update({BESIDE: beside} if beside else {})

    def _store_new(self, cursor: CursorWrapper, counts: Summary) -> None:
        store = statements.TRY_NEW if self.is_trial else statements.STORE_NEW
        cursor.execute(store, {"batch": self.batch_key})
        stored, drafts = cursor.fetchone()
        counts.stored += stored
        counts.drafts += drafts

    def _store_lost(self, cursor: CursorWrapper, counts: Summary) -> None:
        """Store what is still not there: an article of an editor took its number."""
        cursor.execute(statements.COUNT_LOST)
        if cursor.fetchone() != (0,):
            self._claim_numbers(cursor)
            self._store_new(cursor, counts)
            cursor.execute(statements.FIND_STORED)

    def _compare(self, cursor: CursorWrapper, counts: Summary) -> None:
        cursor.execute(statements.COMPARE)
        cursor.execute(statements.COUNT_CHANGED)
        counts.unchanged, counts.left = cursor.fetchone()
        if self.update and counts.left:
            cursor.execute(statements.UPDATE_CHANGED, {"batch": self.batch_key})
            (counts.updated,) = cursor.fetchone()
            counts.left -= counts.updated


def _left_places(cursor: CursorWrapper, records: list[ArticleRecord]) -> list[str]:
    """Where the records are that differ from their articles, also after an update."""
    cursor.execute(statements.COMPARE)
    cursor.execute(statements.CHANGED_POSITIONS)
    return [records[position].place for (position,) in cursor.fetchall()]


def _sqlstate(error: Exception) -> str:
    return getattr(error.__cause__, "sqlstate", None) or ""
