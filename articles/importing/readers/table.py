"""Tables: CSV and its kin, one story a row, under a header that names the columns."""

from collections.abc import Iterator
from contextlib import closing
from io import BufferedReader

from django.utils.translation import gettext_noop as _

from articles.importing.readers.columns import (
    HeaderError,
    Mapped,
    columns_of,
    quoted,
)
from articles.importing.readers.delimiters import (
    above_header,
    delimiter_of,
    said_delimiter,
)
from articles.importing.readers.table_records import TableRecords
from articles.importing.readers.table_rows import Row, rows
from articles.importing.readers.text_lines import (
    LOOKED_AT,
    LineTooLongError,
    TextLines,
)
from articles.importing.records import Note, RawRecord, Refusal

_UNREAD = _("columns that are not read")


def read_table(
    name: str, stream: BufferedReader, mapped: Mapped | None = None
) -> Iterator[RawRecord | Refusal | Note]:
    """The stories of a file, in its order; a bad row is refused, the rest is read."""
    head = stream.peek(LOOKED_AT)[:LOOKED_AT]
    with closing(TextLines(stream)) as lines:
        try:
            table = rows(lines, _delimiter(lines, mapped or {}))
            columns = columns_of(_header(table), mapped or {})
        except (HeaderError, LineTooLongError) as error:
            yield Refusal(name, "header", above_header(head) or str(error))
            return
        if columns.left_out:
            yield Note(name, f"{_UNREAD}: {quoted(columns.left_out)}")
        yield from TableRecords(name, columns, lines).of(table)


def header_of(stream: BufferedReader) -> list[str]:
    """The names of the columns; raises HeaderError."""
    head = stream.peek(LOOKED_AT)[:LOOKED_AT]
    if reason := above_header(head):
        raise HeaderError(reason)
    with closing(TextLines(stream)) as lines:
        try:
            return _header(rows(lines, _delimiter(lines, {})))
        except LineTooLongError as error:
            raise HeaderError(str(error)) from error


def _delimiter(lines: TextLines, mapped: Mapped) -> str:
    """What stands between cells: as the first line says, or as the header shows."""
    for line in lines:
        if said := said_delimiter(line):
            return said
        if line.strip():
            lines.put_back([line])
            return delimiter_of(line, mapped)
    return ","


def _header(table: Iterator[Row]) -> list[str]:
    header = next((row for row in table if any(row.cells) or row.fault), None)
    if not header or header.fault:
        raise HeaderError(header.fault if header else "it is empty")
    return header.cells
