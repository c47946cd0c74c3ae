"""Builders: records on their way in, and the files that hold them."""

import json
from datetime import date
from itertools import count
from typing import Any

from articles.importing.checking import checked
from articles.importing.records import ArticleRecord, RawRecord, Refusal
from articles.importing.summary import Summary
from articles.importing.writer import Writer

_numbers = count(1)


def make_record(**fields: Any) -> ArticleRecord:
    """A whole record of 18 April 2025 in English, unless the fields say otherwise."""
    number = next(_numbers)
    fields.setdefault("place", f"papers.jsonl, line {number}")
    fields.setdefault("headline", f"Record {number}")
    fields.setdefault("body", f"Text {number}.")
    fields.setdefault("published_on", date(2025, 4, 18))
    fields.setdefault("language", "en")
    return ArticleRecord(**fields)


def check(**fields: Any) -> ArticleRecord:
    """What becomes of a record that a file holds."""
    return checked(RawRecord("papers.jsonl, line 1", fields))


def store(
    *records: ArticleRecord, update: bool = False, told: list[Refusal] | None = None
) -> Summary:
    """Store the records as one batch; what is refused is told to a list."""
    summary = Summary(tell=(told if told is not None else []).append)
    Writer(summary, update=update).store(list(records))
    return summary


def json_lines(*records: dict[str, Any]) -> bytes:
    lines = (json.dumps(record, ensure_ascii=False) for record in records)
    return "".join(f"{line}\n" for line in lines).encode()
