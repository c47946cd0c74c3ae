"""What the search answers, in types that any engine fills."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from articles.models import Article
from articles.queries import Label, Words
from articles.search.request import FacetName, Place


class SearchTooCostlyError(Exception):
    """The search was ended, because it took longer than a search may take."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An article found; headline and excerpt have the words found between marks."""

    article: Article
    headline: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of hits and the ways on from it.

    By date: the places that newer and older hits lie beyond, if there are any. By best
    match: how many pages there are, and whether all that match were ranked for them.
    """

    hits: list[Hit]
    newer: Place | None = None
    older: Place | None = None
    page_count: int = 1
    ranked: int = 0
    is_all_ranked: bool = True


@dataclass(frozen=True, slots=True)
class Count:
    """How many articles match; more than that where it is not exact."""

    value: int
    is_exact: bool = True


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet, and how many of the articles found have it.

    `value` is the slug or the code, `label` the name and `language` that of the label.
    """

    value: str
    label: str
    language: str
    count: int
    selected: Literal["included", "excluded"] | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """The values that articles found have, those chosen first, then by count."""

    name: FacetName
    values: list[FacetValue]


Unit: TypeAlias = Literal["day", "month", "year", "decade"]


@dataclass(frozen=True, slots=True)
class Bar:
    """A span of days, both ends included, and how many articles found lie in it."""

    first: date
    last: date
    count: int


@dataclass(frozen=True, slots=True)
class Histogram:
    """The articles found over time, in bars that leave no day out."""

    unit: Unit
    bars: list[Bar]

    def heights(self, space: int) -> list[int]:
        """How high each bar is: the highest fills the space, and one article shows."""
        highest = max((bar.count for bar in self.bars), default=0) or 1
        return [-(-bar.count * space // highest) for bar in self.bars]


@dataclass(frozen=True, slots=True)
class Counts:
    """What is counted of all articles found."""

    facets: list[Facet]
    histogram: Histogram | None
    count: int


@dataclass(frozen=True, slots=True)
class Understood:
    """What an engine made of a query.

    `names` are those of the labels that the archive has. Those in `unknown` it does not
    have, so they are searched for as text; the words in `ignored` are too common for
    that.
    """

    names: dict[Label, str]
    unknown: tuple[Label, ...] = ()
    ignored: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that a reader may be about to type."""

    kind: Literal["headline", "category", "source"]
    label: str
    language: str
    address: str


@dataclass(frozen=True, slots=True)
class Around:
    """The keys of articles in public that one leads on to.

    `earlier` and `later` are the next ones of a category. `related` are a few on the
    same matter, in the article's language, the closest first. What is not found in time
    is missing.
    """

    earlier: int | None = None
    later: int | None = None
    related: list[int] = field(default_factory=list)
    is_whole: bool = True
