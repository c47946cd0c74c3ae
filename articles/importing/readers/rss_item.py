"""An item of RSS, in all its versions."""

import re
from collections.abc import Iterator

from articles.importing.readers.page_address import address_of
from articles.importing.readers.story import story_fields
from articles.importing.xml_elements import Element
from articles.importing.xml_values import Values, based, joined, text_of
from articles.importing.xml_walk import Found

# name@example.org (Her Name): RSS wants an address, and people write what they like.
_MAIL = re.compile(r"[^\s<>()@]+@[^\s<>()@]+")
_NAME = re.compile(r"\A[^\s()]+@[^\s()]+\s*\((.+)\)\Z")


def item_fields(found: Found, heads: Values, base: str) -> dict[str, object]:
    """The fields of a record; raises HtmlError."""
    item = Values(found.element)
    return story_fields(
        headline=item.text("title", "dc:title"),
        summary=item.paragraphs("description", "dc:description"),
        body=item.paragraphs("content:encoded"),
        byline=writers(item),
        published=item.text("pubDate", "dc:date", "dcterms:issued", "dcterms:created"),
        source=item.text("source") or heads.text("title"),
        source_url=address_of("", addresses(found.element, base), ""),
        categories=item.texts("category", "dc:subject"),
        language=[item.text("dc:language"), heads.text("language", "dc:language")],
    )


def addresses(element: Element, base: str) -> Iterator[str]:
    """Where the story stands, the surest first."""
    item, base = Values(element), based(element, base)
    for link in item.all("feedburner:origLink", "link"):
        yield joined(based(link, base), text_of(link))
    for link in item.all("atom:link"):
        if link.get("rel", "alternate") == "alternate":
            yield joined(based(link, base), link.get("href", ""))
    for guid in item.all("guid"):
        if guid.get("isPermaLink", "true").strip().lower() != "false":
            yield joined(based(guid, base), text_of(guid))


def writers(item: Values) -> list[str]:
    """Names; an address alone is none, and is nobody's business."""
    told = item.texts("dc:creator") or item.texts("author") or []
    names = [_MAIL.sub("", _NAME.sub(r"\1", text)).strip(" <>()") for text in told]
    return list(filter(None, names)) or item.texts("itunes:author")
