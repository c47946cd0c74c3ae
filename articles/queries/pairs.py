"""Sees to it that quotation marks and parentheses come in pairs, before all else."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from articles.queries.nodes import Note, NoteKind

DEEPEST = 12
_QUOTED_OR_PARENTHESIS = re.compile(r'"[^"]*"|[()]')
# What stands before a mark that is left out, and belongs to the word after it then.
_BINDS = ("", "-", "—", "―", ":")


class Paired(NamedTuple):
    """A text in which every mark has its partner, and what was done to make it so."""

    text: str
    notes: tuple[Note, ...]


def paired(text: str) -> Paired:
    """The text without the marks that have no partner or lie too deep."""
    text, about_quotes = _with_paired_quotes(text)
    lone, deep = _misplaced(text)
    about_lone = (Note(NoteKind.LONE_PARENTHESIS, text[at]) for at in lone)
    about_deep = [Note(NoteKind.TOO_DEEP)] if deep else []
    return Paired(
        _without(text, {*lone, *deep}), (*about_quotes, *about_lone, *about_deep)
    )


def _with_paired_quotes(text: str) -> Paired:
    if text.count('"') % 2 == 0:
        return Paired(text, ())
    at = text.rindex('"')
    note = Note(NoteKind.UNCLOSED_QUOTE, text[at + 1 :].strip())
    return Paired(_without(text, [at]), (note,))


def _misplaced(text: str) -> tuple[list[int], list[int]]:
    """Where the parentheses without a partner are, and the pairs that lie too deep."""
    opened: list[int] = []
    lone: list[int] = []
    deep: list[int] = []
    for found in _QUOTED_OR_PARENTHESIS.finditer(text):
        if found[0] == "(":
            opened.append(found.start())
        elif found[0] == ")" and not opened:
            lone.append(found.start())
        elif found[0] == ")":
            pair = opened.pop(), found.start()
            deep += pair if len(opened) >= DEEPEST else ()
    return lone + opened, deep


def _without(text: str, positions: Iterable[int]) -> str:
    """The text with spaces for some characters; a "-" or "name:" keeps its word."""
    characters = list(text)
    for at in sorted(positions):
        before = characters[at - 1] if at else " "
        characters[at] = "" if before in _BINDS else " "
    return "".join(characters)
