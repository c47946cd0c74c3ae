"""The file of a month: the same articles are the same bytes, at a lasting address."""

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import Max, QuerySet, TextField, Value
from django.db.models.functions import MD5, Concat

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
    articles = month.articles()
    # Of each article, not of the last one: who changes many commits after others did,
    # and what was changed bears the time when the transaction began.
    changes = _digest(articles, "pk", "updated_at")
    if not changes:
        return None
    parts = [
        *(month.first, changes),
        _digest(_filed.objects.filter(article__in=articles), "article", "category"),
        *(_digest(model.objects.all(), "pk", "name") for model in (Category, Source)),
        zlib.ZLIB_RUNTIME_VERSION,  # another one may pack otherwise
    ]
    digest = hashlib.sha256(repr(parts).encode()).hexdigest()[:32]
    return Stamp(f'"{digest}"', _changed_at(month))


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


def _changed_at(month: Period) -> datetime:
    """The last change also of what is not in public any more."""
    articles = Article.objects.published_between(month.first, month.last)
    touched = articles.aggregate(at=Max("updated_at"))["at"]
    came = articles.published().aggregate(at=Max("visible_from"))["at"]
    undone = ImportBatch.objects.aggregate(at=Max("undone_at"))["at"]
    moment: datetime = max(filter(None, [touched, came, undone]))
    return moment


def _digest(rows: QuerySet[Any], first: str, second: str) -> str | None:
    """What changes with one of two values in any of the rows; none of no rows."""
    line = Concat(first, Value(" "), second, output_field=TextField())
    listed = StringAgg(line, "\n", order_by=line)
    digest: str | None = rows.order_by().aggregate(digest=MD5(listed))["digest"]
    return digest
