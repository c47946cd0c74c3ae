"""An import: from files to articles, by way of a reader, a check and the writer."""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.db import connection, transaction

from articles.importing.checking import RecordError, checked
from articles.importing.files import Opened, opened
from articles.importing.readers import READERS, UnknownFormatError, reader_of
from articles.importing.records import ArticleRecord, RawRecord, Refusal
from articles.importing.summary import Summary, tell_nobody
from articles.importing.writer import Writer, batches

# Told from time to time how many records there were, and of how many bytes on disk.
Progress = Callable[[Summary, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """Which files to import, and how."""

    files: list[Path]
    format: str = ""  # told by looking when empty
    dry_run: bool = False
    update: bool = False
    tell: Callable[[Refusal], None] = tell_nobody

    def run(self, progress: Progress) -> Summary:
        """Import; a dry run goes the same way and takes all back at the end."""
        summary = Summary(tell=self.tell)
        if self.dry_run:
            with transaction.atomic():
                self._store(summary, progress)
                transaction.set_rollback(True)
        else:
            self._store(summary, progress)
            _refresh_statistics(summary)
        return summary

    def _store(self, summary: Summary, progress: Progress) -> None:
        writer = Writer(summary, update=self.update)
        for batch in batches(self._records(summary, progress)):
            writer.store(batch)

    def _records(self, summary: Summary, progress: Progress) -> Iterator[ArticleRecord]:
        for raw in self._raw_records(summary, progress):
            try:
                if isinstance(raw, Refusal):
                    summary.refuse(raw)
                else:
                    yield _checked(raw, summary)
            except RecordError as error:
                summary.refuse(Refusal(raw.place, error.field, error.reason))

    def _raw_records(
        self, summary: Summary, progress: Progress
    ) -> Iterator[RawRecord | Refusal]:
        finished = 0
        for file in self.files:
            try:
                with opened(file) as source:
                    for raw in self._read(file, source):
                        yield raw
                        progress(summary, finished + source.position())
                    finished += source.position()
            except (OSError, EOFError, zlib.error, UnknownFormatError) as error:
                yield Refusal(str(file), "file", _reason(error))

    def _read(self, file: Path, source: Opened) -> Iterator[RawRecord | Refusal]:
        read = READERS[self.format] if self.format else reader_of(source.stream)
        return read(str(file), source.stream)


def _checked(raw: RawRecord, summary: Summary) -> ArticleRecord:
    record = checked(raw)
    summary.removed_characters += record.removed_characters
    return record


def _reason(error: Exception) -> str:
    if isinstance(error, EOFError | zlib.error):
        return "the compressed data is damaged or ends too early"
    return getattr(error, "strerror", None) or str(error)


def _refresh_statistics(summary: Summary) -> None:
    """Tell the planner what the archive is like now, before readers ask."""
    if summary.stored or summary.updated:
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE articles_article, articles_article_categories")
