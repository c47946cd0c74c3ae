"""Records in batches that are neither long nor heavy: all are held in memory."""

from collections.abc import Iterable, Iterator

from articles.importing.records import ArticleRecord

BATCH_RECORDS = 500
BATCH_SIZE = 8_000_000  # characters of bodies and bytes of records as they came


def batches(records: Iterable[ArticleRecord]) -> Iterator[list[ArticleRecord]]:
    batch: list[ArticleRecord] = []
    size = 0
    for record in records:
        batch.append(record)
        size += len(record.body) + len(record.original)
        if len(batch) == BATCH_RECORDS or size > BATCH_SIZE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
