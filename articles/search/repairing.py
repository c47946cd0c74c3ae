"""What to try when a search found nothing: other spellings, and fewer conditions.

It asks any engine no more than a bounded number of counts, and the page shows what they
came to: a link that finds nothing would be one dead end more.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from articles.queries import AllOf, Node, Query, Words
from articles.queries.editing import dropped, replaced
from articles.queries.selecting import wanted_words
from articles.search.answer import Count, SearchTooCostlyError
from articles.search.engine import Engine
from articles.search.request import FACETS, Choice, FacetName, SearchRequest

_MOST_WORDS = 6

Dropped: TypeAlias = FacetName | Literal["days", "part"]


@dataclass(frozen=True, slots=True)
class Correction:
    """The same request with other spellings, and what it finds."""

    request: SearchRequest
    count: Count


@dataclass(frozen=True, slots=True)
class Widening:
    """The same request without one of its conditions, and what it finds.

    `part` is what was dropped of the query, if it was that.
    """

    dropped: Dropped
    request: SearchRequest
    count: Count
    part: Node | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """Ways on from a search that found nothing, and the words that are nowhere."""

    missing: list[Words]
    corrections: list[Correction]
    widenings: list[Widening]


def repair(engine: Engine, request: SearchRequest) -> Repair:
    """What would find something; raises SearchTooCostlyError."""
    missing = [w for w in _words(request) if _count(engine, _only(w)) == Count(0)]
    return Repair(
        missing,
        list(_corrections(engine, request, missing)),
        list(_widenings(engine, request)),
    )


def _corrections(
    engine: Engine, request: SearchRequest, missing: list[Words]
) -> Iterator[Correction]:
    """With every missing word in its likeliest spelling; then in the next ones."""
    spellings = {word: engine.similar_words(word.text) for word in missing}
    known = {word: words for word, words in spellings.items() if words}
    for place in range(max(map(len, known.values()), default=0)):
        node = request.query.node
        if node is None:
            return
        for word, words in known.items():
            better = words[min(place, len(words) - 1)]
            node = replaced(node, word, replace(word, text=better))
        corrected = replace(request, query=Query(node))
        if count := _found(engine, corrected):
            yield Correction(corrected, count)


def _widenings(engine: Engine, request: SearchRequest) -> Iterator[Widening]:
    for name, wider, part in _wider(request):
        if count := _found(engine, wider):
            yield Widening(name, wider, count, part)


def _wider(
    request: SearchRequest,
) -> Iterator[tuple[Dropped, SearchRequest, Node | None]]:
    if request.since or request.until:
        yield "days", replace(request, since=None, until=None), None
    for name in FACETS:
        if request.choice(name):
            choices = {**request.choices, name: Choice()}
            yield name, replace(request, choices=choices), None
    node = request.query.node
    if isinstance(node, AllOf):
        for part in node.nodes[:_MOST_WORDS]:
            yield "part", replace(request, query=Query(dropped(node, part))), part


def _words(request: SearchRequest) -> list[Words]:
    """The single words that are to be found."""
    words = wanted_words(request.query.node)
    return [w for w in words if not w.is_phrase and not w.is_prefix][:_MOST_WORDS]


def _only(word: Words) -> SearchRequest:
    return SearchRequest(query=Query(word))


def _found(engine: Engine, request: SearchRequest) -> Count | None:
    """How many it finds, if it is known to find any."""
    count = _count(engine, request)
    return count if count and count.value else None


def _count(engine: Engine, request: SearchRequest) -> Count | None:
    """How many it finds; None where that takes too long to say."""
    try:
        return engine.search(request).count()
    except SearchTooCostlyError:
        return None
