"""What a reader may be typing, and what one who mistyped may have meant."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar

from django.db.models import Q
from django.utils.translation import get_language

from articles.folding import fold
from articles.fulltext import Fold
from articles.models import Article, Category, Source
from articles.queries import Field, Query, Words
from articles.queries.nodes import all_of
from articles.querysets import NamedQuerySet
from articles.search.answer import SearchTooCostlyError, Suggestion
from articles.search.postgres.execution import bounded
from articles.search.postgres.prepared import prepare
from articles.search.postgres.walking import Walk
from articles.search.request import SearchRequest

_SECONDS = 0.1
# All that begins so is looked up for every window again, so there are few of them.
_GROWTH = 100
_HEADLINES, _LABELS = 5, 3
# Two letters may begin a category; of a word in a headline they tell nothing yet.
_SHORTEST, _SHORTEST_OF_HEADLINE = 2, 3
_CLOSEST = 3

Labels = TypeVar("Labels", bound=NamedQuerySet[Any])

# Words of the archive by trigrams in common, as pg_trgm compares them.
_SIMILAR = """
SELECT word FROM articles_word
WHERE word %% %(typed)s AND word <> %(typed)s
ORDER BY similarity(word, %(typed)s) DESC, abs(length(word) - length(%(typed)s)), word
LIMIT %(limit)s
"""


def similar_words(word: str) -> list[str]:
    """The words of the archive's headlines that are spelled most like one, if any."""
    with bounded(_SECONDS) as cursor:
        cursor.execute(_SIMILAR, {"typed": fold(word), "limit": _CLOSEST})
        return [similar for (similar,) in cursor.fetchall()]


def suggestions(text: str) -> list[Suggestion]:
    """Categories and sources whose name has a word that begins so, and headlines."""
    words = text.split()
    if not words or len(words[-1]) < _SHORTEST:
        return []
    return [*_labels(text), *_headlines(words)]


def _labels(text: str) -> Iterator[Suggestion]:
    """Called as readers of the page know them, by whichever name they are found."""
    edition = get_language() or ""
    for category in _beginning(Category.objects.all(), fold(text)):
        named = category.name_in(edition)
        yield Suggestion("category", *named, category.get_absolute_url())
    for source in _beginning(Source.objects.all(), fold(text)):
        yield Suggestion("source", *source.name_in(edition), source.get_absolute_url())


def _beginning(labels: Labels, folded: str) -> Labels:
    """The first of those that have a word in a name, in either script, begin so."""
    starts = Q()
    for name in "folded_name", "folded_name_ur":
        starts |= Q(**{f"{name}__startswith": folded})
        starts |= Q(**{f"{name}__contains": f" {folded}"})
    in_both = labels.alias(folded_name_ur=Fold("name_ur"))
    return in_both.filter(starts).in_public()[:_LABELS]


def _headlines(words: list[str]) -> Iterator[Suggestion]:
    """The newest that have all the words; the last word may go on."""
    *whole, last = (Words(word, Field.HEADLINE) for word in words)
    tells = len(last.text) >= _SHORTEST_OF_HEADLINE
    ending = [replace(last, is_prefix=True)] if tells else []
    search = prepare(SearchRequest(query=Query(all_of([*whole, *ending]))))
    if search.days is None or not search.query():
        return
    try:
        with bounded(_SECONDS) as cursor:
            walk = Walk(search.query(), search.days, growth=_GROWTH)
            places = walk.places(cursor, _HEADLINES)
    except SearchTooCostlyError:
        return  # nobody waits for a suggestion
    titled = Article.objects.only("headline", "language", "published_on")
    articles = titled.in_bulk([place.pk for place in places])
    found = (articles[place.pk] for place in places if place.pk in articles)
    for article in found:
        yield Suggestion(
            "headline", article.headline, article.language, article.get_absolute_url()
        )
