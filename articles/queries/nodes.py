"""What a query consists of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal, TypeAlias


class Field(StrEnum):
    """Where words are looked for."""

    ANYWHERE = "anywhere"
    HEADLINE = "headline"
    PLACE = "place"
    BYLINE = "by"


@dataclass(frozen=True, slots=True)
class Words:
    """One word, the beginning of one, or a phrase, as typed and not folded."""

    text: str
    field: Field = Field.ANYWHERE
    is_phrase: bool = False
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A category or a source, as typed; a language, by its code.

    One that was chosen, and not typed, is known by its slug alone: that may also be the
    name of another.
    """

    kind: Literal["category", "source", "language"]
    name: str
    is_slug: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """Days, both ends included; one end may be open."""

    of: Literal["published", "document", "added"]
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Not:
    node: "Node"


@dataclass(frozen=True, slots=True)
class AllOf:
    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    nodes: tuple["Node", ...]


Node: TypeAlias = Words | Label | Span | Not | AllOf | AnyOf


class NoteKind(StrEnum):
    """What a reader should be told about how a text was read."""

    UNKNOWN_OPERATOR = "unknown operator"
    EMPTY_OPERATOR = "empty operator"
    UNKNOWN_LANGUAGE = "unknown language"
    BAD_DATE = "bad date"
    UNCLOSED_QUOTE = "unclosed quote"
    LONE_PARENTHESIS = "lone parenthesis"
    TOO_DEEP = "too deep"
    DANGLING_OR = "dangling or"
    SHORT_PREFIX = "short prefix"


@dataclass(frozen=True, slots=True)
class Note:
    """A remark, and the part of the text that it is about."""

    kind: NoteKind
    text: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """What a text asks for, if anything, and the remarks about it, each once."""

    node: Node | None
    notes: tuple[Note, ...] = ()

    @property
    def is_empty(self) -> bool:
        return self.node is None

    @property
    def clause_count(self) -> int:
        """How many words, phrases, labels and spans there are."""
        return 0 if self.node is None else _leaves(self.node)


def all_of(nodes: Iterable[Node | None]) -> Node | None:
    """The nodes together, in the simplest form; None stands for no condition."""
    flat: list[Node] = []
    for node in nodes:
        flat += node.nodes if isinstance(node, AllOf) else [node] if node else []
    return AllOf(tuple(flat)) if len(flat) > 1 else next(iter(flat), None)


def any_of(nodes: Iterable[Node | None]) -> Node | None:
    """The alternatives, in the simplest form; None stands for none."""
    flat: list[Node] = []
    for node in nodes:
        flat += node.nodes if isinstance(node, AnyOf) else [node] if node else []
    return AnyOf(tuple(flat)) if len(flat) > 1 else next(iter(flat), None)


def negated(node: Node) -> Node:
    return node.node if isinstance(node, Not) else Not(node)


def _leaves(node: Node) -> int:
    if isinstance(node, Not):
        return _leaves(node.node)
    if isinstance(node, AllOf | AnyOf):
        return sum(map(_leaves, node.nodes))
    return 1
