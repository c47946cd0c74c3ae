"""Lines in, raw records and refusals out; no database."""

import io
from tracemalloc import get_traced_memory, start, stop

import pytest

from articles.importing.readers.json_lines import (
    LONGEST_LINE,
    looks_like_json_lines,
    read_json_lines,
)
from articles.importing.records import RawRecord, Refusal

GOOD = b'{"headline": "Harbour reopens"}'


def read(data: bytes) -> list[RawRecord | Refusal]:
    return list(read_json_lines("a.jsonl", io.BytesIO(data)))


def test_each_line_is_a_record_with_its_place():
    assert read('{"headline": "بندرگاہ"}\r\n\n \t\n{"headline": 7}'.encode()) == [
        RawRecord("a.jsonl, line 1", {"headline": "بندرگاہ"}),
        RawRecord("a.jsonl, line 4", {"headline": 7}),
    ]


def test_a_file_without_lines_has_no_records():
    assert read(b"") == read(b"\n\n") == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"headline": "Harbour', "not JSON: "),
        (b'{"headline": "Harbour"} {"headline": "Two"}', "not JSON: "),
        (b"{'headline': 'Harbour'}", "not JSON: "),
        (b'{"headline": "\x08"}', "not JSON: "),
        (b'{"views": ' + b"9" * 5000 + b"}", "not JSON: "),
        (b'{"a":' * 100_000, "not JSON: maximum recursion depth"),
        (b"[" * 100_000 + b"]" * 100_000, "not JSON: maximum recursion depth"),
        (b'{"headline": "caf\xe9"}', "not UTF-8: byte 18"),
        (b'["headline"]', "not a JSON object"),
        (b"null", "not a JSON object"),
        (b'"headline"', "not a JSON object"),
    ],
)
def test_a_bad_line_is_refused_with_its_number_and_the_rest_is_read(line, reason):
    first, bad, last = read(b"\n".join([GOOD, line, GOOD]))
    assert (first.place, last.place) == ("a.jsonl, line 1", "a.jsonl, line 3")
    assert (bad.place, bad.field) == ("a.jsonl, line 2", "line")
    assert bad.reason.startswith(reason)


def test_a_byte_order_mark_is_no_part_of_the_first_record():
    assert read(b"\xef\xbb\xbf" + GOOD)[0].fields == {"headline": "Harbour reopens"}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_lines_in_another_encoding_are_refused(encoding):
    lines = f"{GOOD.decode()}\n{GOOD.decode()}\n".encode(encoding)
    assert all(isinstance(result, Refusal) for result in read(lines))


def test_halves_of_characters_come_through_to_be_removed_later():
    assert read(rb'{"headline": "\ud83d"}')[0].fields == {"headline": "\ud83d"}


def test_a_line_too_long_to_be_held_is_refused_and_the_next_is_read():
    long = b'{"body": "' + b"a" * (2 * LONGEST_LINE) + b'"}\n'
    first, bad, last = read(GOOD + b"\n" + long + GOOD)
    assert bad == Refusal("a.jsonl, line 2", "line", "longer than 25,165,824 bytes")
    assert (first.fields, last.place) == (last.fields, "a.jsonl, line 3")


def test_a_line_of_very_many_values_is_refused():
    many = b'{"a": [' + b"[]," * 400_000 + b'1], "headline": "x"}'
    text = b'{"headline": "x", "body": "' + rb"a, [b], {c} \"d\" " * 100_000 + b'"}'
    bad, good = read(many + b"\n" + text)
    assert bad == Refusal("a.jsonl, line 1", "line", "more than 100,000 values in one")
    assert good.fields["headline"] == "x"


def test_a_line_without_end_takes_a_bounded_amount_of_memory():
    stream = io.BufferedReader(_Endless(12 * LONGEST_LINE))
    start()
    (refusal,) = read_json_lines("a.jsonl", stream)
    peak = get_traced_memory()[1]
    stop()
    assert refusal.field == "line"
    assert peak < 5 * LONGEST_LINE


class _Endless(io.RawIOBase):
    """One line of many blanks."""

    def __init__(self, size: int) -> None:
        self.left = size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:
        size = min(len(buffer), self.left)
        buffer[:size] = b" " * size
        self.left -= size
        return size


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        (GOOD, True),
        (b"\xef\xbb\xbf\r\n " + GOOD, True),
        (b"", False),
        (b"[{}]", False),
        (b"Harbour reopens\nPublished on April 18, 2025", False),
        (GOOD.decode().encode("utf-16"), False),
    ],
)
def test_json_lines_are_known_by_their_first_brace(head, is_one):
    assert looks_like_json_lines(head) is is_one
