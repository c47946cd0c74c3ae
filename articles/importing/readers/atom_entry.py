"""An entry of Atom, 1.0 or 0.3."""

from collections.abc import Iterator

from articles import characters
from articles.importing.html_bodies import paragraphs_of
from articles.importing.readers.page_address import address_of
from articles.importing.readers.story import story_fields
from articles.importing.xml_elements import Element
from articles.importing.xml_values import (
    XML,
    Values,
    based,
    joined,
    markup_of,
    text_of,
)
from articles.importing.xml_walk import Found

_HTML = {"html", "xhtml", "text/html", "application/xhtml+xml"}
_PLAIN = {"", "text", "text/plain"}


def entry_fields(found: Found, heads: Values, base: str) -> dict[str, object]:
    """The fields of a record; raises HtmlError.

    Many feeds tell only when an entry was last updated, which Atom demands: it is
    taken where nothing says when it was published.
    """
    entry = Values(found.element)
    return story_fields(
        headline=entry.text("atom:title"),
        summary=_paragraphs(entry, "atom:summary"),
        body=_paragraphs(entry, "atom:content"),
        byline=_people(entry) or _source(entry, "atom:author") or _people(heads),
        published=entry.text(
            *("atom:published", "atom:issued", "atom:created", "dc:date"),
            *("atom:updated", "atom:modified"),
        ),
        source=next(iter(_source(entry, "atom:title")), heads.text("atom:title")),
        source_url=address_of("", _addresses(found.element, base), ""),
        categories=_categories(entry) or entry.texts("dc:subject"),
        language=[found.element.get(f"{XML}lang", ""), *_of_feed(found)],
    )


def _paragraphs(entry: Values, name: str) -> str:
    """The first text that is text: pictures and films come as content as well."""
    for element in entry.all(name):
        kind = element.get("type", "").strip().lower()
        is_base64 = element.get("mode") == "base64" or element.get("src")
        if is_base64 or kind not in _HTML | _PLAIN:
            continue
        is_html = kind in _HTML or len(element)
        if is_html:
            return paragraphs_of(markup_of(element))
        return characters.paragraphs(text_of(element))
    return ""


def _people(values: Values) -> list[str]:
    people = (Values(who) for who in values.all("atom:author"))
    names = [name for who in people if (name := who.text("atom:name"))]
    return names or values.texts("dc:creator")


def _source(entry: Values, name: str) -> list[str]:
    """What an entry from elsewhere says of the feed that it was in."""
    parts = [Values(source) for source in entry.all("atom:source")]
    if name == "atom:author":
        return [who for values in parts for who in _people(values)]
    return [text for values in parts for text in values.texts(name)]


def _categories(entry: Values) -> list[str]:
    told = (c.get("label", "") or c.get("term", "") for c in entry.all("atom:category"))
    return [name for name in told if name.strip()]


def _addresses(element: Element, base: str) -> Iterator[str]:
    entry, base = Values(element), based(element, base)
    links = [
        link
        for link in entry.all("atom:link")
        if link.get("rel", "alternate") == "alternate"
    ]
    for link in sorted(links, key=lambda link: "html" not in link.get("type", "html")):
        yield joined(based(link, base), link.get("href", ""))
    for content in entry.all("atom:content"):
        yield joined(based(content, base), content.get("src", ""))
    yield from (i for i in entry.texts("atom:id") if i.startswith(("http:", "https:")))


def _of_feed(found: Found) -> list[str]:
    return [found.root.get(f"{XML}lang", ""), Values(found.heads).text("dc:language")]
