"""A query in words: “flood relief” without Karachi, in Snippets, August 2013."""

from collections.abc import Callable
from typing import TypeAlias

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.languages import LANGUAGES
from articles.queries.isolation import isolated
from articles.queries.nodes import (
    AllOf,
    AnyOf,
    Field,
    Label,
    Node,
    Not,
    Query,
    Span,
    Words,
)
from articles.queries.remarks import note_in_words
from articles.queries.spans import describe_span

__all__ = ["describe_span", "in_words", "note_in_words"]

Names: TypeAlias = Callable[[Label], str]


def in_words(query: Query | Node, names: Names | None = None) -> str:
    """What was understood; `names` says what a label is called, if not as typed.

    Plain text, in which names and words are isolated by control characters so that
    either script keeps its order. Nothing at all is an empty text.
    """
    node = query.node if isinstance(query, Query) else query
    return _phrase(node, names or _name) if node else ""


def _name(label: Label) -> str:
    if label.kind == "language" and label.name in LANGUAGES:
        return LANGUAGES[label.name].name
    return label.name


def _phrase(node: Node, names: Names) -> str:
    match node:
        case Words():
            return _words(node)
        case Label():
            return _label(node, names)
        case Span():
            return _span(node)
        case Not():
            return _exclusion(node.node, names)
        case AllOf():
            return _together(node.nodes, names)
        case AnyOf():
            return _alternatives(node.nodes, names)


def _words(words: Words) -> str:
    text = _quoted(words)
    match words.field:
        case Field.HEADLINE:
            return _("%(words)s in the headline") % {"words": text}
        case Field.PLACE:
            return pgettext("a place", "from %(place)s") % {"place": text}
        case Field.BYLINE:
            return pgettext("a writer", "by %(name)s") % {"name": text}
    return text


def _quoted(words: Words) -> str:
    text = isolated(f"{words.text}…" if words.is_prefix else words.text)
    is_name = words.field in (Field.PLACE, Field.BYLINE)
    if not words.is_phrase or is_name:
        return text
    return pgettext("a phrase", "“%(words)s”") % {"words": text}


def _label(label: Label, names: Names) -> str:
    name = {"name": isolated(names(label))}
    if label.kind == "category":
        return pgettext("a category", "in %(name)s") % name
    if label.kind == "source":
        return pgettext("a source", "from the source %(name)s") % name
    return pgettext("a language", "in %(name)s") % name


def _span(span: Span) -> str:
    days = {"days": describe_span(span.first, span.last)}
    if span.of == "added":
        return pgettext("days of coming into the archive", "added %(days)s") % days
    if span.of == "document":
        is_open = not (span.first and span.last)
        return (
            pgettext("an open span of documents' days", "document %(days)s") % days
            if is_open
            else pgettext("documents' days", "document of %(days)s") % days
        )
    return days["days"]


def _exclusion(node: Node, names: Names) -> str:
    text = {"what": _in_brackets(node, names)}
    if _is_filter(node):
        return pgettext("a filter that excludes", "not %(what)s") % text
    return pgettext("words that are excluded", "without %(what)s") % text


def _is_filter(node: Node) -> bool:
    if isinstance(node, Words):
        return node.field in (Field.PLACE, Field.BYLINE)
    return isinstance(node, Label | Span)


def _together(nodes: tuple[Node, ...], names: Names) -> str:
    """First what is to be found, then what not, then the filters, days last."""
    ordered = sorted(nodes, key=_rank)
    parts = [_in_brackets(node, names) for node in ordered]
    count = [_rank(node) for node in ordered].count(0)
    if 0 < count < len(parts) and _rank(ordered[count]) == 1:
        parts[count - 1 : count + 1] = [_but(*parts[count - 1 : count + 1])]
    return pgettext("between the conditions of a search", ", ").join(parts)


def _but(last: str, without: str) -> str:
    """The last of what is to be found, and the first of what is not."""
    words = {"words": last, "without": without}
    return pgettext("words, then without others", "%(words)s %(without)s") % words


def _rank(node: Node) -> int:
    is_not, inner = isinstance(node, Not), node.node if isinstance(node, Not) else node
    if _is_filter(inner):
        return 3 if isinstance(inner, Span) else 2
    return 1 if is_not else 0


def _alternatives(nodes: tuple[Node, ...], names: Names) -> str:
    parts = [_in_brackets(node, names) for node in nodes]
    return pgettext("between alternatives", " or ").join(parts)


def _in_brackets(node: Node, names: Names) -> str:
    text = _phrase(node, names)
    return f"({text})" if isinstance(node, AllOf | AnyOf) else text
