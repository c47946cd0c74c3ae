"""Which articles are taken out, in the order of days, in constant memory.

Numbers come in batches, each from the place where the last one ended; no query and no
transaction stays open while somebody reads slowly.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from articles.exporting.records import Record, record_of, rows_of
from articles.models import Article, State
from articles.querysets import ArticleQuerySet
from articles.search import SearchRequest, engine

# Few enough that also long bodies fit into memory.
_READ_AT_ONCE = 200
_NUMBERED_AT_ONCE = 5000


def in_public() -> ArticleQuerySet:
    return Article.objects.published()


def with_drafts() -> ArticleQuerySet:
    """Those in public and those that are to be; what was withdrawn stays inside."""
    return Article.objects.filter(state__in=[State.PUBLISHED, State.DRAFT])


def records(articles: ArticleQuerySet) -> Iterator[Record]:
    """The records of some articles, the oldest first, those without a day last."""
    return _read(articles, _numbers(articles))


def records_found(request: SearchRequest) -> Iterator[Record]:
    """All that a request finds in public, by date, the oldest first.

    Raises SearchTooCostlyError, mostly before the first one.
    """
    numbers = (place.pk for place in engine().search(request).places())
    return _read(in_public(), numbers)


def _read(articles: ArticleQuerySet, numbers: Iterable[int]) -> Iterator[Record]:
    numbers = iter(numbers)
    while some := list(islice(numbers, _READ_AT_ONCE)):
        rows = rows_of(articles.filter(pk__in=some).oldest_first())
        yield from map(record_of, rows)


def _numbers(articles: ArticleQuerySet) -> Iterator[int]:
    place: tuple[Any, int] | None = None
    dated = articles.filter(published_on__isnull=False).oldest_first()
    while True:
        rest = dated.newer_than(*place) if place else dated
        found = list(rest.values_list("published_on", "pk")[:_NUMBERED_AT_ONCE])
        yield from (number for _day, number in found)
        if len(found) < _NUMBERED_AT_ONCE:
            break
        place = found[-1]
    yield from _numbers_without_day(articles.filter(published_on=None).order_by("pk"))


def _numbers_without_day(articles: ArticleQuerySet) -> Iterator[int]:
    last = 0
    while True:
        rest = articles.filter(pk__gt=last).values_list("pk", flat=True)
        found = list(rest[:_NUMBERED_AT_ONCE])
        yield from found
        if len(found) < _NUMBERED_AT_ONCE:
            return
        last = found[-1]
