"""What an engine does: the pages know nothing else of the one that answers."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Protocol

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
from articles.search.request import Place, SearchRequest


class Search(Protocol):
    """A request that an engine has understood, and can answer in parts.

    Each part is asked for alone, so that a slow one delays no other; each raises
    SearchTooCostlyError when it takes longer than it may.
    """

    @property
    def understood(self) -> Understood: ...

    @property
    def timeline(self) -> Histogram | None:
        """The days in which something can be found, as bars without counts."""

    def hits(self) -> Hits:
        """The page of hits that was asked for."""

    def count(self) -> Count:
        """How many match; exact up to a limit."""

    def is_wide(self) -> bool:
        """Whether more must be looked at for `counts` than the count of hits says."""

    def counts(self) -> Counts:
        """All that match by facet and over time, which is exact and may take longer."""

    def places(self) -> Iterator[Place]:
        """All that match, the oldest first, whatever order and page were asked for."""


class Engine(Protocol):
    """Something that searches the archive."""

    def search(self, request: SearchRequest) -> Search: ...

    def condition(self, request: SearchRequest) -> Q:
        """What a request asks of articles in every state, for the desk's own lists."""

    def similar_words(self, word: str) -> list[str]:
        """Words of the archive that are spelled most like one, the likeliest first."""

    def suggestions(self, text: str) -> list[Suggestion]:
        """What a reader who has typed so much may be looking for."""

    def around(self, article: Article, category: Category | None) -> Around:
        """What leads on from an article: in a category, and on the same matter."""

    def places_of(
        self,
        label: Category | Source,
        months: Mapping[date, int],
        limit: int,
        beyond: Place | None = None,
        *,
        is_backwards: bool = True,
    ) -> list[Place]:
        """The newest so many in public of a label, or those beyond a place.

        `months` has how many it has in each month, by its first day.
        """
