"""Fills the file: articles in batches, so that memory stays the same."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from articles.exporting.files import UnwritableError, beside
from articles.exporting.meanings import meanings
from articles.exporting.records import Record
from articles.exporting.snapshots import snapshot
from articles.exporting.sqlite import schema
from articles.exporting.sqlite.spellings import with_spellings
from articles.models import Category, Source

_MAGIC = b"SQLite format 3\x00"  # what every such file begins with


class NoFullTextError(Exception):
    """Python's own SQLite has no FTS5."""


def fill(path: Path, records: Iterable[Record]) -> int:
    """Write the file, and say how many articles are in it.

    It takes its name when it is whole, but not from a file of another kind. What is
    read on the way, also the records, is of one moment. Raises UnwritableError and
    NoFullTextError.
    """
    if path.is_file() and not _may_be_replaced(path):
        raise UnwritableError(f"{path}: is there, and is no SQLite file")
    with snapshot(), beside(path) as aside:
        try:
            aside.touch(exist_ok=False)  # SQLite would not say why it cannot
            with closing(sqlite3.connect(aside, isolation_level=None)) as database:
                return _Filling(database).fill(records)
        except sqlite3.OperationalError as error:
            if "fts5" in str(error):
                raise NoFullTextError from error
            raise OSError(str(error)) from error


def _may_be_replaced(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) in (_MAGIC, b"")


class _Filling:
    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        # A file that is not whole is thrown away: nothing need be taken back.
        database.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; "
            "PRAGMA cache_size = -64000;"  # kilobytes
        )
        database.executescript(schema.CREATE)

    def fill(self, records: Iterable[Record]) -> int:
        self._database.execute("BEGIN")
        self._explain()
        self._sources = self._named(Source, "domain", "homepage")
        self._categories = self._named(Category)
        count = 0
        for record in records:
            self._add(record)
            count += 1
        self._database.execute("COMMIT")
        self._database.executescript(schema.FINISH)
        return count

    def _explain(self) -> None:
        known = {
            "name": settings.SITE_NAME,
            "address": settings.SITE_URL,
            "moment": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
        }
        rows = [(topic, text.format(**known)) for topic, text in schema.ABOUT.items()]
        rows += [
            (f"articles.{name}", str(meaning))
            for name, meaning in meanings()
            if name not in schema.ELSEWHERE
        ]
        self._database.executemany("INSERT INTO readme VALUES (?, ?)", rows)

    def _named(self, model: type[Category | Source], *more: str) -> dict[str, int]:
        """Write down all of a kind, and give the key of each name."""
        rows = model._default_manager.order_by("pk").values_list(
            "pk", "name", "name_ur", "slug", *more
        )
        marks = ", ".join("?" for _ in range(4 + len(more)))
        insert = f"INSERT INTO {_TABLES[model]} VALUES ({marks})"
        keys: dict[str, int] = {}
        for row in rows.iterator():
            self._database.execute(insert, [value or None for value in row])
            keys[row[1]] = row[0]
        return keys

    def _add(self, record: Record) -> None:
        number, execute = record["number"], self._database.execute
        texts = [record.get(name) for name in schema.TEXTS]
        source = self._sources.get(record.get("source", ""))
        execute(schema.INSERT, [number, *texts, source])
        words = (record.get(name, "") for name in ("headline", "summary", "body"))
        execute(schema.INSERT_WORDS, [number, *map(with_spellings, words)])
        for name in record.get("categories", ()):
            execute(schema.INSERT_FILED, [number, self._categories[name]])


_TABLES: dict[type[Category | Source], str] = {
    Category: "categories",
    Source: "sources",
}
