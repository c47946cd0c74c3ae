"""What can be chosen, and what is chosen: each with the address that changes it.

A value is one object for the page and for machines, so that they cannot disagree.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from articles import languages
from articles.queries.spans import describe_span
from articles.search import (
    FACETS,
    Choice,
    Facet,
    FacetName,
    FacetValue,
    SearchRequest,
    Understood,
)
from articles.search.request import chosen
from articles.search_addresses import Asked

SHOWN = 8


@dataclass(frozen=True, slots=True)
class Choosable:
    """A value of a facet; `address` chooses it, or takes the choice back."""

    value: str
    label: str
    language: str
    count: int
    selected: Literal["included", "excluded"] | None
    address: str
    exclude_address: str

    @property
    def direction(self) -> str:
        return languages.direction(self.language)


@dataclass(frozen=True, slots=True)
class Choosables:
    """The values of a facet: those shown at once, and the rest."""

    name: FacetName
    first: list[Choosable]
    rest: list[Choosable]

    @property
    def total(self) -> int:
        return len(self.first) + len(self.rest)


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is active, and the address without it."""

    label: str
    language: str
    address: str
    is_excluded: bool = False

    @property
    def direction(self) -> str:
        return languages.direction(self.language) if self.language else "auto"


def choosables(asked: Asked, facet: Facet) -> Choosables:
    """A facet's values with the addresses that they lead to."""
    values = [_choosable(asked, facet.name, value) for value in facet.values]
    return Choosables(facet.name, values[:SHOWN], values[SHOWN:])


def chips(asked: Asked, understood: Understood) -> list[Chip]:
    """The active filters, in the order in which the address has them."""
    return [*_chip_of_days(asked), *_chips_of_choices(asked, understood)]


def has_filters(request: SearchRequest) -> bool:
    return bool(request.since or request.until or any(map(request.choice, FACETS)))


def _choosable(asked: Asked, name: FacetName, value: FacetValue) -> Choosable:
    choice = asked.request.choice(name)
    without = _without(choice, value.value)
    included = Choice((*without.included, value.value), without.excluded)
    excluded = Choice(without.included, (*without.excluded, value.value))
    return Choosable(
        value.value,
        value.label,
        value.language,
        value.count,
        value.selected,
        asked.with_choice(name, without if value.selected else included),
        asked.with_choice(name, excluded),
    )


def _without(choice: Choice, value: str) -> Choice:
    return Choice(
        tuple(each for each in choice.included if each != value),
        tuple(each for each in choice.excluded if each != value),
    )


def _chip_of_days(asked: Asked) -> Iterator[Chip]:
    days = asked.request.since, asked.request.until
    if any(days):
        yield Chip(describe_span(*days), "", asked.address(since=None, until=None))


def _chips_of_choices(asked: Asked, understood: Understood) -> Iterator[Chip]:
    for name in ("category", "source", "language"):
        choice = asked.request.choice(name)
        for value in (*choice.included, *choice.excluded):
            label = understood.names.get(chosen(name, value), value)
            language = value if name == "language" else languages.of_script(label)
            address = asked.with_choice(name, _without(choice, value))
            yield Chip(label, language, address, value in choice.excluded)
