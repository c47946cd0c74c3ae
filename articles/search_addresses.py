"""The addresses of searches: from a request back to the query string that asks for it.

Parameters come in one order, and what goes without saying is left out: the same search
has the same address wherever it is linked.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Self
from urllib.parse import urlencode

from django.urls import reverse

from articles.queries import Query
from articles.queries.selecting import wanted_words
from articles.queries.typed import typed
from articles.search import Choice, FacetName, SearchRequest, Sort

# What a search is, in the order in which addresses have it; which page comes after.
PARAMETERS = ("q", "from", "to", "category", "source", "lang", "sort")
FACET_PARAMETERS: dict[FacetName, str] = {
    "category": "category",
    "source": "source",
    "language": "lang",
}
EXACT = "exact"  # the value of "counts" that asks for all of them

_FIRST_PAGE = {"page": 1, "before": None, "after": None}


@dataclass(frozen=True, slots=True)
class Asked:
    """A request, and the text that its query was typed as."""

    request: SearchRequest
    text: str = ""

    @classmethod
    def of(cls, request: SearchRequest) -> Self:
        """A request that nobody typed."""
        return cls(request, typed(request.query.node))

    @property
    def has_words(self) -> bool:
        """Whether there is anything that hits can match better or worse."""
        return bool(wanted_words(self.request.query.node))

    def address(self, *, is_counted: bool = False, **changes: Any) -> str:
        """Where the same search with some changes is: its first page, if not said."""
        request = replace(self.request, **{**_FIRST_PAGE, **changes})
        counts = EXACT if is_counted else ""
        return search_address(
            [
                ("q", self.text),
                *_filters(request),
                *_place(request),
                ("counts", counts),
            ]
        )

    def counted_address(self) -> str:
        """Where this very page is, with all counted that there is to count."""
        here = self.request
        return self.address(
            is_counted=True, page=here.page, before=here.before, after=here.after
        )

    def file_address(self, format_name: str) -> str:
        """Where all that the search finds is one file, which is in order of days."""
        query = _query_string([("q", self.text), *_filters(self.request)])
        return f"{reverse('articles:search_file', args=[format_name])}{query}"

    def with_choice(self, facet: FacetName, choice: Choice) -> str:
        """The address of the search with another choice of a facet's values."""
        return self.address(choices={**self.request.choices, facet: choice})


def _filters(request: SearchRequest) -> Iterator[tuple[str, str]]:
    if request.since:
        yield "from", first_day_in_short(request.since)
    if request.until:
        yield "to", last_day_in_short(request.until)
    for facet, name in FACET_PARAMETERS.items():
        choice = request.choice(facet)
        yield from ((name, value) for value in choice.included)
        yield from ((name, f"-{value}") for value in choice.excluded)


def _place(request: SearchRequest) -> Iterator[tuple[str, str]]:
    """The order, if it is not the usual one, and the page."""
    if request.sort not in (Sort.BEST, default_sort(request.query)):
        yield "sort", request.sort
    if request.page > 1:
        yield "page", str(request.page)
    for name, place in ("before", request.before), ("after", request.after):
        yield name, str(place or "")


def search_address(parameters: list[tuple[str, str]]) -> str:
    """The search page with a query string, as a browser writes one; without empties."""
    return f"{reverse('articles:search')}{_query_string(parameters)}"


def _query_string(parameters: list[tuple[str, str]]) -> str:
    query = urlencode([(name, value) for name, value in parameters if value], safe="*")
    return f"?{query}" if query else ""


def default_sort(query: Query) -> Sort:
    """By best match where there are words to match, else the newest first."""
    return Sort.BEST if wanted_words(query.node) else Sort.NEWEST


def first_day_in_short(day: date) -> str:
    """The year, the month or the day that begins on a day, the longest of them."""
    if day.day > 1:
        return day.isoformat()
    return f"{day:%Y-%m}" if day.month > 1 else f"{day:%Y}"


def last_day_in_short(day: date) -> str:
    """The year, the month or the day that ends on a day, the longest of them."""
    next_day = day + timedelta(days=1)
    if next_day.day > 1:
        return day.isoformat()
    return f"{day:%Y-%m}" if next_day.month > 1 else f"{day:%Y}"
