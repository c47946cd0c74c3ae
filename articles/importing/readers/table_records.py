"""From the rows of a table to records, each with the header that tells its fields."""

import csv
import io
import re
from collections.abc import Iterator

from articles.importing.moments import DateError, DayOrder, read_moment
from articles.importing.readers.columns import Columns, HeaderError, columns_of
from articles.importing.readers.delimiters import delimiter_of
from articles.importing.readers.table_rows import Row
from articles.importing.readers.text_lines import TextLines
from articles.importing.records import RawRecord, Refusal

_BETWEEN_NAMES = re.compile("[,;|،؛]")


class TableRecords:
    """Turns the rows of one table into records."""

    def __init__(self, name: str, columns: Columns, lines: TextLines) -> None:
        self._name, self._columns, self._lines = name, columns, lines
        self._header = _line(_own_header(columns))  # it is part of each record
        self._broken = 0  # the line of a broken row, until a row looks whole again

    def of(self, table: Iterator[Row]) -> Iterator[RawRecord | Refusal]:
        is_empty = True
        for row in table:
            if row.fault or any(cell.strip() for cell in row.cells):
                is_empty = False
                yield self._record(row)
        if is_empty:
            yield Refusal(self._name, "file", "there is no row below the header")

    def _record(self, row: Row) -> RawRecord | Refusal:
        place = f"{self._name}, line {row.line}"
        columns, width = self._columns, len(self._columns.header)
        # Spreadsheets leave empty cells at the end.
        cells = row.cells if any(row.cells[width:]) else row.cells[:width]
        if reason := self._fault(row, cells):
            return Refusal(place, "row", reason)
        fields = _fields(columns, cells)
        if self._broken and not _is_plausible(fields):
            reason = f"it may belong to the broken row of line {self._broken}"
            return Refusal(place, "row", reason)
        self._broken = 0
        original = (self._header + _line(cells)).encode("utf-8", "surrogatepass")
        return RawRecord(place, fields, original)

    def _fault(self, row: Row, cells: list[str]) -> str:
        expected = len(self._columns.header)
        if row.fault:
            self._broken = row.line
            return row.fault
        if len(cells) != expected:
            return f"as many cells as the header has: {len(cells)}, not {expected}"
        if not self._lines.is_whole("".join(cells)):
            return f"some bytes are no characters of {self._lines.encoding or 'UTF-8'}"
        return ""


def _fields(columns: Columns, cells: list[str]) -> dict[str, object]:
    fields: dict[str, object] = {}
    names: list[str] = []
    for field, cell in zip(columns.fields, cells, strict=True):
        if field == "categories" and not columns.is_own:
            names += filter(None, map(str.strip, _BETWEEN_NAMES.split(cell)))
        elif field:
            fields[field] = cell
    return fields | ({"categories": names} if names else {})


def _is_plausible(fields: dict[str, object]) -> bool:
    """Whether this is a row, and no paragraph of one that broke.

    A date or an address tells; without such a column there is only the number of cells.
    """
    address, published = fields.get("source_url"), _published(fields)
    if address is None and published is None:
        return True
    return str(address).startswith(("http://", "https://")) or _is_date(published or "")


def _published(fields: dict[str, object]) -> str | None:
    names = ("published_on", "published", "published_at")
    return next((str(fields[name]) for name in names if name in fields), None)


def _is_date(text: str) -> bool:
    try:
        return bool(read_moment(text, DayOrder.DAY_FIRST))
    except DateError:
        return False


def _own_header(columns: Columns) -> list[str]:
    """A header that by itself tells the same fields, also those an operator named."""
    header = list(columns.header)
    try:
        is_plain = delimiter_of(_line(header), {}) == ","
        if is_plain and columns_of(header, {}) == columns:
            return header
    except HeaderError:
        pass
    return [field or f"column {i}" for i, field in enumerate(columns.fields, start=1)]


def _line(cells: list[str]) -> str:
    text = io.StringIO()
    csv.writer(text).writerow(cells)
    return text.getvalue()
