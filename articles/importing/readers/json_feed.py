"""JSON Feed, 1.0 and 1.1 (jsonfeed.org)."""

import json
import re
from collections.abc import Iterator
from io import BufferedReader
from typing import Any

from django.utils.translation import gettext_noop as _

from articles import characters
from articles.importing.html_bodies import paragraphs_of
from articles.importing.readers.encodings import encoding_of
from articles.importing.readers.html_text import HtmlError
from articles.importing.readers.page_address import (
    address_of,
    fetched_from,
    is_hearsay,
)
from articles.importing.readers.story import story_fields
from articles.importing.records import Note, RawRecord, Refusal
from articles.importing.xml_values import joined

LARGEST = 32 * 1024 * 1024  # it is held in memory whole
MOST_PARTS = (
    2_000_000  # brackets and commas: an empty object takes thirty times its bytes
)

_VERSION = re.compile(
    r'"version"\s*:\s*"(?:https?://(?:www\.)?jsonfeed\.org/|1\.[01]")'
)
_ITEMS = re.compile(r'"items"\s*:\s*\[')
_KEPT = ("version", "title", "home_page_url", "feed_url", "language")
_PEOPLE = ("authors", "author")
_LONGEST_KEPT = 4000  # characters of one value


def looks_like_json_feed(head: bytes) -> bool:
    """Whether a file that begins so is one object with a version and items."""
    text = head.decode(_encoding(head), "replace").removeprefix("\ufeff").lstrip()
    return bool(text.startswith("{") and _VERSION.search(text) and _ITEMS.search(text))


def read_json_feed(
    name: str, stream: BufferedReader
) -> Iterator[RawRecord | Refusal | Note]:
    """The stories of a feed, in its order."""
    feed = _feed(stream.read(LARGEST + 1))
    if isinstance(feed, str):
        yield Refusal(name, "json", feed)
        return
    items = feed["items"]
    alone = {key: feed[key] for key in (*_KEPT, *_PEOPLE) if _is_short(feed.get(key))}
    for number, item in enumerate(items, start=1):
        yield _record(name, f"{name}, item {number}", alone, item)
    if not items:
        yield Note(name, _("feeds without items"))


def _is_short(value: object) -> bool:
    """Whether a value of the feed can be kept with each of its items."""
    return value is not None and len(json.dumps(value)) <= _LONGEST_KEPT


def _feed(data: bytes) -> dict[str, Any] | str:
    """The feed, or in words why there is none."""
    if len(data) > LARGEST:
        return f"longer than {LARGEST:,} bytes"
    if sum(map(data.count, (b"[", b"{", b","))) > MOST_PARTS:
        return f"more than {MOST_PARTS:,} values"
    encoding = _encoding(data[:1024])
    try:
        feed = json.loads(data.decode(encoding).removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return f"line {line} has bytes that are not {encoding.upper()}"
    except (ValueError, RecursionError) as error:
        return f"not JSON: {error}"
    if not isinstance(feed, dict):
        return "not a JSON object"
    return feed if isinstance(feed.get("items"), list) else "it has no list of items"


def _encoding(head: bytes) -> str:
    """UTF-8, as JSON is, unless the file is plainly in a wide encoding."""
    encoding = encoding_of(head)
    return encoding if encoding.startswith(("utf-16", "utf-32")) else "utf-8"


def _record(
    name: str, place: str, feed: dict[str, object], item: object
) -> RawRecord | Refusal:
    if not isinstance(item, dict):
        return Refusal(place, "item", "not a JSON object")
    try:
        fields = _fields(name, feed, item)
    except HtmlError as error:
        return Refusal(place, "body", str(error))
    original = json.dumps({**feed, "items": [item]})
    of_others = is_hearsay(fields["source_url"], fetched_from(name))
    return RawRecord(place, fields, original.encode(), is_hearsay=of_others)


def _fields(
    name: str, feed: dict[str, object], item: dict[str, object]
) -> dict[str, object]:
    html = paragraphs_of(_text(item, "content_html"))
    plain = characters.paragraphs(_text(item, "content_text"))
    return story_fields(
        headline=_text(item, "title"),
        summary=characters.paragraphs(_text(item, "summary")),
        body=html or plain,
        byline=_people(item) or _people(feed),
        categories=_texts(item.get("tags")),
        language=[_text(item, "language"), _text(feed, "language")],
        published=_text(item, "date_published"),
        source=_text(feed, "title"),
        source_url=address_of("", _addresses(name, feed, item), ""),
    )


def _addresses(
    name: str, feed: dict[str, object], item: dict[str, object]
) -> Iterator[str]:
    """Its own address; an id, where that is one; never what it only points to."""
    told = _text(feed, "feed_url") or _text(feed, "home_page_url")
    base = told or fetched_from(name)
    if url := _text(item, "url"):
        yield joined(base, url)
    yield _text(item, "id")


def _people(values: dict[str, object]) -> list[str]:
    told = values.get("authors") or [values.get("author")]
    people = told if isinstance(told, list) else []
    return [
        name for who in people if isinstance(who, dict) if (name := _text(who, "name"))
    ]


def _text(values: dict[str, object], key: str) -> str:
    """The text of a key; what is no text is none."""
    value = values.get(key)
    return value.strip() if isinstance(value, str) else ""


def _texts(value: object) -> list[str]:
    values = value if isinstance(value, list) else []
    return [text for text in values if isinstance(text, str)]
