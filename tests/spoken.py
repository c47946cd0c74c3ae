"""What a page says in a language: by the nearest `lang`, as voices take it."""

from lxml import html

_SAID = ("aria-label", "alt", "placeholder", "title")
_UNSEEN = {"script", "style", "code"}


def texts_in(language, page):
    """The texts of a page that are in a language, and those of attributes."""
    root = html.fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    for element in root.iter(html.etree.Element):
        if _UNSEEN & {element.tag, *(above.tag for above in element.iterancestors())}:
            continue
        if _language(element) == language:
            said = (element.get(name, "") for name in _SAID)
            yield from (text for text in (element.text, *said) if text and text.strip())
        parent = element.getparent()
        if parent is not None and element.tail and _language(parent) == language:
            yield element.tail


def _language(element):
    near = (above.get("lang") for above in (element, *element.iterancestors()))
    return next((code for code in near if code), "")
