"""From a record to a row of the table in which a batch is compared with the archive."""

import hashlib
import zlib
from collections.abc import Iterator

from articles.importing.incoming import CONTENT
from articles.importing.labels import Labels
from articles.importing.records import ArticleRecord


def row_of(record: ArticleRecord, labels: Labels) -> Iterator[object]:
    """The values of the columns that `COPY_INCOMING` names, but for the position."""
    source_key = labels.source_key(record)
    for column in CONTENT:
        value = source_key if column == "source_id" else getattr(record, column)
        # A dateline is part of the body: a body without one takes the old one away.
        is_said = value != "" or (column == "dateline" and record.body)
        yield value if is_said else None
    yield labels.category_keys(record)
    yield record.likely_language
    yield record.place
    yield record.format
    yield from _packed(record.original)
    yield record.article_id
    yield record.number
    yield record.is_draft
    yield record.is_hearsay


def _packed(original: bytes) -> tuple[bytes | None, bytes | None]:
    """The checksum of a record as it came, and the record in little room."""
    if not original:
        return None, None
    return hashlib.sha256(original).digest(), zlib.compress(original)
