"""Counted keys as the values of a facet, with their names."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from articles.interface import name_for_reader
from articles.languages import LANGUAGES, of_script
from articles.models import Category, Source
from articles.querysets import NamedQuerySet
from articles.search.answer import Facet, FacetValue
from articles.search.request import Choice, FacetName, SearchRequest

# Of two facets with more, and long names, the page has over 12 kB.
MOST_VALUES = 40
_NAMED: dict[str, NamedQuerySet[Any]] = {
    "category": Category.objects.all(),
    "source": Source.objects.all(),
}


def facet(name: FacetName, counts: Counter[Any], request: SearchRequest) -> Facet:
    """The commonest values, and those that are chosen, be there none of them."""
    choice = request.choice(name)
    values = (
        _languages(counts, choice)
        if name == "language"
        else (_labels(name, counts, choice))
    )
    ordered = sorted(values, key=lambda v: (v.selected is None, -v.count, v.label))
    return Facet(name, ordered)


def _labels(
    name: FacetName, counts: Counter[Any], choice: Choice
) -> Iterator[FacetValue]:
    commonest = [key for key, _count in counts.most_common(MOST_VALUES) if key]
    chosen = (*choice.included, *choice.excluded)
    for named in _NAMED[name].filter(Q(pk__in=commonest) | Q(slug__in=chosen)):
        label = name_for_reader(named.name, named.name_ur)
        yield FacetValue(
            named.slug,
            label,
            of_script(label),
            counts[named.pk],
            _selected(named.slug, choice),
        )


def _languages(counts: Counter[Any], choice: Choice) -> Iterator[FacetValue]:
    for code in {*counts, *choice.included, *choice.excluded} & LANGUAGES.keys():
        label = LANGUAGES[code].name
        yield FacetValue(code, label, code, counts[code], _selected(code, choice))


def _selected(value: str, choice: Choice) -> Any:
    if value in choice.included:
        return "included"
    return "excluded" if value in choice.excluded else None
