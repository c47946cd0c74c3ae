"""JSON that is no line by line: a list of stories, an object with one, or objects."""

import json
import re
from collections.abc import Iterator
from io import BufferedIOBase, BytesIO
from typing import Any

from articles.importing.readers.json_values import LISTS, JsonValues, Value
from articles.importing.records import RawRecord, Refusal

_MARK = b"\xef\xbb\xbf"
_LIST = re.compile(rb"\[\s*[{\]]")
# A JSON Feed has a list of items as well, and a reader of its own.
_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org')


def looks_like_json(head: bytes) -> bool:
    """Whether a file that begins so has stories in a list, or over many lines."""
    text = head.removeprefix(_MARK).lstrip()
    if _FEED.search(text):
        return False
    return bool(_LIST.match(text)) or (text.startswith(b"{") and _has_many_lines(text))


def read_json(name: str, stream: BufferedIOBase) -> Iterator[RawRecord | Refusal]:
    """The stories of a file, in its order; a bad one is refused, the rest is read."""
    for number, value in enumerate(JsonValues(stream), start=1):
        yield _record(f"{name}, item {number}", value)


def _has_many_lines(text: bytes) -> bool:
    """Whether an object's first line is no story: it breaks off, or it has many."""
    line, _, rest = text.partition(b"\n")
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        scanned = JsonValues(BytesIO(line))
        list(scanned)
        is_open = scanned.depth > 0 and not scanned.is_in_string and rest
        return scanned.has_list or bool(is_open and not rest.lstrip().startswith(b"{"))
    return "headline" not in value and any(_is_list(value.get(key)) for key in LISTS)


def _is_list(value: Any) -> bool:
    return isinstance(value, list) and (not value or isinstance(value[0], dict))


def _record(place: str, value: Value) -> RawRecord | Refusal:
    if value.fault:
        return Refusal(place, "item", value.fault)
    data = value.data.removeprefix(_MARK).strip()
    try:
        fields = json.loads(data.decode())
    except UnicodeDecodeError as error:
        return Refusal(place, "item", f"not UTF-8: byte {error.start + 1}")
    except (ValueError, RecursionError) as error:
        return Refusal(place, "item", f"not JSON: {error}")
    if not isinstance(fields, dict):
        return Refusal(place, "item", "not a JSON object")
    # In a list of its own, it is a story again whatever lists it has itself.
    return RawRecord(place, fields, b"[" + data + b"]")
