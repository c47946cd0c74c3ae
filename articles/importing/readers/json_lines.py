"""JSON Lines: one story a line, as an object with named values."""

import json
import re
from collections.abc import Iterator
from io import BufferedIOBase
from itertools import islice

from articles.importing.readers.json_values import LONGEST, MOST_PARTS
from articles.importing.records import RawRecord, Refusal

# A line is held in memory whole, and as text may take four times its bytes.
LONGEST_LINE = LONGEST
_LONG = 1024 * 1024
_PART = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[{,]')


def looks_like_json_lines(head: bytes) -> bool:
    """Whether a file that begins so is one object a line."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def read_json_lines(name: str, stream: BufferedIOBase) -> Iterator[RawRecord | Refusal]:
    """The stories of a file, in its order; a bad line is refused, the rest is read."""
    for number, line in enumerate(_lines(stream), start=1):
        if line is None or line.strip():
            yield _record(f"{name}, line {number}", line)


def _record(place: str, line: bytes | None) -> RawRecord | Refusal:
    if line is None:
        return Refusal(place, "line", f"longer than {LONGEST_LINE:,} bytes")
    if len(line) > _LONG and _has_too_many_parts(line):
        return Refusal(place, "line", f"more than {MOST_PARTS:,} values in one")
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Refusal(place, "line", f"not UTF-8: byte {error.start + 1}")
    except (ValueError, RecursionError) as error:
        return Refusal(place, "line", f"not JSON: {error}")
    if not isinstance(fields, dict):
        return Refusal(place, "line", "not a JSON object")
    return RawRecord(place, fields, line)


def _has_too_many_parts(line: bytes) -> bool:
    """Whether a long line would take thirty times its bytes as values."""
    return any(islice(_PART.finditer(line), 2 * MOST_PARTS, None))


def _lines(stream: BufferedIOBase) -> Iterator[bytes | None]:
    """The lines, and None for one that is too long to be held."""
    while line := stream.readline(LONGEST_LINE):
        is_whole = line.endswith(b"\n") or len(line) < LONGEST_LINE
        yield line if is_whole else None
        while not is_whole and (rest := stream.readline(LONGEST_LINE)):
            is_whole = rest.endswith(b"\n")
