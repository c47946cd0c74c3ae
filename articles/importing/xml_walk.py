"""Going through the events of an XML file, and letting go of what is behind."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from articles.importing.xml_elements import Element, local_name, spell_out
from articles.importing.xml_heads import Heads
from articles.importing.xml_source import DECLARATIONS, Utf8Source, XmlFault

# Of one item, in bytes and in elements, and of what is around the items.
LARGEST = 32 * 1024 * 1024
MOST_ELEMENTS = 100_000
# Of a tag around the items, with which each is kept: in number, and in characters.
MOST_ATTRIBUTES, LONGEST_ATTRIBUTES = 200, 4000
LONGEST_PIECE = 9_900_000  # without a tag in it, in bytes

_ITEMS = {"item", "entry"}
_LARGEST_HEAD = 50  # in elements
_MOST_AROUND = 3  # elements in each other around an item: root, channel, and one more


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


class Walk:
    """Goes through the events of one file, and lets go of what is behind it."""

    def __init__(self, source: Utf8Source) -> None:
        self._source = source
        self._open: list[Element] = []
        self._heads = Heads()
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
        spell_out(element)
        root = self._open[0] if self._open else element
        inside = self._open[1] if len(self._open) > 1 else root
        channel = inside if local_name(inside) == "channel" else root
        heads = self._heads
        return Found(
            self._number, element, root, channel, heads.elements, heads.writers
        )

    def _end_beside(self, element: Element) -> None:
        """Keep what stands in the channel, and may be needed, as a copy of its own."""
        depth = len(self._open)
        is_channel = depth == 1 and local_name(element) == "channel"
        in_channel = depth == 2 and local_name(self._open[1]) == "channel"
        if (depth == 1 or in_channel) and not is_channel:
            if self._elements - len(self._open) <= _LARGEST_HEAD:
                self._heads.keep(element)
            self._let_go(element)

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
        if len(element.attrib) + len(element.nsmap) > MOST_ATTRIBUTES:
            reason = f"more than {MOST_ATTRIBUTES:,} attributes and namespaces in a tag"
            raise XmlFault(reason, self._source.line)
        if len(self._open) == 1 or local_name(element) == "channel":
            self._assure_short_names(element)

    def _assure_short_names(self, element: Element) -> None:
        names = [*element.attrib.items(), *element.nsmap.items()]
        if sum(len(str(part)) for pair in names for part in pair) > LONGEST_ATTRIBUTES:
            reason = f"attributes of more than {LONGEST_ATTRIBUTES:,} characters"
            raise XmlFault(f"{reason} in a tag around the items", self._source.line)

    def _assure_bounds(self, element: Element) -> None:
        line = cast(int, element.sourceline or 1) + self._source.begins_on - 1
        if self._elements > MOST_ELEMENTS:
            raise XmlFault(f"more than {MOST_ELEMENTS:,} elements in one item", line)
        if self._source.size - self._begun_at > LARGEST:
            raise XmlFault(f"more than {LARGEST:,} bytes in one item", line)


def _assure_no_declarations(root: Element) -> None:
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and (
        next(declared.iterentities(), None) or next(declared.iterelements(), None)
    ):
        raise XmlFault(DECLARATIONS, 1)
