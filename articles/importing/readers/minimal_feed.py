"""An item alone, in a feed of its own that the same reader reads to the same fields."""

import copy
from collections.abc import Collection
from typing import cast

from lxml import etree

from articles.importing.readers.page_address import fetched_from
from articles.importing.xml_elements import Element, local_name
from articles.importing.xml_values import XML, Values, based, joined, name_of
from articles.importing.xml_walk import Found


def base_of(found: Found, name: str) -> str:
    """Where relative addresses of a feed's items begin; empty if nothing tells.

    `xml:base` says so, or else where the feed was fetched from, or its own link.
    """
    base = based(found.root, fetched_from(name))
    if found.channel is not found.root:
        base = based(found.channel, base)
    return base or joined("", Values(found.heads).text("link"))


def minimal_feed(
    found: Found, base: str, kept: Collection[str], added: Collection[Element] = ()
) -> bytes:
    """The item with what is kept of the channel, and its base as `xml:base`."""
    if found.root is found.element:
        return _bytes(copy.deepcopy(found.root), base)
    root = _alike(found.root)
    channel = root
    if local_name(found.root) == "RDF":
        namespace = etree.QName(found.element).namespace
        channel = etree.SubElement(root, etree.QName(namespace, "channel"))
    elif found.channel is not found.root:
        channel = _alike(found.channel)
        root.append(channel)
    for head in (*(h for h in found.heads if name_of(h) in kept), *added):
        kept_head = copy.deepcopy(head)
        # An item in it, as damage may have it, would be read as well.
        etree.strip_elements(kept_head, "{*}item", "{*}entry", with_tail=False)
        channel.append(kept_head)
    item = copy.deepcopy(found.element)
    item.tail = None
    (root if local_name(found.root) == "RDF" else channel).append(item)
    return _bytes(root, base)


def _bytes(root: Element, base: str) -> bytes:
    if base:
        root.set(f"{XML}base", base)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="utf-8")


def _alike(element: Element) -> Element:
    """The element without what is in it; where addresses begin is said once."""
    alike = etree.Element(element.tag, nsmap=cast(dict[str, str], element.nsmap))
    for name, value in element.attrib.items():
        if name != f"{XML}base":
            alike.set(name, value)
    return alike
