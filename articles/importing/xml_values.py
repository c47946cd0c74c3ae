"""What an element of a feed holds: by names that do not depend on prefixes."""

import copy
from collections.abc import Iterable, Iterator
from typing import cast
from urllib.parse import urljoin

from lxml import etree

from articles.importing.html_bodies import paragraphs_of
from articles.importing.xml_elements import Element, local_name

XML = "{http://www.w3.org/XML/1998/namespace}"
_PREFIXES = {
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/elements/1.0/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://www.w3.org/2005/Atom": "atom:",
    "http://purl.org/atom/ns#": "atom:",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
}
# What RSS itself is in: none, or one that a version once had.
_OF_RSS = ("http://purl.org/rss/", "http://my.netscape.com/", "http://backend.userland")
_WORDPRESS = "http://wordpress.org/export/"


def name_of(element: Element) -> str:
    """Its name under the prefix that all know it by, as in "dc:creator"."""
    space, _, local = str(element.tag).removeprefix("{").rpartition("}")
    if space.startswith(_WORDPRESS):
        return f"{'excerpt' if space.endswith('/excerpt/') else 'wp'}:{local}"
    if prefix := _PREFIXES.get(space) or _PREFIXES.get(space.lower()):
        return prefix + local
    is_rss = not space or space.startswith(_OF_RSS)
    return local if is_rss else f"other:{local}"


def text_of(element: Element) -> str:
    return "".join(cast(Iterable[str], element.itertext()))


def markup_of(element: Element) -> str:
    """The HTML that it holds: escaped, as it should be, or as elements."""
    if not len(element):
        return element.text or ""
    whole = copy.deepcopy(element)
    for part in whole.iter(etree.Element):
        # A prefix that nothing declares is left in the name, where none may be written.
        part.tag = local_name(part).rpartition(":")[2]
    whole.tag, whole.tail = "div", None
    return etree.tostring(whole, method="html", encoding="unicode")


class Values:
    """The children of an element by name, in their order."""

    def __init__(self, elements: Iterable[Element]) -> None:
        self._elements = list(elements)

    def all(self, *names: str) -> Iterator[Element]:
        """Those of the first name, then those of the next."""
        for name in names:
            yield from (e for e in self._elements if name_of(e) == name)

    def text(self, *names: str) -> str:
        """The first text that is not blank."""
        return next(iter(self.texts(*names)), "")

    def texts(self, *names: str) -> list[str]:
        texts = (text_of(element).strip() for element in self.all(*names))
        return [text for text in texts if text]

    def paragraphs(self, *names: str) -> str:
        """The first HTML that is not blank, as paragraphs; raises HtmlError."""
        told = (markup_of(element) for element in self.all(*names))
        return next(filter(None, map(paragraphs_of, told)), "")


def based(element: Element, base: str) -> str:
    """The base of addresses in an element whose parent has this one."""
    return joined(base, element.get(f"{XML}base", ""))


def joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address.strip())
    except ValueError:  # brackets that hold no IPv6 address
        return address
