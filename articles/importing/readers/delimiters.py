"""What stands between the cells of a table, and whether a file is one."""

import csv
import re

from articles.importing.readers.columns import Mapped, field_of, is_telling
from articles.importing.readers.encodings import encoding_of

_DELIMITERS = (",", ";", "\t", "|")
_SAID = re.compile('"?sep=([^\\w\\s"]|\t)"?\\s*')  # as spreadsheets write it
_LONGEST_NAME = 80
_LINES = 4  # that are compared where no column has a name that is known
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def said_delimiter(line: str) -> str:
    """The delimiter that the first line of a file says outright, or an empty text."""
    said = _SAID.fullmatch(line)
    return said[1] if said else ""


def delimiter_of(header: str, mapped: Mapped) -> str:
    """The one that makes the most known names of a header, and the most names."""
    named = {name for names in mapped.values() for name in names}

    def names(delimiter: str) -> tuple[int, int]:
        cells = _cells(header, delimiter)
        known = [cell for cell in cells if field_of(cell) or cell in named]
        return len(known), len(cells)

    return max(_DELIMITERS, key=names)


def looks_like_table(head: bytes) -> bool:
    """Whether a file begins with a header: two columns that are known, one telling."""
    lines = _lines(head)
    fields = {field_of(cell) for cell in _header(lines)} - {""}
    return bool(lines and said_delimiter(lines[0])) or (
        len(fields) >= 2 and is_telling(fields)
    )


def may_be_table(head: bytes) -> bool:
    """Whether a file begins with lines that all have as many cells, of any name."""
    lines = _lines(head)[:_LINES]
    header = _header(lines)
    if len(lines) < 2 or not 2 <= len(set(header)) == len(header):
        return False
    if _CONTROL.search(lines[0]) or lines[0].lstrip().startswith(("<", "{", "[")):
        return False
    delimiter = delimiter_of(lines[0], {})
    return {len(_cells(line, delimiter)) for line in lines} == {len(header)}


def _lines(head: bytes) -> list[str]:
    text = head.decode(encoding_of(head) or "ascii", "replace").removeprefix("\ufeff")
    return [line for line in re.split("[\r\n]+", text) if line.strip()]


def _header(lines: list[str]) -> list[str]:
    """The names of the columns; none where one is too long to be a name."""
    cells = _cells(lines[0], delimiter_of(lines[0], {})) if lines else []
    return cells if all(len(cell) <= _LONGEST_NAME for cell in cells) else []


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return []
