"""Any bytes give records, refusals and notes, from each reader: never an exception.

Saved pages have a test of their own.
"""

import io
import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.importing.checking import checked
from articles.importing.raw_values import RecordError
from articles.importing.readers import READERS, UnknownFormatError, reader_of
from articles.importing.records import LeftOut, Note, RawRecord, Refusal

DATA = Path(__file__).parent / "data"
NAMES = ["document", "table", "json", "jsonl", "feed", "json-feed", "wxr"]
FILES = {
    "document": [(DATA / "document.txt").read_bytes()],
    "table": [file.read_bytes() for file in sorted((DATA / "tables").iterdir())],
    "json": [file.read_bytes() for file in sorted((DATA / "json").iterdir())],
    "jsonl": [b'{"headline": "One"}\n{"headline": "Two", "body": "\\u0628"}\n'],
    "feed": [file.read_bytes() for file in sorted((DATA / "feeds").glob("[ar]*.xml"))],
    "json-feed": [(DATA / "feeds" / "feed.json").read_bytes()],
    "wxr": [(DATA / "feeds" / "wxr.xml").read_bytes()],
}
PIECES = [
    *(b'"', b'""', b"\\", b"\n", b"\r", b"\r\n", b",", b";", b"\t", b"|", b"sep=;\n"),
    *(b"{", b"}", b"[", b"]", b":", b"0", b"null", b"1e999"),
    *(b'{"articles": [', b'"items":[', b'"headline"', b"headline,body\n"),
    *(b"<item>", b"</item>", b"<entry>", b"<![CDATA[", b"]]>", b"&amp;", b"&#0;", b"<"),
    *(b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"<?xml version='1.1'?>"),
    *(b" xmlns:a=''", b"<wp:status>draft</wp:status>", b"<p>", b"<!--", b"-->"),
    *(b"Published on ", b"Category: ,", "متن".encode(), "سرخی,متن\n".encode()),
    *(b"\x00", b"\xff", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\x1e", b"\xe9"),
]


@st.composite
def damaged(draw: st.DrawFn, files: list[bytes]) -> bytes:
    """A file with pieces put in, taken out, or doubled."""
    data = draw(st.sampled_from(files))
    for _ in range(draw(st.integers(1, 4))):
        begin = draw(st.integers(0, len(data)))
        end = min(len(data), begin + draw(st.integers(0, 30)))
        put_in = draw(st.sampled_from(PIECES) | st.binary(max_size=4) | st.just(data))
        data = data[:begin] + put_in[:2000] + data[end:]
    return data


def inputs(name: str) -> st.SearchStrategy[bytes]:
    pieces = st.lists(st.sampled_from(PIECES), max_size=20).map(b"".join)
    return damaged(FILES[name]) | pieces | st.binary(max_size=200)


def stream(data: bytes) -> io.BufferedReader:
    return io.BufferedReader(io.BytesIO(data))


def hold(name: str, data: bytes) -> None:
    for result in READERS[name]("a", stream(data)):
        assert isinstance(result, RawRecord | Refusal | Note | LeftOut)
        if isinstance(result, RawRecord):
            again = list(READERS[name]("a", stream(result.original)))
            (record,) = (raw for raw in again if isinstance(raw, RawRecord))
            assert repr(record.fields) == repr(result.fields)
            with suppress(RecordError):
                checked(result)


@pytest.mark.parametrize("name", NAMES)
@given(st.data())
@settings(deadline=None, max_examples=100)
def test_any_bytes_can_be_read(name, data):
    hold(name, data.draw(inputs(name)))


@pytest.mark.nightly
@pytest.mark.parametrize("name", NAMES)
@given(st.data())
@settings(deadline=None, max_examples=int(os.environ.get("EXAMPLES", "20000")))
def test_very_many_bytes_can_be_read(name, data):
    hold(name, data.draw(inputs(name)))


@given(st.one_of([inputs(name) for name in NAMES]))
@example(b"{")
@example(b'{"a": 1,\n')
@example(b'"')
@settings(deadline=None)
def test_any_bytes_are_of_some_format_or_none(data):
    with suppress(UnknownFormatError):
        list(reader_of(stream(data))("a", stream(data)))
