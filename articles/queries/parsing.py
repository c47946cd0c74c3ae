"""From the text to the query."""

from collections.abc import Iterator
from datetime import date

from articles.queries.nodes import (
    Node,
    Note,
    NoteKind,
    Query,
    all_of,
    any_of,
    negated,
)
from articles.queries.operators import Operator
from articles.queries.pairs import paired
from articles.queries.plain import plain
from articles.queries.terms import read_term
from articles.queries.tokens import Kind, Token, tokens_of


def parse(text: str, *, today: date) -> Query:
    """What a text asks for; "or" binds weaker than words that stand side by side."""
    text, notes = paired(plain(text))
    tokens = tokens_of(text)
    reader = _Reader(tokens, today)
    is_only_or = len(tokens) == 1 and tokens[0].is_or
    node = reader.term(tokens[0], None) if is_only_or else reader.group(None)
    return Query(node, tuple(dict.fromkeys((*notes, *reader.notes))))


class _Reader:
    """Goes over the tokens once; groups nest no deeper than `pairs` lets them."""

    def __init__(self, tokens: list[Token], today: date) -> None:
        self.tokens: Iterator[Token] = iter(tokens)
        self.today = today
        self.notes: list[Note] = []

    def group(self, operator: Operator | None) -> Node | None:
        """The alternatives up to the parenthesis that closes, or to the end."""
        alternatives: list[list[Node]] = [[]]
        for token in self.tokens:
            if token.kind is Kind.CLOSE:
                break
            if token.is_or:
                alternatives.append([])
            elif node := self.term(token, operator):
                alternatives[-1].append(node)
        if len(alternatives) > 1 and not all(alternatives):
            self.notes.append(Note(NoteKind.DANGLING_OR))
        return any_of(map(all_of, alternatives))

    def term(self, token: Token, operator: Operator | None) -> Node | None:
        """One word, phrase or group under its own operator, or the one around it."""
        operator = token.operator or operator
        if token.kind is Kind.OPEN:
            node = self.group(operator)
        else:
            node = self._value(token, operator)
        if token.name and not token.operator:
            node = all_of([self._unknown(token.name, operator), node])
        elif token.name and not node:
            self.notes.append(Note(NoteKind.EMPTY_OPERATOR, token.name))
        return negated(node) if node and token.is_negated else node

    def _value(self, token: Token, operator: Operator | None) -> Node | None:
        node, notes = read_term(operator, token, today=self.today)
        self.notes += notes
        return node

    def _unknown(self, name: str, operator: Operator | None) -> Node | None:
        """The name before a colon, as a word: it is no operator."""
        self.notes.append(Note(NoteKind.UNKNOWN_OPERATOR, name))
        return self._value(Token(Kind.WORD, name), operator)
