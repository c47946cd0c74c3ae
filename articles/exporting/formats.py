"""The formats of records: JSON Lines for programs, CSV for tables."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from articles.exporting.records import FIELDS, STATE, Record

# What parts several categories in one cell; no name of a category has it.
SEPARATOR = ","
_CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write records down, and how the web calls it."""

    media_type: str
    lines: Callable[[Iterable[Record], bool], Iterator[str]]

    def chunks(
        self, records: Iterable[Record], *, has_drafts: bool = False
    ) -> Iterator[bytes]:
        """The file in UTF-8, in parts that are worth sending."""
        parts: list[str] = []
        size = 0
        for line in self.lines(records, has_drafts):
            parts.append(line)
            size += len(line)
            if size >= _CHUNK:
                yield "".join(parts).encode()
                parts, size = [], 0
        if parts:
            yield "".join(parts).encode()


def json_line(record: Record) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"


def _json_lines(records: Iterable[Record], has_drafts: bool) -> Iterator[str]:
    return map(json_line, records)


def _csv(records: Iterable[Record], has_drafts: bool) -> Iterator[str]:
    """A table (RFC 4180) with all columns, for spreadsheets marked as UTF-8.

    A cell is what the article has, also where a spreadsheet takes it for a formula:
    whatever were put before it would come back as text of the article.
    """
    columns = (*FIELDS, STATE) if has_drafts else FIELDS
    write = csv.writer(_Written()).writerow
    yield "\ufeff" + str(write(columns))
    for record in records:
        yield str(write(_cell(record.get(name, "")) for name in columns))


def _cell(value: Any) -> Any:
    return SEPARATOR.join(value) if isinstance(value, list) else value


class _Written:
    """Gives each row back, where the csv module writes to a file."""

    def write(self, row: str) -> str:
        return row


FORMATS = {
    "jsonl": Format("application/x-ndjson; charset=utf-8", _json_lines),
    "csv": Format("text/csv; charset=utf-8", _csv),
}
