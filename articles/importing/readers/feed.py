"""Feeds: RSS of all versions (0.9x, 1.0, 2.0) and Atom (0.3, 1.0)."""

import re
from collections.abc import Iterator
from io import BufferedReader

from django.utils.translation import gettext_noop as _

from articles.importing.readers.atom_entry import entry_fields
from articles.importing.readers.html_text import HtmlError
from articles.importing.readers.minimal_feed import base_of, minimal_feed
from articles.importing.readers.page_address import fetched_from, is_hearsay
from articles.importing.readers.rss_item import item_fields
from articles.importing.records import Note, RawRecord, Refusal
from articles.importing.xml_elements import local_name
from articles.importing.xml_items import read_items
from articles.importing.xml_source import xml_text
from articles.importing.xml_values import Values
from articles.importing.xml_walk import Found

_BEFORE_THE_ROOT = re.compile(
    r"(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*>)*+", re.DOTALL
)
_ROOT = re.compile(r"<(?:rss|feed|(?:[\w.-]+:)?RDF)\b")
_DECLARING = re.compile(r"<!DOCTYPE\b[^>]*\[")
_KEPT = {
    *("title", "link", "language", "dc:language", "dc:creator"),
    *("atom:title", "atom:link", "atom:author"),
}


def looks_like_feed(head: bytes) -> bool:
    """Whether a file that begins so is RSS or Atom, or declares its own beginning."""
    text = xml_text(head)
    before = _BEFORE_THE_ROOT.match(text)
    start = before.end() if before else 0
    if _DECLARING.match(text, start):
        return bool(_ROOT.search(text, start))
    return bool(_ROOT.match(text, start))


def read_feed(
    name: str, stream: BufferedReader
) -> Iterator[RawRecord | Refusal | Note]:
    """The stories of a feed, in its order."""
    is_empty = True
    for part in read_items(name, stream):
        is_empty = False
        yield _record(name, part) if isinstance(part, Found) else part
    if is_empty:
        yield Note(name, _("feeds without items"))


def _record(name: str, found: Found) -> RawRecord | Refusal:
    place = f"{name}, item {found.number}"
    base, heads = base_of(found, name), Values(found.heads)
    is_entry = local_name(found.element) == "entry"
    fields_of = entry_fields if is_entry else item_fields
    try:
        fields = fields_of(found, heads, base)
    except HtmlError as error:
        return Refusal(place, "body", str(error))
    try:
        original = minimal_feed(found, base, _KEPT)
    except ValueError as error:  # a name space that can be read, and not written
        return Refusal(place, "item", f"cannot be kept as it came: {error}")
    of_others = is_hearsay(fields["source_url"], fetched_from(name))
    return RawRecord(place, fields, original, is_hearsay=of_others)
