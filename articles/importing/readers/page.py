"""News pages: one story a file, as HTML that a browser saved or that was fetched."""

import re
from collections.abc import Iterator
from io import BufferedReader

import lxml.html

from articles import characters
from articles.importing.readers.html_text import HtmlError, parsed
from articles.importing.readers.json_ld import Article, article_of
from articles.importing.readers.page_address import address_of, fetched_from
from articles.importing.readers.page_encoding import EncodingError, decoded
from articles.importing.readers.page_facts import Facts
from articles.importing.readers.page_story import paragraphs_of, story_of
from articles.importing.readers.story import standfirst
from articles.importing.records import RawRecord, Refusal

LARGEST = 20 * 1024 * 1024
# What a page has to say to be taken for an article that it does not say it is.
SHORTEST = 250

_BEFORE_THE_ROOT = re.compile(
    r"(?:\s|<\?[^<>]*>|<!--.*?-->|<!doctype\b[^<>]*>)*+", re.DOTALL | re.IGNORECASE
)
_ROOT = re.compile(
    r"<(?:html|head|body|title|meta|link|base|script|style|main|article|section|header"
    r"|div|p|h[1-6]|table|center|span|a|nav|ul)\b",
    re.IGNORECASE,
)
_HTML_DOCTYPE = re.compile(r"<!doctype\s+html\b", re.IGNORECASE)


def looks_like_page(head: bytes) -> bool:
    """Whether a file that begins so is HTML."""
    try:
        text = decoded(
            head[:-4] if len(head) > 4096 else head
        )  # a character may be cut
    except EncodingError:
        text = head.decode("latin-1")
    before = _BEFORE_THE_ROOT.match(text)
    start = before.end() if before else 0
    return bool(_ROOT.match(text, start) or _HTML_DOCTYPE.search(text, 0, start))


def read_page(name: str, stream: BufferedReader) -> Iterator[RawRecord | Refusal]:
    """The story of a page, or why there is none."""
    data = stream.read(LARGEST + 1)
    try:
        if len(data) > LARGEST:
            raise HtmlError(f"the page is longer than {LARGEST:,} bytes")
        yield RawRecord(name, _fields(name, decoded(data)), data)
    except (HtmlError, EncodingError) as error:
        yield Refusal(name, "page", str(error))


def _fields(name: str, html: str) -> dict[str, object]:
    html, _ = characters.storable(html)  # libxml2 ends at a NUL
    root = parsed(html)
    article = article_of(root)
    facts = Facts(root, article)
    headline = facts.headline()
    body = _without_headline(_body(root, article), headline)
    _assure_article(root, facts, body)
    return {
        "headline": headline,
        "summary": standfirst(facts.summary(), body),
        "byline": facts.byline(),
        "published": facts.published(),
        "categories": facts.categories(),
        "source": facts.source(),
        "source_url": address_of(html, facts.addresses(), fetched_from(name)),
        "language": facts.language(body),
        "body": body,
    }


def _body(root: lxml.html.HtmlElement, article: Article) -> str:
    """The text as JSON-LD has it, if whole and in paragraphs; else the page's."""
    told, found = _told(article.get("articleBody")), story_of(root)
    is_whole = "\n\n" in told and len(told) > 0.7 * len(found)
    return told if is_whole or len(told) > 2 * len(found) else found


def _told(text: object) -> str:
    try:
        return paragraphs_of(text) if isinstance(text, str) else ""
    except HtmlError:  # the page has its text once more
        return ""


def _without_headline(body: str, headline: str) -> str:
    first, _, rest = body.partition("\n\n")
    return rest if characters.one_line(first) == headline else body


def _assure_article(root: lxml.html.HtmlElement, facts: Facts, body: str) -> None:
    """Raise HtmlError, with what the page seems to be, if it is no article."""
    if (facts.is_article() and body) or len(body) >= SHORTEST:
        return
    if root.xpath("//input[@type='password']"):
        raise HtmlError("no article on the page, which asks to log in")
    raise HtmlError("no article on the page" if not body else "too little text on it")
