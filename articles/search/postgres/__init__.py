"""The engine that searches with PostgreSQL: an inverted index over a narrow table.

Rank all, count all, group all by each facet: so most archives search, and a common word
among a million articles takes them seconds. Here a page of hits looks at a window of
time after another until it is full (walking), a ranking at a bounded number of articles
(ranking), and a count stops at a limit (counting); whatever must look at everything is
asked for apart, reads narrow rows only, and has a time limit (execution).
"""

from collections.abc import Iterator, Mapping
from datetime import date

from django.db.models import Q

from articles.models import Article, Category, Source
from articles.search.answer import (
    Around,
    Count,
    Counts,
    Histogram,
    Hits,
    Suggestion,
    Understood,
)
from articles.search.histograms import histogram
from articles.search.postgres import (
    counting,
    desk,
    everything,
    labelled,
    suggesting,
    surrounding,
)
from articles.search.postgres.hits import hits
from articles.search.postgres.prepared import Prepared, prepare
from articles.search.request import Place, SearchRequest


class PostgresSearch:
    """A request, prepared for the index."""

    def __init__(self, request: SearchRequest) -> None:
        self._prepared: Prepared = prepare(request)

    @property
    def understood(self) -> Understood:
        return self._prepared.understood

    @property
    def timeline(self) -> Histogram | None:
        days = self._prepared.days
        return histogram({}, days.first, days.last) if days else None

    def hits(self) -> Hits:
        return hits(self._prepared)

    def count(self) -> Count:
        return counting.count(self._prepared)

    def is_wide(self) -> bool:
        return counting.is_wide(self._prepared)

    def counts(self) -> Counts:
        return counting.counts(self._prepared)

    def places(self) -> Iterator[Place]:
        return everything.places(self._prepared)


class PostgresEngine:
    """The archive's own database as a search engine."""

    def search(self, request: SearchRequest) -> PostgresSearch:
        return PostgresSearch(request)

    def condition(self, request: SearchRequest) -> Q:
        return desk.condition(request)

    def similar_words(self, word: str) -> list[str]:
        return suggesting.similar_words(word)

    def suggestions(self, text: str) -> list[Suggestion]:
        return suggesting.suggestions(text)

    def around(self, article: Article, category: Category | None) -> Around:
        return surrounding.around(article, category)

    def places_of(
        self,
        label: Category | Source,
        months: Mapping[date, int],
        limit: int,
        beyond: Place | None = None,
        *,
        is_backwards: bool = True,
    ) -> list[Place]:
        return labelled.places(label, months, limit, beyond, is_backwards=is_backwards)
