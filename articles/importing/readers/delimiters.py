"""What stands between the cells of a table, and whether a file is one."""

import csv
import re
from contextlib import suppress
from itertools import islice

from articles.importing.readers.column_names import field_of
from articles.importing.readers.columns import (
    Mapped,
    is_named,
    is_telling,
    quoted,
)
from articles.importing.readers.encodings import encoding_of
from articles.importing.readers.text_lines import LOOKED_AT

_DELIMITERS = (",", ";", "\t", "|")
_SAID = re.compile('"?sep=([^\\w\\s"]|\t)"?\\s*')  # as spreadsheets write it
_LONGEST_NAME = 80
_ROWS = 4  # that are compared where no column has a name that is known
_MOST_ABOVE = 3  # lines above a header, as a title and a day
_FEWEST_BELOW = 3  # columns below them, or prose with commas were a table, too
_ABOVE = "a table below lines of another kind; take away what stands above its header"
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def said_delimiter(line: str) -> str:
    """The delimiter that the first line of a file says outright, or an empty text."""
    said = _SAID.fullmatch(line)
    return said[1] if said else ""


def delimiter_of(header: str, mapped: Mapped) -> str:
    """The one that makes the most known names of a header, and the most names."""

    def names(delimiter: str) -> tuple[int, int]:
        cells = _cells(header, delimiter)
        known = [cell for cell in cells if field_of(cell) or is_named(cell, mapped)]
        return len(known), len(cells)

    return max(_DELIMITERS, key=names)


def looks_like_table(head: bytes) -> bool:
    """Whether a file begins with a header: two columns that are known, one telling."""
    lines = _lines(head)
    return bool(lines and said_delimiter(lines[0])) or _is_known(_header(lines))


def has_named_column(head: bytes, mapped: Mapped) -> bool:
    """Whether a file begins with a header that has a column that an operator named."""
    return any(is_named(cell, mapped) for cell in _header(_lines(head), mapped))


def may_be_table(head: bytes) -> bool:
    """Whether a file begins with rows that all have as many cells, of any name."""
    lines = _lines(head)
    header = _header(lines)
    return 2 <= len(set(header)) == len(header) and _has_rows(lines)


def above_header(head: bytes) -> str:
    """What is the matter with a table whose header is not its first line; else empty.

    Spreadsheets write their title there, and empty cells beside it.
    """
    lines = _lines(head)
    for start in range(1, min(_MOST_ABOVE, len(lines) - 2) + 1):
        if sum(map(bool, _header(lines[start - 1 :]))) > 1:
            break  # a line of the table itself
        header = _header(lines[start:])
        is_header = all(header) and len(set(header)) == len(header)
        is_table = len(header) >= _FEWEST_BELOW or _is_known(header)
        if is_header and is_table and _has_rows(lines[start:]):
            return f"{_ABOVE}: {quoted(header)}"
    return ""


def _is_known(header: list[str]) -> bool:
    fields = {field_of(cell) for cell in header} - {""}
    return len(fields) >= 2 and is_telling(fields)


def _has_rows(lines: list[str]) -> bool:
    """Whether rows follow that have as many cells as the first line."""
    if _CONTROL.search(lines[0]) or lines[0].lstrip().startswith(("<", "{", "[")):
        return False
    reader = csv.reader(lines, delimiter=delimiter_of(lines[0], {}), strict=True)
    widths: list[int] = []
    with suppress(csv.Error):  # at the latest where the head ends within quotes
        widths += map(len, islice(reader, _ROWS))
    return len(widths) > 1 and len(set(widths)) == 1


def _lines(head: bytes) -> list[str]:
    text = head.decode(encoding_of(head) or "ascii", "replace").removeprefix("\ufeff")
    lines = [line for line in re.split("[\r\n]+", text) if line.strip()]
    return lines[:-1] if len(head) >= LOOKED_AT and len(lines) > 1 else lines


def _header(lines: list[str], mapped: Mapped | None = None) -> list[str]:
    """The names of the columns; none where one is too long to be a name."""
    cells = _cells(lines[0], delimiter_of(lines[0], mapped or {})) if lines else []
    return cells if all(len(cell) <= _LONGEST_NAME for cell in cells) else []


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return []
