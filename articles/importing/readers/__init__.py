"""The readers: each turns the bytes of one format into raw records."""

from collections.abc import Callable, Iterator
from io import BufferedReader
from typing import TypeAlias

from articles.importing.readers.columns import Mapped
from articles.importing.readers.delimiters import (
    above_header,
    has_named_column,
    looks_like_table,
    may_be_table,
)
from articles.importing.readers.document import looks_like_document, read_document
from articles.importing.readers.encodings import encoding_of
from articles.importing.readers.feed import looks_like_feed, read_feed
from articles.importing.readers.json_feed import (
    looks_like_json_feed,
    read_json_feed,
)
from articles.importing.readers.json_file import looks_like_json, read_json
from articles.importing.readers.json_lines import (
    looks_like_json_lines,
    read_json_lines,
)
from articles.importing.readers.kinds import unreadable_kind
from articles.importing.readers.page import looks_like_page, read_page
from articles.importing.readers.table import read_table
from articles.importing.readers.text_lines import LOOKED_AT
from articles.importing.readers.wxr import looks_like_wxr, read_wxr
from articles.importing.records import LeftOut, Note, RawRecord, Refusal

Read: TypeAlias = RawRecord | Refusal | Note | LeftOut
Reader = Callable[[str, BufferedReader], Iterator[Read]]

_IN_UTF_16 = "; it is in UTF-16: save it in UTF-8"
_LONGEST_DOCUMENT = 32 * 1024 * 1024


class UnknownFormatError(ValueError):
    """A file that no reader knows."""


def _read_one_document(
    name: str, stream: BufferedReader
) -> Iterator[RawRecord | Refusal]:
    data = stream.read(_LONGEST_DOCUMENT + 1)
    if len(data) > _LONGEST_DOCUMENT:
        reason = f"longer than {_LONGEST_DOCUMENT:,} bytes"
        return iter([Refusal(name, "document", reason)])
    return read_document(name, data)


READERS: dict[str, Reader] = {
    "document": _read_one_document,
    "jsonl": read_json_lines,
    "json": read_json,
    "table": read_table,
    "page": read_page,
    "feed": read_feed,
    "json-feed": read_json_feed,
    "wxr": read_wxr,
}

# The first that knows a file by how it begins reads it.
_LOOKS: list[tuple[Callable[[bytes], bool], str]] = [
    (looks_like_wxr, "wxr"),  # which is RSS as well
    (looks_like_feed, "feed"),
    (looks_like_json_feed, "json-feed"),  # before JSON, which it is as well
    (looks_like_json, "json"),
    (looks_like_json_lines, "jsonl"),
    (looks_like_table, "table"),
    (looks_like_document, "document"),
    (looks_like_page, "page"),  # after the document, which may be a saved page as well
    (may_be_table, "table"),
]


def reader_of(stream: BufferedReader, mapped: Mapped | None = None) -> Reader:
    """The reader of a file, told by how it begins; raises UnknownFormatError.

    What has a column that an operator named is a table.
    """
    head = stream.peek(LOOKED_AT)[:LOOKED_AT]
    if not head.strip():
        raise UnknownFormatError("it is empty")
    if kind := unreadable_kind(head):
        raise UnknownFormatError(kind)
    if mapped and has_named_column(head, mapped):
        return read_table
    for looks_like_it, name in _LOOKS:
        if looks_like_it(head):
            return READERS[name]
    if reason := above_header(head):
        raise UnknownFormatError(reason)
    unknown = f"none of {', '.join(READERS)}, by how it begins"
    raise UnknownFormatError(unknown + _IN_UTF_16 * _is_wide(head))


def _is_wide(head: bytes) -> bool:
    return encoding_of(head).startswith(("utf-16", "utf-32"))
