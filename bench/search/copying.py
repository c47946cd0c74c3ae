"""What each of the processes that fill an archive does: make articles, copy them in.

They know nothing of Django: the tables are told to them, and how to reach them.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import psycopg
from psycopg import sql

from bench.search import texts

_IMPORTED_AT = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Target:
    """Where the rows go. A column that is made up of nothing here has its default."""

    address: str
    articles: str
    categories: str  # the table of which article is filed under which category
    defaults: dict[str, Any]  # of every column that is not generated, in their order


class _Copier:
    def __init__(self, target: Target) -> None:
        self.target = target
        self.connection = psycopg.connect(target.address, autocommit=True)
        at_ease(self.connection.cursor())

    def copy(self, numbers: range) -> None:
        filed, columns = [], list(self.target.defaults)
        cursor = self.connection.cursor()
        with cursor.copy(_copy(self.target.articles, columns)) as rows:
            for number in numbers:
                values = _values(number)
                known = self.target.defaults | values
                rows.write_row([known[column] for column in columns])
                filed += [(values["id"], of) for of in values["category_ids"]]
        with cursor.copy(
            _copy(self.target.categories, ["article_id", "category_id"])
        ) as rows:
            for pair in filed:
                rows.write_row(pair)


_copiers: list[_Copier] = []  # the one of this process


def begin(target: Target) -> None:
    """Once in every process, before its first slice."""
    _copiers.append(_Copier(target))


def copy_slice(numbers: range) -> int:
    """Copy the articles of these numbers into the archive; returns how many."""
    _copiers[0].copy(numbers)
    return len(numbers)


def at_ease(cursor: Any) -> None:
    """Nothing here is worth waiting for the disk, and no foreign key can be wrong."""
    cursor.execute("SET synchronous_commit = off")
    cursor.execute("SET session_replication_role = replica")


def _copy(table: str, columns: list[str]) -> sql.Composed:
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    return sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), names)


def _values(number: int) -> dict[str, Any]:
    """An article as its row, published, and imported from a file."""
    values = texts.article(number)._asdict()
    address = values["source_url"].encode()
    return values | {
        "id": number + 1,
        "state": "published",
        "imported_at": _IMPORTED_AT,
        "updated_at": _IMPORTED_AT,
        "imported_as": hashlib.md5(address, usedforsecurity=False).hexdigest(),
    }
