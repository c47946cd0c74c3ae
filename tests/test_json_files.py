"""JSON that is no line by line: raw records and refusals out; no database."""

import io
import json
from pathlib import Path
from tracemalloc import get_traced_memory, start, stop

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.importing.readers import READERS, reader_of
from articles.importing.readers.json_file import looks_like_json, read_json
from articles.importing.readers.json_values import LONGEST
from articles.importing.records import RawRecord, Refusal

FILES = Path(__file__).parent / "data" / "json"
ONE, TWO = b'{"headline": "One"}', '{"headline": "دو"}'.encode()


def read(data: bytes) -> list[RawRecord | Refusal]:
    return list(read_json("a.json", io.BytesIO(data)))


def headlines(data: bytes) -> list[object]:
    return [raw.fields["headline"] for raw in read(data) if isinstance(raw, RawRecord)]


@pytest.mark.parametrize("file", sorted(FILES.iterdir()), ids=lambda file: file.name)
def test_stories_are_found_wherever_a_file_keeps_them(file):
    with file.open("rb") as opened:
        read_one = reader_of(opened)
        assert read_one is READERS["json"]
        first, second = read_one("a.json", opened)
    assert (first.place, second.place) == ("a.json, item 1", "a.json, item 2")
    assert first.fields["headline"] == "Harbour reopens"
    assert second.fields == {"headline": "بندرگاہ کھل گئی", "tags": [{"name": "شہر"}]}


@pytest.mark.parametrize(
    "data",
    [
        b"[%b, %b]",
        b"\xef\xbb\xbf [%b,\n%b,\n]\n",
        b'{"count": 2, "next": {"items": [1]}, "results": [%b, %b], "data": [ ]}',
        b'{"articles": [%b], "items": [%b]}',
        b'[%b]\n{"posts": [%b]}',
        b"%b\n\n%b",
        b"\x1e%b\n\x1e%b\n",  # RFC 7464
        b"%b,%b",
    ],
)
def test_a_list_an_object_with_one_and_objects_in_a_row_are_read(data):
    assert headlines(data % (ONE, TWO)) == ["One", "دو"]


def test_a_story_with_a_list_of_its_own_is_a_story():
    story = b'{"headline": "One", "items": [{"headline": "Two"}]}'
    (raw,) = read(story)
    assert raw.fields == json.loads(story)
    (again,) = read(raw.original)
    assert again.fields == raw.fields


def test_what_came_is_kept_to_the_byte():
    spaced = b'{ "views": 1.50,\n"headline" : "One" }'
    (raw,) = read(b'{"data": [ ' + spaced + b" ]}")
    assert raw.original == b"[" + spaced + b"]"


ENDS = "the file ends within it, or within its list"


@pytest.mark.parametrize(
    ("data", "found", "reason"),
    [
        (b"[%b, 7, %b]", 2, "not a JSON object"),
        (b'[%b, {"headline": "a" "b"}, %b]', 2, "not JSON: "),
        (b'[%b, {"headline": "a},\n%b]', 2, "not JSON: Unterminated string"),
        (b'[%b, {"headline": "caf\xe9"}, %b]', 2, "not UTF-8: byte 18"),
        (b"[%b,, %b]", 2, "not JSON: "),
        (b'[%b, {"a": 9' + b"9" * 5000 + b"}, %b]", 2, "not JSON: "),
        (
            b'[%b, {"a": [' + b"[]," * 60_000 + b"1]}, %b]",
            2,
            "more than 100,000 values",
        ),
        (b'[%b, {"a": "' + b"a" * LONGEST + b'"}, %b]', 2, "longer than 25,165,824 b"),
        (b"[%b, %b", 2, ENDS),
        (b"[%b, %b, ", 2, ENDS),
        (b'[%b, %b, {"headline": "Thr', 2, ENDS),
        (b'{"items": [%b, %b]', 2, ENDS),
        (b"[%b, %b] and so on", 2, "not JSON: "),
        (
            b"[%b, %b, " + b"[" * 100_000,
            2,
            "nested more than 500 deep: the rest is not",
        ),
    ],
)
def test_a_bad_item_is_refused_and_the_rest_is_read(data, found, reason):
    filled = data.replace(b"%b", ONE, 1).replace(b"%b", TWO, 1)
    refusals = [raw for raw in read(filled) if isinstance(raw, Refusal)]
    assert len(headlines(filled)) == found
    assert [refusal.field for refusal in refusals] == ["item"]
    assert refusals[0].reason.startswith(reason)


def test_a_quote_that_does_not_close_costs_one_item_where_each_has_its_line():
    lines = b'[\n%b,\n{"headline": "broken, "body": "}"},\n%b\n]' % (ONE, TWO)
    assert headlines(lines) == ["One", "دو"]


def test_memory_is_bounded_whatever_a_file_holds():
    rest = b'{"meta": "%b", "items": [%b], "more": "%b"}'
    huge = rest % (b"a" * 60_000_000, ONE, b"b" * 60_000_000)
    start()
    assert headlines(huge) == ["One"]
    peak = get_traced_memory()[1]
    stop()
    assert peak < 4 * LONGEST


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        (b"[" + ONE + b"]", True),
        (b"\xef\xbb\xbf\n[\n {", True),
        (b"[]", True),
        (b'{\n  "headline": "One"\n}', True),
        (b'{"items": [' + ONE + b"]}\n", True),
        (b'{"n": 1, "items": [' + ONE * 5, True),  # as much as was looked at
        (ONE + b"\n" + TWO, False),
        (b'{"headline": "One", "items": [{}]}\n' + ONE, False),
        (b'{"headline": "broken\n' + ONE, False),
        (b'{"headline": 1,\n' + ONE, False),
        (b"{not json}\n" + ONE, False),
        (b"[Updated] Harbour reopens\nPublished on April 18, 2025", False),
        (b'{"version": "https://jsonfeed.org/version/1.1",\n"items": []}', False),
        (rb'{"version": "https:\/\/jsonfeed.org\/version\/1", "items": [{}]}', False),
        (b"", False),
    ],
)
def test_json_is_told_from_json_lines_and_from_a_json_feed(head, is_one):
    assert looks_like_json(head) is is_one


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=8,
)
stories = st.lists(st.dictionaries(st.text(max_size=9), values, max_size=4), max_size=4)


@given(stories, st.sampled_from([None, 1]), st.booleans())
@settings(deadline=None)
def test_what_python_writes_is_read_back(written, indent, is_ascii):
    data = json.dumps(written, indent=indent, ensure_ascii=is_ascii)
    found = read(data.encode("utf-8", "surrogatepass"))
    assert [raw.fields for raw in found if isinstance(raw, RawRecord)] == written
