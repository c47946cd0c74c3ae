"""Searching: requests and answers as values, and the engine between the two.

A page makes a SearchRequest, gives it to `engine()`, and shows the answer. Nothing that
it sees is particular to PostgreSQL: an engine of another kind can take its place.
"""

from articles.search.answer import (
    Around,
    Bar,
    Count,
    Counts,
    Facet,
    FacetValue,
    Histogram,
    Hit,
    Hits,
    SearchTooCostlyError,
    Suggestion,
    Understood,
)
from articles.search.engine import Engine, Search
from articles.search.postgres import PostgresEngine
from articles.search.repairing import Correction, Repair, Widening, repair
from articles.search.request import (
    FACETS,
    PAGE_SIZE,
    Choice,
    FacetName,
    Place,
    SearchRequest,
    Sort,
)

__all__ = [
    "FACETS",
    "PAGE_SIZE",
    "Around",
    "Bar",
    "Choice",
    "Correction",
    "Count",
    "Counts",
    "Engine",
    "Facet",
    "FacetName",
    "FacetValue",
    "Histogram",
    "Hit",
    "Hits",
    "Place",
    "Repair",
    "Search",
    "SearchRequest",
    "SearchTooCostlyError",
    "Sort",
    "Suggestion",
    "Understood",
    "Widening",
    "engine",
    "repair",
]


def engine() -> Engine:
    """The engine that the archive searches with."""
    return PostgresEngine()
