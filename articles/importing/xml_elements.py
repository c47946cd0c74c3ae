"""Elements of XML: what they are called, and the characters that they spell out."""

from html import unescape
from typing import TypeAlias, cast

from lxml import etree

Element: TypeAlias = etree._Element


def local_name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def spell_out(element: Element) -> None:
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
