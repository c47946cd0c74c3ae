"""Reads a document from the text of its page."""

import re
from collections.abc import Callable
from typing import TypeVar

from articles import addresses
from articles.documents.dates import read_day, read_moment
from articles.documents.document import Document
from articles.documents.header import LINK, Entry, Header, next_line, read_header
from articles.documents.labels import (
    CAPTURED,
    CATEGORY,
    PUBLISHED,
    WEBSITE,
    Label,
    label_of,
    trimmed,
)

_T = TypeVar("_T")

_NOTHING = Entry("", 0)
_DOMAIN = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[^\W\d_]{2,}/?", re.IGNORECASE)
_LONGEST_SITE = 60
_SENTENCE_ENDS = tuple(".!?:;,…۔؟،؛\"'”’)")


class DocumentError(ValueError):
    """A text that is no document: the line at fault, from 1, its field, and why."""

    def __init__(self, line: int, reason: str, field: str = "document") -> None:
        super().__init__(f"line {line}: {field}: {reason}")
        self.line, self.reason, self.field = line, reason, field


def parse(text: str) -> Document:
    """The document in a text; raises DocumentError where the text is none."""
    lines = _lines(text)
    top = next_line(lines, 0)
    if top == len(lines):
        raise DocumentError(1, "there is nothing in it")
    has_headline = not label_of(lines[top])
    header = read_header(lines, top + has_headline)
    if not header.entries:
        reason = "no line of a document's header after the headline"
        raise DocumentError(top + 1, reason, "headline")
    site, body = _site_and_body(lines, header)
    return Document(
        headline=_headline(lines[top]) if has_headline else "",
        published_on=_value(header, PUBLISHED, read_day),
        captured_at=_value(header, CAPTURED, read_moment),
        categories=_value(header, CATEGORY, _names) or (),
        address=_value(header, WEBSITE, _address) or "",
        site=site,
        body=trimmed("\n".join(body)),
    )


def _lines(text: str) -> list[str]:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")


def _headline(line: str) -> str:
    line = trimmed(line)
    return "" if line == "##" else trimmed(line.removeprefix("## "))


def _value(header: Header, label: Label, read: Callable[[str], _T]) -> _T | None:
    """A header line's value, if it has one; raises DocumentError with its line."""
    text, line = header.entries.get(label, _NOTHING)
    try:
        return read(text) if text else None
    except ValueError as error:
        raise DocumentError(line, str(error), label.field) from error


def _names(value: str) -> tuple[str, ...]:
    return tuple(name for part in value.split(",") if (name := trimmed(part)))


def _address(value: str) -> str:
    """What follows "Click Here", perhaps in brackets, or the value itself.

    Raises addresses.AddressError, a ValueError, for what is no web address.
    """
    address = LINK.sub("", value, count=1).strip()
    if address[:1] + address[-1:] in ("()", "<>"):
        address = address[1:-1].strip()
    if address:
        addresses.normal_form(address)
    return address


def _site_and_body(lines: list[str], header: Header) -> tuple[str, list[str]]:
    """The site's name and the lines of the body.

    Under a whole header the next line is the site's, also when it is empty, if a blank
    line follows. In other pages the site is a line that looks like the name of one.
    """
    after = lines[header.end : header.end + 2]
    if header.is_whole() and not "".join(after[1:]):
        return trimmed("".join(after)), lines[header.end + 2 :]
    at = next_line(lines, header.end)
    if _is_site(lines, at):
        return trimmed(lines[at]), lines[at + 1 :]
    return "", lines[at:]


def _is_site(lines: list[str], at: int) -> bool:
    """Whether a line is a domain, or stands alone above a text and is no sentence."""
    if at == len(lines):
        return False
    line = lines[at].strip()
    if len(line) < 256 and _DOMAIN.fullmatch(line):
        return True
    stands_alone = not "".join(lines[at + 1 : at + 2]).strip()
    is_above_text = next_line(lines, at + 1) < len(lines)
    is_short = len(line) <= _LONGEST_SITE and not line.endswith(_SENTENCE_ENDS)
    return stands_alone and is_above_text and is_short
