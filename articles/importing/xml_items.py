"""The items of an XML file, one after the other, in constant memory.

Nothing is loaded from elsewhere, no entity is put in, and the limits of libxml2 hold.
What has declarations of its own is refused: neither feeds nor exports need any, and
entities are how a small file becomes a large one, or reads another.
"""

from collections.abc import Iterator
from io import BufferedReader
from typing import Any

from django.utils.translation import gettext_noop as _
from lxml import etree

from articles.importing.records import Note, Refusal
from articles.importing.xml_source import (
    DECLARATIONS,
    Utf8Source,
    XmlFault,
    has_declarations,
)
from articles.importing.xml_walk import Found, Walk

_LOOKED_AT = 64 * 1024


def read_items(name: str, stream: BufferedReader) -> Iterator[Found | Refusal | Note]:
    """The items before a fault, if there is one, then that fault with its line."""
    source = Utf8Source(stream)
    try:
        if has_declarations(_beginning(stream, source)):
            raise XmlFault(DECLARATIONS, 1)
        yield from _items(source)
    except XmlFault as fault:
        yield Refusal(f"{name}, line {fault.line}", "xml", str(fault))
    if source.removed:
        yield Note(name, _("characters that XML has no place for were left out"))


def _beginning(stream: BufferedReader, source: Utf8Source) -> str:
    head = stream.peek(_LOOKED_AT)[:_LOOKED_AT].decode(source.encoding, "replace")
    return head.removeprefix("\ufeff")


def _items(source: Utf8Source) -> Iterator[Found]:
    events = etree.iterparse(
        source,  # all that it needs is read()
        events=("start", "end"),
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        collect_ids=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        yield from Walk(source).walk(events)
    except etree.XMLSyntaxError as error:
        raise _fault(error, events, source) from error


def _fault(error: etree.XMLSyntaxError, events: Any, source: Utf8Source) -> XmlFault:
    """What libxml2 says, by its log: the exception names the last fault, or none."""
    stops = events.error_log.filter_from_errors()
    reason = stops[0].message if stops else str(error.msg)
    line = stops[0].line if stops else max(error.lineno or 1, 1)
    words = reason.partition(", use XML_")[0].partition(", try XML_")[0].strip()
    return XmlFault(f"damaged: {words}", line + source.begins_on - 1)
