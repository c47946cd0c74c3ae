"""Documents: one archived page a file, as its text or as HTML saved by a browser."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from django.utils import timezone

from articles.documents import Document, DocumentError, label_of, parse
from articles.importing.readers.html_text import HtmlError, flatten
from articles.importing.records import RawRecord, Refusal

_SNIFFED = 64 * 1024
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(r"\ufeff?\s*<[!?a-z]", re.IGNORECASE)
_TAG = re.compile("<[^<>]*>")
_OTHER_XML = re.compile(r"<(?:rss|feed|rdf:rdf)\b", re.IGNORECASE)


def looks_like_document(head: bytes) -> bool:
    """Whether a file that begins so has lines of a document's header.

    In text one is enough. HTML must have two: many a news page names a category.
    """
    encoding = "utf-16" if head.startswith(_UTF_16) else "utf-8"
    text = head[:_SNIFFED].decode(encoding, errors="replace").removeprefix("\ufeff")
    is_html = _is_html(text)
    if is_html and _OTHER_XML.search(text):
        return False
    lines = _TAG.sub("\n", text).replace("&nbsp;", " ") if is_html else text
    labels = {label for line in lines.splitlines() if (label := label_of(line))}
    return len(labels) >= (2 if is_html else 1)


def read_document(name: str, data: bytes) -> Iterator[RawRecord | Refusal]:
    """The story of a file, or why it is not read and where."""
    try:
        text = data.decode()
        yield RawRecord(name, _fields(_document(text)), data)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        yield Refusal(f"{name}, line {line}", "document", _not_utf_8(data, error))
    except HtmlError as error:
        yield Refusal(f"{name}, line {error.line}", "document", str(error))
    except DocumentError as error:
        place = f"{name}, line {error.line}" + " of its text" * _is_html(text)
        yield Refusal(place, error.field, error.reason)


def _document(text: str) -> Document:
    return parse(_without_menu(flatten(text)) if _is_html(text) else text)


def _not_utf_8(data: bytes, error: UnicodeDecodeError) -> str:
    reason = f"not UTF-8: byte {error.start + 1:,}"
    is_utf_16 = data.startswith(_UTF_16)
    return f"{reason}; it seems to be UTF-16" if is_utf_16 else reason


def _is_html(text: str) -> bool:
    return bool(_HTML.match(text))


def _without_menu(text: str) -> str:
    """The page's text with nothing above the last line before the header: the headline.

    The lines stay where they are, so that their numbers hold.
    """
    lines = text.split("\n")
    header = next((i for i, line in enumerate(lines) if label_of(line)), 0)
    above = [i for i, line in enumerate(lines[:header]) if line]
    return "\n" * above[-1] + "\n".join(lines[above[-1] :]) if above else text


def _fields(document: Document) -> dict[str, object]:
    return {
        "headline": document.headline,
        "published_on": document.published_on,
        "captured_at": _instant(document.captured_at),
        "categories": document.categories,
        "source": document.site,
        "source_url": document.address,
        "body": document.body,
    }


def _instant(captured_at: datetime | None) -> datetime | None:
    """The moment when clocks in TIME_ZONE showed this, the second time if so marked.

    It is in UTC: Python finds no moment of a repeated hour equal to another zone's.
    """
    return timezone.make_aware(captured_at).astimezone(UTC) if captured_at else None
