"""The text of a saved HTML page, as a reader saw it."""

import re
from collections import Counter

import lxml.html
from lxml import etree

from articles import characters

# In characters; pages with their pictures inside are as large.
LARGEST = 16_000_000
# News pages have some thousands; each takes time, and a hundred bytes and more.
MOST_TAGS = 100_000
# libxml2 compares each of a tag's with all before it.
MOST_ATTRIBUTES = 1000

# What a page shows none of, or shows beside its text.
_DROPPED = (
    *("head", "script", "style", "noscript", "template", "nav", "iframe", "object"),
    *("svg", "button", "select", "textarea", "audio", "video", "canvas"),
)
_SITE_FOOTER = "//footer[not(ancestor::main or ancestor::article)]"
# The page of an article in an archive like this one has the labels of a document, too.
_OUR_ARTICLE = "//dl[@class='doc']"
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {
    *("address", "article", "aside", "blockquote", "body", "center", "dd", "details"),
    *("dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer"),
    *("form", "header", "hr", "legend", "li", "main", "ol", "p", "pre", "section"),
    *("summary", "table", "tr", "ul"),
}
_CELLS = frozenset({"td", "th"})
_SPACE = re.compile("[ \t\n\r\f\xa0]+")
_SPACES = re.compile("[ \t\f\xa0]+")
_SPACE_AT_BREAK = re.compile(" ?\n ?")
# A tag as browsers tell its attributes (HTML Standard, 13.2.5.32): a quote begins a
# value only after "=". Each character is looked at once, whatever stands there.
_ATTRIBUTE = (
    r"[\s/]*+[^\s/>][^\s/>=]*+"
    r"(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+)?+)?+"
)
_TAG = re.compile(
    rf"<[a-z][^\s/>]*+(?:{_ATTRIBUTE}){{0,{MOST_ATTRIBUTES}}}+(?P<one_more>{_ATTRIBUTE})?",
    re.IGNORECASE,
)
_LINK_TEXT = "click here"


class HtmlError(ValueError):
    """Says why, and in which line of the file, the text of a page cannot be had."""

    def __init__(self, reason: str, line: int = 1) -> None:
        super().__init__(reason)
        self.line = line


def flatten(html: str) -> str:
    """The text: a blank line between blocks, a new line for `<br>`, one space for many.

    The address of the link "Click Here" follows its words. Raises HtmlError for a page
    that is too large or too deeply nested to be read whole, and for one without text.
    """
    root = parsed(html)
    if root.xpath(_OUR_ARTICLE):
        raise HtmlError("an article's page of an archive: save its document view")
    etree.strip_elements(root, *_DROPPED, with_tail=False)
    for footer in root.xpath(_SITE_FOOTER):
        footer.drop_tree()
    _spell_out_link(root)
    return blocks(root)


def parsed(html: str, what: str = "the page") -> lxml.html.HtmlElement:
    """The page as a tree; raises HtmlError if it is too large to be read whole."""
    if len(html) > LARGEST:
        raise HtmlError(f"{what} is longer than {LARGEST:,} characters")
    if html.count("<") > MOST_TAGS:
        raise HtmlError(f"{what} has more than {MOST_TAGS:,} tags")
    if any(tag["one_more"] for tag in _TAG.finditer(html)):
        raise HtmlError(f"{what} has more than {MOST_ATTRIBUTES:,} attributes in a tag")
    # The page says in which encoding it was; it is in UTF-8 now.
    parser = lxml.html.HTMLParser(
        encoding="utf-8",
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = lxml.html.document_fromstring(html.encode(), parser=parser)
    except etree.ParserError as error:
        raise HtmlError(f"{what} has no text") from error
    # libxml2 stops at 256 elements in each other, or 10 MB in one text, and says so
    # only in its log: what it read until then is no page.
    if stops := parser.error_log.filter_from_fatals():
        reason = stops[0].message.partition(", use XML_")[0]
        raise HtmlError(f"{what} cannot be read whole: {reason}", stops[0].line)
    return root


def _spell_out_link(root: lxml.html.HtmlElement) -> None:
    for link in root.iter("a"):
        address = link.get("href", "").strip()
        if " ".join(link.text_content().lower().split()) == _LINK_TEXT:
            if re.match("https?://", address, re.IGNORECASE):
                link.tail = f" {address} {link.tail or ''}"
            return


def blocks(root: lxml.html.HtmlElement) -> str:
    """The text of all that is left of a page, as `flatten` sets it."""
    parts: list[str] = []
    inside: Counter[str] = Counter()  # how many of each element are open
    for event, element in etree.iterwalk(root, events=("start", "end")):
        kind, is_start = str(element.tag), event == "start"
        inside[kind] += 1 if is_start else -1
        if is_start or kind != "br":
            parts.append(_boundary(kind, inside))
        text = (element.text if is_start else element.tail) or ""
        parts.append(text if inside["pre"] else _SPACE.sub(" ", text))
    lines = _SPACE_AT_BREAK.sub("\n", _SPACES.sub(" ", "".join(parts)))
    return characters.paragraphs(lines)


def _boundary(kind: str, inside: Counter[str]) -> str:
    """What an element sets before its text, and after it."""
    if kind == "br":
        return " " if any(inside[heading] for heading in _HEADINGS) else "\n"
    if kind in _BLOCKS:
        return "\n\n"
    return " " if kind in _CELLS else ""
