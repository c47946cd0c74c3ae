"""What a page says of its article in JSON-LD (schema.org), for search engines."""

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from html import unescape

import lxml.html

from articles import characters

# All of a page together, in characters; and how many values of it are looked at.
LARGEST = 2_000_000
MOST_VALUES = 20_000

Article = Mapping[str, object]

_SCRIPTS = "//script[contains(@type, 'ld+json')]"
# NewsArticle, ReportageNewsArticle, OpinionNewsArticle, Article and their like.
_TYPE = re.compile(r"(?:.*[/:#])?(?:\w*Article|\w*BlogPosting|Report)", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z!][^<>]*>", re.IGNORECASE)
_WRAPPING = re.compile(r"\A\s*(?:<!--|//\s*<!\[CDATA\[)|(?:-->|//\s*\]\]>|;)\s*\Z")
_COMMA_AT_END = re.compile(r",(?=\s*[}\]])")


def article_of(root: lxml.html.HtmlElement) -> Article:
    """The first article that has a headline or a body; empty if there is none."""
    return next(filter(_tells, _objects(_documents(root))), {})


def names(value: object) -> list[str]:
    """The texts that a value stands for, a line each: of `{"name": …}` the name."""
    values = value if isinstance(value, list) else [value]
    return [name for part in values[:50] if (name := _name(part))]


def plain(text: str) -> str:
    """Text that may hold tags and entities, in one line and without them."""
    once = unescape(text)  # "&amp;nbsp;" is met as well as "&nbsp;"
    return characters.one_line(_TAG.sub(" ", unescape(once)))


def _name(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or ""
        value = value[0] if isinstance(value, list) and value else value
    return plain(value) if isinstance(value, str) else ""


def _tells(candidate: Article) -> bool:
    kinds = candidate.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    is_article = any(isinstance(k, str) and _TYPE.fullmatch(k) for k in kinds)
    return is_article and any(candidate.get(key) for key in ("headline", "articleBody"))


def _objects(documents: Iterator[object]) -> Iterator[Article]:
    """All objects, the outer ones first: an article may name others."""
    waiting = deque(documents)
    for _ in range(MOST_VALUES):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, dict):
            yield value
            value = list(value.values())
        if isinstance(value, list):
            waiting.extend(v for v in value[:MOST_VALUES] if isinstance(v, dict | list))


def _documents(root: lxml.html.HtmlElement) -> Iterator[object]:
    left = LARGEST
    for script in root.xpath(_SCRIPTS):
        text = script.text or ""
        left -= len(text)
        if left < 0:
            return
        yield _document(text)


def _document(text: str) -> object:
    """What the text holds; nothing where it is broken beyond a few usual faults."""
    text = _WRAPPING.sub("", text).strip()
    for attempt in (text, _COMMA_AT_END.sub("", text)):
        try:
            # Not strict: line breaks stand in many a description as they are.
            return json.JSONDecoder(strict=False).raw_decode(attempt)[0]
        except (ValueError, RecursionError):
            continue
    return None
