"""The story of a page: its text without all that stands around it."""

import copy
import re
from collections.abc import Iterator

import lxml.html
import trafilatura
from lxml import etree

from articles import characters
from articles.importing.readers.html_text import HtmlError, blocks, parsed
from articles.importing.readers.page_ending import without_ending

# News pages have some thousands; the time of some of the extractor's rules grows with
# their square.
MOST_ELEMENTS = 20_000
MOST_CHARACTERS = 2_000_000

_UNSEEN = ("script", "style", "template", "svg")
# Words in the class or id of what stands inside many a story and is no part of it.
_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:newsletter|related|recommended|most-?read|trending|signup|subscribe)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
# Two <br> end a paragraph, and the extractor would make one of them. The sign is for
# private use, as in fonts of icons: what of it is in a page is no text.
_BREAK = "\ue000"
_LONGEST_PART = 2000  # of what stands at the end; what is longer is story
_TAGS = re.compile(r"</?(?:p|div|br)\b", re.IGNORECASE)


def story_of(root: lxml.html.HtmlElement) -> str:
    """The paragraphs of the story that the page is about; none if it finds no story."""
    page = copy.deepcopy(root)
    etree.strip_elements(page, *_UNSEEN, with_tail=False)
    # A cell of 60,000 rows and columns is filled in by the extractor, cell by cell.
    etree.strip_attributes(page, "rowspan", "colspan")
    _assure_bounds(page)
    _take_out(page)
    _mark_breaks(page)
    if not (found := _extracted(page)):
        return ""
    text = _set(blocks(parsed(found)).split(_BREAK))
    return without_ending(text, _texts(root, "a"), _texts(root, "em", "i"))


def paragraphs_of(text: str) -> str:
    """Text from JSON-LD, which may be HTML, as paragraphs."""
    flat = blocks(parsed(f"<div>{text}</div>")) if _TAGS.search(text) else text
    return _set(flat.splitlines())


def _set(parts: list[str]) -> str:
    return characters.paragraphs("\n\n".join(part.strip() for part in parts))


def _assure_bounds(page: lxml.html.HtmlElement) -> None:
    if sum(1 for _ in page.iter()) > MOST_ELEMENTS:
        raise HtmlError(f"the page has more than {MOST_ELEMENTS:,} elements")
    if len(page.text_content()) > MOST_CHARACTERS:
        raise HtmlError(
            f"the page has more than {MOST_CHARACTERS:,} characters of text"
        )


def _extracted(page: lxml.html.HtmlElement) -> str:
    """The page's story as HTML."""
    try:
        found = trafilatura.extract(
            page,
            output_format="html",
            include_comments=False,
            include_formatting=True,  # or it makes one paragraph of several
        )
    except Exception as error:  # whatever an extractor of so many rules trips over
        reason = f"its story cannot be told from the rest: {type(error).__name__}"
        raise HtmlError(reason) from error
    return found or ""


def _take_out(page: lxml.html.HtmlElement) -> None:
    """Captions, which say nothing without a picture, and boxes beside the story."""
    for caption in [*page.iter("figcaption")]:
        caption.drop_tree()
    most = len(page.text_content()) / 3  # a box that holds more may be the story's own
    for box in [*_boxes(page)]:
        is_story = next(box.iter("h1"), None) is not None or box.getparent() is None
        if not is_story and len(box.text_content()) < most:
            box.drop_tree()


def _boxes(page: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    for box in page.iter("div", "section", "aside", "ul", "form"):
        if _BESIDE.search(f"{box.get('class', '')} {box.get('id', '')}"):
            yield box


def _mark_breaks(page: lxml.html.HtmlElement) -> None:
    for line_break in [*page.iter("br")]:
        before = line_break.getprevious()
        if (
            before is not None
            and before.tag == "br"
            and not (before.tail or "").strip()
        ):
            before.tail = _BREAK


def _texts(root: lxml.html.HtmlElement, *tags: str) -> set[str]:
    texts = (part.text_content() for part in root.iter(*tags))
    return {characters.one_line(text) for text in texts if len(text) <= _LONGEST_PART}
