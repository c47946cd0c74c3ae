"""The HTML of a story, as feeds and exports carry it, as plain paragraphs."""

import re

import lxml.html
from lxml import etree

from articles.importing.readers.html_text import HtmlError, blocks, parsed
from articles.importing.shortcodes import without_shortcodes

# Elements in each other; an editor's text has ten or twenty.
DEEPEST = 150

_DROPPED = (
    *("script", "style", "iframe", "noscript", "template", "object", "embed", "svg"),
    *("audio", "video", "canvas", "button", "select", "textarea", "head"),
)
_TAG = re.compile(r"<(/?)([a-z][^\s<>/]*)[^<>]*?(/?)>", re.IGNORECASE)
# What has no end tag, or may do without: many in a row are none in each other.
_OPEN_ENDED = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"),
    *("param", "source", "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th"),
    *("thead", "tbody", "tfoot", "option", "colgroup"),
}
_P_TAG = re.compile(r"(</?p\b)", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[^\S\n]*+\n\s*+")
_WITHOUT_MEANING = {
    *("here", "click here", "read more", "more", "link", "this link"),
    *("یہاں", "یہاں کلک کریں", "مزید", "مزید پڑھیں"),
}
_AROUND = " .:,;!…»>→[]()۔،"


def paragraphs_of(html: str) -> str:
    """The text with a blank line between paragraphs; raises HtmlError.

    Where no `<p>` tells paragraphs, blank lines do, as WordPress has them.
    """
    html = without_shortcodes(html.replace("\0", "").replace("\r\n", "\n"))
    _assure_depth(html)
    root = parsed(f"<div>{_with_breaks(html)}</div>", "the text")
    etree.strip_elements(root, *_DROPPED, with_tail=False)
    _spell_out_links(root)
    return blocks(root)


def _assure_depth(html: str) -> None:
    depth = 0
    for end, name, closed in _TAG.findall(html):
        if name.lower() in _OPEN_ENDED or closed:
            continue
        depth = max(depth - 1, 0) if end else depth + 1
        if depth > DEEPEST:
            raise HtmlError(f"elements in each other, more than {DEEPEST} deep")


def _with_breaks(html: str) -> str:
    """With what a browser takes for a new paragraph where a blank line means one."""
    parts, is_inside = _P_TAG.split(html), False
    for place, part in enumerate(parts):
        if place % 2:
            is_inside = not part.startswith("</")
        elif not is_inside:
            parts[place] = _BLANK_LINE.sub("<br><br>", part)
    return "".join(parts)


def _spell_out_links(root: lxml.html.HtmlElement) -> None:
    for link in root.iter("a"):
        address = link.get("href", "").strip()
        text = " ".join(link.text_content().lower().split()).strip(_AROUND)
        is_plain = re.match("https?://", address, re.IGNORECASE)
        if is_plain and text in _WITHOUT_MEANING:
            link.tail = f" [{address}]{link.tail or ''}"
