"""An import: from files to articles, by way of a reader, a check and the writer."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from django.db import connection

from articles.importing.checking import checked
from articles.importing.files import Opened, Place, name_of, opened
from articles.importing.ledger import Ledger
from articles.importing.moments import DayOrder
from articles.importing.raw_values import RecordError
from articles.importing.readers import READERS, Read, UnknownFormatError, reader_of
from articles.importing.readers.columns import Mapped
from articles.importing.readers.table import read_table
from articles.importing.records import ArticleRecord, LeftOut, Note, RawRecord, Refusal
from articles.importing.storing import Storing
from articles.importing.summary import Summary, tell_nobody

# Told from time to time how many records there were, and of how many bytes on disk.
Progress = Callable[[Summary, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """Which files to import, and how."""

    files: Sequence[Place]
    root: Path | None = None  # where names begin that are shown; else as given
    format: str = ""  # told by looking when empty
    dry_run: bool = False
    update: bool = False
    user: int | None = None  # the key of who asked for it, if somebody did
    day_order: DayOrder = DayOrder.UNTOLD
    columns: Mapped = field(default_factory=dict)  # of tables, where names do not tell
    tell: Callable[[Refusal], None] = tell_nobody
    tell_left: Callable[[str], None] | None = None  # the place of what changed, left

    def run(self, progress: Progress) -> Summary:
        """Import the files, and tell from time to time how far they are read."""
        how = Storing(
            dry_run=self.dry_run,
            update=self.update,
            reading=self._reading(),
            user=self.user,
            tell=self.tell,
            tell_left=self.tell_left,
        )
        summary = how.run(partial(self._records, progress), self.files)
        if not self.dry_run:
            _refresh_statistics(summary)
        return summary

    def _reading(self) -> dict[str, Any]:
        """What the ledger remembers of how the files are read."""
        columns = {field: list(names) for field, names in self.columns.items()}
        order = self.day_order.name
        return {"format": self.format, "day_order": order, "columns": columns}

    def _records(self, progress: Progress, ledger: Ledger) -> Iterator[ArticleRecord]:
        summary = ledger.summary
        for raw in self._raw_records(progress, ledger):
            try:
                if isinstance(raw, Refusal):
                    summary.refuse(raw)
                elif isinstance(raw, Note):
                    summary.note(raw)
                elif isinstance(raw, LeftOut):
                    summary.leave_out(raw)
                else:
                    yield self._checked(raw, summary)
            except RecordError as error:
                summary.refuse(Refusal(raw.place, error.field, error.reason))

    def _checked(self, raw: RawRecord, summary: Summary) -> ArticleRecord:
        record = checked(raw, self.day_order)
        summary.removed_characters += record.removed_characters
        summary.look.at(record)
        return record

    def _raw_records(self, progress: Progress, ledger: Ledger) -> Iterator[Read]:
        """What is in the files, but for what was dealt with before."""
        read_to = 0
        for file in self.files:
            entry = ledger.file(file, self._name(file))
            if entry.is_finished:
                continue
            try:
                with opened(file) as source:
                    for number, raw in enumerate(self._read(file, source), start=1):
                        if number > entry.records:
                            entry.records = number
                            ledger.go_on_at(raw.place)
                            yield raw
                        progress(ledger.summary, read_to + source.position())
                    read_to += source.position()
            except (OSError, UnknownFormatError) as error:
                yield Refusal(self._name(file), "file", _reason(error))
            entry.is_finished = True

    def _name(self, file: Place) -> str:
        return name_of(file, self.root)

    def _read(self, file: Place, source: Opened) -> Iterator[Read]:
        read = (
            READERS[self.format]
            if self.format
            else reader_of(source.stream, self.columns)
        )
        name = next(name for name, reader in READERS.items() if reader is read)
        if read is read_table:
            read = partial(read_table, mapped=self.columns)
        for raw in read(source.address or self._name(file), source.stream):
            yield replace(raw, format=name) if isinstance(raw, RawRecord) else raw


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def _refresh_statistics(summary: Summary) -> None:
    """Tell the planner what the archive is like now, before readers ask."""
    if summary.stored or summary.updated:
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE articles_article, articles_article_categories")
