"""Cuts a text into words, phrases and parentheses, with what stands before them."""

import re
from dataclasses import dataclass
from enum import StrEnum

from articles.queries.operators import NAMES, Operator, operator_of


class Kind(StrEnum):
    """By the names of the groups below; EMPTY is an operator that nothing follows."""

    WORD = "word"
    PHRASE = "phrase"
    OPEN = "open"
    CLOSE = "close"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Token:
    kind: Kind
    text: str = ""
    name: str = ""  # what stands before the colon, also if it is no operator
    is_negated: bool = False

    @property
    def operator(self) -> Operator | None:
        return operator_of(self.name)

    @property
    def is_or(self) -> bool:
        return self.text.lower() == "or" and self._is_bare_word

    @property
    def is_and(self) -> bool:
        return self.text == "AND" and self._is_bare_word

    @property
    def _is_bare_word(self) -> bool:
        return self.kind is Kind.WORD and not self.name and not self.is_negated


_SPACE = r"\s،۔؟؛;"
_BETWEEN = f"{_SPACE}—―"
_SEPARATORS = re.compile(f"[{_BETWEEN}]+")
# A dash excludes what it touches, if it touches nothing before it.
_MINUS = rf"(?P<minus>(?<![^{_SPACE},()])[-—―](?![-—―]))?"
# A name that is no operator counts where it looks like one: "12:30" does not.
_NAME = rf'(?P<name>(?ai:{"|".join(NAMES)})|[^\W\d_]{{2,}}(?=:["(\w])):'
_WORD = rf'(?P<word>(?:[^{_BETWEEN},"()]|(?<=[0-9]),(?=[0-9]))+)'
_VALUE = rf'"(?P<phrase>[^"]*)"|(?P<open>\()|{_WORD}|(?P<empty>(?(name)|(?!)))'
_TOKEN = re.compile(
    rf'{_MINUS}(?:{_NAME}(?P<inner>-(?=["(\w]))?)?(?:{_VALUE})|(?P<close>\))'
)


def tokens_of(text: str) -> list[Token]:
    """The tokens of a plain text in which all marks have partners."""
    tokens = [_token(found) for found in _TOKEN.finditer(text)]
    around = zip([None, *tokens], tokens, [*tokens[1:], None], strict=False)
    return [
        token
        for before, token, after in around
        if not (token.is_and and _is_between_terms(before, after))
    ]


def without_separators(text: str) -> str:
    """A phrase with single spaces between its words."""
    return _SEPARATORS.sub(" ", text).strip()


def _token(found: re.Match[str]) -> Token:
    kind = Kind(found.lastgroup or Kind.EMPTY)
    is_negated = bool(found["minus"]) != bool(found["inner"])
    return Token(kind, found[kind], found["name"] or "", is_negated)


def _is_between_terms(before: Token | None, after: Token | None) -> bool:
    if not before or not after or before.is_or or after.is_or:
        return False
    return before.kind is not Kind.OPEN and after.kind is not Kind.CLOSE
