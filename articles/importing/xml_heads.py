"""What stands around the items of a feed, as much of it as each item is kept with."""

import copy
import re
from collections import Counter

from lxml import etree

from articles.importing.xml_elements import Element, local_name, spell_out

MOST_HEADS, LARGEST_HEADS = 100, 16 * 1024  # together, in bytes
MOST_WRITERS = 5000  # of an export: all of a site, of whom each post has one
_LONGEST_HEAD = 4000  # in bytes
_MOST_ALIKE = 5  # of a name
_BESIDE = {"category", "tag", "term", "items", "image"}  # of a channel, for no item
_WRITER = re.compile(r"\{http://wordpress\.org/export/[^}]*\}author")


class Heads:
    """Copies of the children of a channel, or of the root; writers are apart."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self.writers: dict[str, Element] = {}  # by the names that they log in with
        self._alike: Counter[str] = Counter()
        self._size = 0

    def keep(self, element: Element) -> None:
        """Copy it, if it may be of use to an item and there is room for it."""
        tag = str(element.tag)
        if local_name(element) in _BESIDE:
            return
        if _WRITER.fullmatch(tag):
            if len(self.writers) < MOST_WRITERS and _size(element) <= _LONGEST_HEAD:
                self.writers.setdefault(_login(element), _copied(element))
        elif len(self.elements) < MOST_HEADS and self._alike[tag] < _MOST_ALIKE:
            size = _size(element)
            if size <= min(_LONGEST_HEAD, LARGEST_HEADS - self._size):
                self._size += size
                self._alike[tag] += 1
                self.elements.append(_copied(element))


def _login(writer: Element) -> str:
    return next((e.text or "" for e in writer.iter("{*}author_login")), "").strip()


def _size(element: Element) -> int:
    return len(etree.tostring(element, with_tail=False))


def _copied(element: Element) -> Element:
    spell_out(element)
    return copy.deepcopy(element)
