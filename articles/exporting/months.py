"""The file of a month: the same articles are the same bytes, at a lasting address."""

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import Count, Max, Q, Sum
from django.db.models.functions import MD5

from articles.exporting.formats import FORMATS
from articles.exporting.reading import records
from articles.models import Article, Category, ImportBatch, Source
from articles.periods import Period

_GZIP = 31  # zlib's number for the gzip format with its largest window
_filed = Article.categories.through


@dataclass(frozen=True, slots=True)
class Stamp:
    """Tells two states of a month's file apart without making it.

    `changed_at` is when one of its articles was last touched, or an import taken back.
    """

    etag: str
    changed_at: datetime


def stamp_of(month: Period) -> Stamp | None:
    """The stamp of a month; none if readers find no article in it."""
    in_public = Q(state="published")
    articles = Article.objects.published_between(month.first, month.last)
    state = articles.aggregate(
        count=Count("pk", filter=in_public),
        numbers=Sum("pk", filter=in_public),
        changed_at=Max("updated_at"),
    )
    if not state["count"]:
        return None
    undone_at = ImportBatch.objects.aggregate(at=Max("undone_at"))["at"]
    changed_at = max(filter(None, [state["changed_at"], undone_at]))
    parts = [
        *(month.first, *state.values(), changed_at),
        *_filed.objects.filter(article__in=articles)
        .aggregate(Count("pk"), Sum("category_id"))
        .values(),
        *(_names(model) for model in (Category, Source)),
        zlib.ZLIB_RUNTIME_VERSION,  # another one may pack otherwise
    ]
    digest = hashlib.sha256(repr(parts).encode()).hexdigest()[:32]
    return Stamp(f'"{digest}"', changed_at)


def packed(month: Period) -> Iterator[bytes]:
    """The file: JSON Lines in gzip, which has no name and no time in it (RFC 1952)."""
    return _packed(FORMATS["jsonl"].chunks(records(month.articles())))


@lru_cache(256)
def checksum(month: Period, etag: str) -> str:
    """The SHA-256 of the file in the state that a stamp tells."""
    digest = hashlib.sha256()
    for chunk in packed(month):
        digest.update(chunk)
    return digest.hexdigest()


def _packed(chunks: Iterable[bytes]) -> Iterator[bytes]:
    packer = zlib.compressobj(wbits=_GZIP)
    for chunk in chunks:
        if part := packer.compress(chunk):
            yield part
    yield packer.flush()


def _names(model: type[Category | Source]) -> str | None:
    """A digest of all names: a new one changes files, and touches no article."""
    listed = StringAgg("name", "\n", order_by="pk")
    digest: str | None = model._default_manager.aggregate(names=MD5(listed))["names"]
    return digest
