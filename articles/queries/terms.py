"""What one word or phrase means after an operator, or without one."""

from datetime import date
from typing import Literal, NamedTuple

from articles import languages
from articles.queries.intervals import read_interval
from articles.queries.nodes import Field, Label, Node, Note, NoteKind, Span, Words
from articles.queries.operators import Operator
from articles.queries.tokens import Kind, Token, without_separators

_FIELDS = {
    Operator.HEADLINE: Field.HEADLINE,
    Operator.PLACE: Field.PLACE,
    Operator.BYLINE: Field.BYLINE,
}
_LABELS: dict[Operator, Literal["category", "source"]] = {
    Operator.CATEGORY: "category",
    Operator.SOURCE: "source",
}
_LANGUAGES = {
    language.name.casefold(): code for code, language in languages.LANGUAGES.items()
}
# What may stand around a word without being part of it: "C++" and "50%" are words.
_AROUND_NAME = ".,:!?'"
_AROUND_WORD = _AROUND_NAME + "*[]{}<>|/\\&~=^-"
_BEFORE_WORD = _AROUND_WORD + "+"
_TATWEEL = "\u0640"  # lengthens a word, and is no letter
_SHORTEST_PREFIX = 2


class Reading(NamedTuple):
    """What a term means, if anything, and what to say about it."""

    node: Node | None
    notes: tuple[Note, ...] = ()


def read_term(operator: Operator | None, token: Token, *, today: date) -> Reading:
    """The meaning of a word or a phrase; one without letters and digits has none."""
    if letter_count(token.text) == 0:
        return Reading(None)
    if operator is None or operator in _FIELDS:
        field = _FIELDS[operator] if operator else Field.ANYWHERE
        return _words(token, field)
    if operator in _LABELS:
        return Reading(Label(_LABELS[operator], _name(token)))
    if operator is Operator.LANGUAGE:
        return _language(token)
    return _span(operator, token, today)


def letter_count(text: str) -> int:
    """How many letters and digits there are."""
    return sum(character.isalnum() for character in text) - text.count(_TATWEEL)


def _words(token: Token, field: Field) -> Reading:
    if token.kind is Kind.PHRASE:
        return Reading(Words(without_separators(token.text), field, is_phrase=True))
    text = token.text.rstrip(_AROUND_WORD)
    has_star = "*" in token.text[len(text) :]
    text = text.lstrip(_BEFORE_WORD)
    if ":" in text or "*" in text:  # an address, a time of day, stars inside
        return Reading(Words(text, field, is_phrase=True))
    if has_star and letter_count(text) < _SHORTEST_PREFIX:
        return Reading(Words(text, field), (Note(NoteKind.SHORT_PREFIX, text),))
    return Reading(Words(text, field, is_prefix=has_star))


def _name(token: Token) -> str:
    is_word = token.kind is Kind.WORD
    name = token.text.strip(_AROUND_NAME) if is_word else token.text
    return " ".join(name.split())


def _language(token: Token) -> Reading:
    name = _name(token)
    code = (
        languages.known_code(name)
        or languages.of_categories([name])
        or _LANGUAGES.get(name.casefold())
    )
    if code:
        return Reading(Label("language", code))
    return _as_text(token, Note(NoteKind.UNKNOWN_LANGUAGE, name))


def _span(operator: Operator, token: Token, today: date) -> Reading:
    try:
        first, last = read_interval(token.text, today=today)
        return Reading(_span_of(operator, first, last))
    except ValueError:
        return _as_text(token, Note(NoteKind.BAD_DATE, token.text))


def _span_of(operator: Operator, first: date | None, last: date | None) -> Span:
    """The span of an operator; raises ValueError for the wrong open end."""
    match operator:
        case Operator.AFTER if first:
            return Span("published", first, None)
        case Operator.BEFORE if last:
            return Span("published", None, last)
        case Operator.PUBLISHED:
            return Span("published", first, last)
        case Operator.DOCUMENT:
            return Span("document", first, last)
        case Operator.ADDED:
            return Span("added", first, last)
    raise ValueError(operator)


def _as_text(token: Token, note: Note) -> Reading:
    words, notes = _words(token, Field.ANYWHERE)
    return Reading(words, (note, *notes))
