"""Going through the events of an XML file, and letting go of what is behind."""

import copy
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any, TypeAlias, cast

from lxml import etree

from articles.importing.xml_source import DECLARATIONS, Utf8Source, XmlFault

# Of one item, in bytes and in elements, and of what is around the items.
LARGEST = 32 * 1024 * 1024
MOST_ELEMENTS = 100_000
MOST_HEADS = 5000  # writers that an export lists
MOST_ATTRIBUTES = 200  # of what is around the items: each item is kept with it
LONGEST_PIECE = 9_900_000  # without a tag in it, in bytes

Element: TypeAlias = etree._Element

_ITEMS = {"item", "entry"}
_BESIDE = {"category", "tag", "term", "items", "image"}  # of a channel, for no item
_LARGEST_HEAD, _LONGEST_HEAD = 50, 4000  # in elements and bytes
_ALL_HEADS = 16_000  # in bytes: each item is kept with them
_MOST_AROUND = 3  # elements in each other around an item: root, channel, and one more
_MOST_ALIKE = 5  # of a name; of writers an export may list all
_WRITER = re.compile(r"\{http://wordpress\.org/export/[^}]*\}author")


@dataclass(slots=True)
class Found:
    """An item, which is gone when the next one is asked for, and what is around it.

    `heads` are the children of the channel, or of the root, until here; `writers` those
    of them that an export lists, by the names that they log in with.
    """

    number: int
    element: Element
    root: Element
    channel: Element
    heads: list[Element] = field(default_factory=list)
    writers: dict[str, Element] = field(default_factory=dict)


def local_name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


class Walk:
    """Goes through the events of one file, and lets go of what is behind it."""

    def __init__(self, source: Utf8Source) -> None:
        self._source = source
        self._open: list[Element] = []
        self._heads: list[Element] = []
        self._writers: dict[str, Element] = {}
        self._kept: Counter[str] = Counter()  # of the heads, by name
        self._heads_size = 0
        self._item: Element | None = None
        self._event_at = 0
        self._elements = self._begun_at = self._number = 0

    def walk(self, events: Any) -> Iterator[Found]:
        for event, element in events:
            self._assure_short()
            if event == "start":
                self._start(element)
            else:
                self._open.pop()
                if self._item is not None and element is self._item:
                    yield self._found(element)
                    self._let_go(element)
                elif self._item is None:
                    self._end_beside(element)

    def _start(self, element: Element) -> None:
        if not self._open:
            _assure_no_declarations(element)
        self._open.append(element)
        self._elements += 1
        if self._item is None and local_name(element) in _ITEMS:
            self._item = element
        elif len(self._open) <= _MOST_AROUND and self._item is None:
            self._assure_few_names(element)
        self._assure_bounds(element)

    def _found(self, element: Element) -> Found:
        self._number += 1
        _spell_out(element)
        root = self._open[0] if self._open else element
        inside = self._open[1] if len(self._open) > 1 else root
        channel = inside if local_name(inside) == "channel" else root
        return Found(self._number, element, root, channel, self._heads, self._writers)

    def _end_beside(self, element: Element) -> None:
        """Keep what stands in the channel, and may be needed, as a copy of its own."""
        depth = len(self._open)
        is_channel = depth == 1 and local_name(element) == "channel"
        in_channel = depth == 2 and local_name(self._open[1]) == "channel"
        if (depth == 1 or in_channel) and not is_channel:
            if self._elements - len(self._open) <= _LARGEST_HEAD:
                self._keep_head(element)
            self._let_go(element)

    def _keep_head(self, element: Element) -> None:
        size = len(etree.tostring(element, with_tail=False))
        if size > _LONGEST_HEAD or local_name(element) in _BESIDE:
            return
        name = str(element.tag)
        if _WRITER.fullmatch(name):
            if len(self._writers) < MOST_HEADS:
                _spell_out(element)
                self._writers.setdefault(_login(element), copy.deepcopy(element))
        elif self._kept[name] < _MOST_ALIKE and self._heads_size + size <= _ALL_HEADS:
            self._kept[name] += 1
            self._heads_size += size
            _spell_out(element)
            self._heads.append(copy.deepcopy(element))

    def _let_go(self, element: Element) -> None:
        """Of the element itself the inside only: libxml2 may still write behind it."""
        element.clear(keep_tail=True)  # type: ignore[call-arg]  # unknown to the stubs
        while (before := element.getprevious()) is not None:
            cast(Element, element.getparent()).remove(before)
        self._item = None
        self._elements, self._begun_at = len(self._open), self._source.size

    def _assure_short(self) -> None:
        """Of an attribute too long, libxml2 drops all of the tag, says so and goes on.

        It says so at the end of what it read, where the item would have been given.
        """
        if self._source.size - self._event_at > LONGEST_PIECE:
            reason = f"more than {LONGEST_PIECE:,} bytes in one text or tag"
            raise XmlFault(reason, self._source.line)
        self._event_at = self._source.size

    def _assure_few_names(self, element: Element) -> None:
        names = len(element.attrib) + len(element.nsmap)
        if names > MOST_ATTRIBUTES:
            reason = f"more than {MOST_ATTRIBUTES:,} attributes and namespaces in a tag"
            raise XmlFault(reason, self._source.line)

    def _assure_bounds(self, element: Element) -> None:
        line = cast(int, element.sourceline or 1) + self._source.begins_on - 1
        if self._elements > MOST_ELEMENTS:
            raise XmlFault(f"more than {MOST_ELEMENTS:,} elements in one item", line)
        if self._source.size - self._begun_at > LARGEST:
            raise XmlFault(f"more than {LARGEST:,} bytes in one item", line)


def _login(writer: Element) -> str:
    return next((e.text or "" for e in writer.iter("{*}author_login")), "").strip()


def _assure_no_declarations(root: Element) -> None:
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and (
        next(declared.iterentities(), None) or next(declared.iterelements(), None)
    ):
        raise XmlFault(DECLARATIONS, 1)


def _spell_out(element: Element) -> None:
    """Put in the characters that RSS 0.91 has names for, as in HTML."""
    entities = [*element.iter(etree.Entity)]
    for parent in dict.fromkeys(cast(Element, it.getparent()) for it in entities):
        _spell_out_in(parent)


def _spell_out_in(parent: Element) -> None:
    """Text after text is gathered and set once: there may be a million of them."""
    before: Element | None = None
    texts = [parent.text or ""]
    for child in [*parent]:
        if child.tag is etree.Entity:
            texts += [unescape(str(child.text)), child.tail or ""]
            child.tail = None
            parent.remove(child)
        else:
            _set_text(parent, before, texts)
            before, texts = child, [child.tail or ""]
    _set_text(parent, before, texts)


def _set_text(parent: Element, before: Element | None, texts: list[str]) -> None:
    if before is None:
        parent.text = "".join(texts)
    else:
        before.tail = "".join(texts)
