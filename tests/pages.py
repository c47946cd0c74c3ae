"""Builders for tests of the reader of news pages."""

import io
import json
from pathlib import Path

from articles.importing.readers.page import read_page
from articles.importing.records import RawRecord, Refusal

PAGES = Path(__file__).parent / "data" / "pages"
STORY = (
    "The first ferry in eleven years tied up at the old quay on Friday morning, with "
    "forty passengers, two goats and a brass band that had practised all winter. "
) * 2


def page(head: str = "", body: str = f"<p>{STORY}</p>") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def json_ld(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return f'<script type="application/ld+json">{text}</script>'


def read(data: bytes | str, name: str = "a.html") -> RawRecord | Refusal:
    data = data.encode() if isinstance(data, str) else data
    (result,) = read_page(name, io.BufferedReader(io.BytesIO(data)))
    return result


def fields(data: bytes | str, name: str = "a.html") -> dict:
    result = read(data, name)
    assert isinstance(result, RawRecord), result
    return dict(result.fields)


def refusal(data: bytes | str) -> str:
    result = read(data)
    assert isinstance(result, Refusal), result
    return str(result)
