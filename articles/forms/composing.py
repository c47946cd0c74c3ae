"""From fields that each ask for one thing to the text of one search."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from articles.queries import Field, Node, Span, Words, parse
from articles.queries.nodes import all_of, any_of, negated
from articles.queries.plain import plain
from articles.queries.selecting import leaves
from articles.queries.typed import typed

# What would mean something to the search: here every word is a word.
_MEANING = re.compile(r'["():]')
_DASHES = "-—―"


def composed(text: str, fields: Mapping[str, Any], *, today: date) -> str:
    """A text that asks for what `text` does, and for all that the fields do."""
    return typed(all_of([parse(text, today=today).node, *_conditions(fields, today)]))


def _conditions(fields: Mapping[str, Any], today: date) -> Iterator[Node | None]:
    def words(name: str, field: Field = Field.ANYWHERE) -> list[Node]:
        return list(_words(fields[name], field, today))

    yield from words("all")
    yield all_of(_phrase(fields["phrase"], Field.ANYWHERE, today))
    yield any_of(words("any"))
    yield from map(negated, words("none"))
    yield from words("headline", Field.HEADLINE)
    yield all_of(_phrase(fields["place"], Field.PLACE, today))
    yield all_of(_phrase(fields["by"], Field.BYLINE, today))
    if fields["document_from"] or fields["document_to"]:
        yield Span("document", fields["document_from"], fields["document_to"])
    if fields["added_from"] or fields["added_to"]:
        yield Span("added", fields["added_from"], fields["added_to"])


def _words(text: str, field: Field, today: date) -> Iterator[Node]:
    """Each word by itself; a star at its end goes for all that it begins."""
    for piece in _MEANING.sub(" ", plain(text)).split():
        yield from _read(piece.lstrip(_DASHES), field, today)


def _phrase(text: str, field: Field, today: date) -> Iterator[Node]:
    """All of the text as it stands."""
    return _read(f'"{plain(text).replace(chr(34), " ")}"', field, today)


def _read(text: str, field: Field, today: date) -> Iterator[Node]:
    for leaf in leaves(parse(text, today=today).node):
        if isinstance(leaf, Words):
            yield replace(leaf, field=field)
