"""The columns of a table that is to be imported, for whoever says what they are."""

from pathlib import Path

from articles.importing.files import opened
from articles.importing.readers import READERS, UnknownFormatError, reader_of
from articles.importing.readers.columns import (
    Columns,
    HeaderError,
    Mapped,
    columns_told,
)
from articles.importing.readers.table import header_of, read_table

_NONE = Columns((), ())


def columns_in(file: Path, format_: str, mapped: Mapped) -> Columns:
    """The columns as an import reads them; none where the file is no table."""
    try:
        with opened(file) as source:
            reader = READERS.get(format_) or reader_of(source.stream, mapped)
            if reader is not read_table:
                return _NONE
            return _told(header_of(source.stream), mapped)
    except (OSError, UnknownFormatError, HeaderError):
        return _NONE


def _told(header: list[str], mapped: Mapped) -> Columns:
    """Of columns that cannot be told apart, none is told."""
    try:
        return columns_told(header, mapped)
    except HeaderError:
        return Columns(tuple(header), ("",) * len(header))
