"""What a reader asks of the search, as a value that any engine can be given."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal, NamedTuple, TypeAlias

from articles.queries import AllOf, Label, Node, Not, Query, Span
from articles.queries.nodes import all_of, any_of

PAGE_SIZE = 20

FacetName: TypeAlias = Literal["category", "language", "source"]
FACETS: tuple[FacetName, ...] = ("category", "language", "source")


class Sort(StrEnum):
    """The order of the hits."""

    BEST = "best"
    NEWEST = "newest"
    OLDEST = "oldest"


class Place(NamedTuple):
    """Where an article stands in the order of days."""

    day: date
    pk: int

    def __str__(self) -> str:
        return f"{self.day}.{self.pk}"


@dataclass(frozen=True, slots=True)
class Choice:
    """The values chosen of a facet, by slug or code: any of these, none of those."""

    included: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.included or self.excluded)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """A query and filters, each working alone too, and which of the hits are wanted.

    Days are those of publication, both ends included. `page` counts from 1 and is for
    hits by best match; `before` and `after` are for hits by date.
    """

    query: Query = field(default_factory=lambda: Query(None))
    since: date | None = None
    until: date | None = None
    choices: dict[FacetName, Choice] = field(default_factory=dict)
    sort: Sort = Sort.NEWEST
    page: int = 1
    before: Place | None = None
    after: Place | None = None

    def choice(self, facet: FacetName) -> Choice:
        return self.choices.get(facet, Choice())

    def node(self) -> Node | None:
        """The whole condition."""
        nodes = list(self._nodes())
        if self.since or self.until:
            nodes.append(Span("published", self.since, self.until))
        return all_of(nodes)

    def node_within_days(self, *, without: FacetName | None = None) -> Node | None:
        """What is asked of articles of `days()`; all but one facet, if one is named."""
        return all_of(n for n in self._nodes(without) if not _is_of_publication(n))

    def days(self) -> tuple[date | None, date | None]:
        """The days of publication that can be found at all; an open end is None."""
        spans = [(self.since, self.until)]
        for part in _parts(self.query.node):
            match part:
                case Span("published", first, last):
                    spans.append((first, last))
        firsts = [first for first, _last in spans if first]
        lasts = [last for _first, last in spans if last]
        return max(firsts, default=None), min(lasts, default=None)

    def _nodes(self, without: FacetName | None = None) -> Iterator[Node]:
        yield from _parts(self.query.node)
        for facet in FACETS:
            if facet != without:
                yield from _chosen(facet, self.choice(facet))


def _is_of_publication(node: Node) -> bool:
    return isinstance(node, Span) and node.of == "published"


def _parts(node: Node | None) -> Iterator[Node]:
    """The nodes that must all hold."""
    if isinstance(node, AllOf):
        yield from node.nodes
    elif node is not None:
        yield node


def chosen(facet: FacetName, value: str) -> Label:
    """A value of a facet as a part of the condition."""
    return Label(facet, value, is_slug=facet != "language")


def _chosen(facet: FacetName, choice: Choice) -> Iterator[Node]:
    if included := any_of(chosen(facet, value) for value in choice.included):
        yield included
    yield from (Not(chosen(facet, value)) for value in choice.excluded)
