"""JSON Feed, in both scripts, as the fields of records."""

import json

import pytest
from django.conf import settings

from articles.importing.readers import READERS, reader_of
from articles.importing.readers import json_feed as reader
from articles.importing.readers.json_feed import read_json_feed
from articles.importing.records import Note, RawRecord, Refusal
from tests.xml_files import FEEDS, stream

SAMPLES = settings.BASE_DIR.parent / "shared" / "samples" / "feeds"
FILE = FEEDS / "feed.json"

QUAY = {
    "headline": "Old quay reopens",
    "summary": "Boats call again.",
    "byline": "Ann Lee, Bilal Khan",
    "body": "The first ferry tied up.\n\nSo it is.",
    "published": "2025-04-18T09:30:00+01:00",
    "source": "The River Post",
    "source_url": "https://riverpost.example/2025/04/quay",
    "categories": ["World", "Harbours", "Ferries"],
    "language": "en",
}
PORT = {
    "headline": "بندرگاہ کھل گئی",
    "summary": "",
    "byline": "The desk",
    "body": "کشتیاں پھر آنے لگیں۔\n\nلوگ خوش ہیں۔",
    "published": "",
    "source": "The River Post",
    "source_url": "https://riverpost.example/urdu/82",
    "categories": [],
    "language": "ur",
}


def read(data: bytes | str, name: str = "a.json") -> list[RawRecord | Refusal | Note]:
    return list(read_json_feed(name, stream(data)))


def feed(*items: object, **others: object) -> str:
    whole = {"version": "https://jsonfeed.org/version/1", "items": items, **others}
    return json.dumps(whole)


def test_a_feed_is_read_and_each_original_by_itself():
    records = read(FILE.read_bytes())
    assert [dict(record.fields) for record in records] == [QUAY, PORT]
    assert [r.place for r in records] == ["a.json, item 1", "a.json, item 2"]
    for record in records:
        (again,) = read(record.original, record.place)
        assert again.fields == record.fields


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("indent", [None, 2])
def test_it_is_told_from_json_lines_by_its_content(encoding, indent):
    whole = json.loads(FILE.read_text(encoding="utf-8"))
    data = json.dumps(whole, indent=indent).encode(encoding)
    assert reader_of(stream(data)) is READERS["json-feed"]
    assert len(read(data)) == 2


def test_json_lines_that_speak_of_feeds_are_json_lines():
    body = 'It says "version": "https://jsonfeed.org/version/1" and "items": [].'
    line = json.dumps({"headline": "a", "body": body})
    assert reader_of(stream(line)) is READERS["jsonl"]


@pytest.mark.parametrize(
    ("item", "field", "value"),
    [
        ({"author": {"name": "Bo"}}, "byline", "Bo"),
        ({"authors": [{"url": "https://x.example/bo"}]}, "byline", ""),
        ({"authors": "Bo"}, "byline", ""),
        ({"title": 5}, "headline", ""),
        ({"summary": "Alone."}, "body", "Alone."),
        ({"id": 5}, "source_url", ""),
        ({"tags": "a"}, "categories", []),
        ({"title": "a\ud800b"}, "headline", "a\ud800b"),  # the check takes it out
    ],
)
def test_a_part_of_an_item_is_read(item, field, value):
    (record,) = read(feed(item))
    assert record.fields[field] == value


def test_addresses_begin_where_it_was_fetched_if_it_does_not_say():
    (record,) = read(feed({"url": "../1"}), "https://x.example/a/feed.json")
    assert record.fields["source_url"] == "https://x.example/1"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ('{"items": [', "json: not JSON: "),
        ("[]", "json: not a JSON object"),
        ('{"items": {}}', "json: it has no list of items"),
        ('{"a":' * 100_000, "json: not JSON: maximum recursion depth"),
        (b'{\n"title": "caf\xe9"}', "json: line 2 has bytes that are not UTF-8"),
        (feed("a"), "item 1: item: not a JSON object"),
        (
            feed({"content_html": "<div>" * 500}),
            "item 1: body: elements in each other, more than 150 deep",
        ),
    ],
)
def test_what_is_no_feed_or_no_item_is_refused(data, reason):
    (refusal,) = read(data)
    assert isinstance(refusal, Refusal)
    assert reason in str(refusal)


def test_what_is_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(reader, "LARGEST", 100)
    assert str(*read(feed({"title": "a" * 100}))).endswith("longer than 100 bytes")


@pytest.mark.skipif(not SAMPLES.exists(), reason=f"there is no {SAMPLES}")
@pytest.mark.parametrize("name", ["json10_feed", "json11_feed", "sample"])
def test_feeds_of_others_are_read(name):
    data = (SAMPLES / f"{name}.json").read_bytes()
    assert reader_of(stream(data)) is READERS["json-feed"]
    (record,) = read(data)
    assert record.fields["body"] == "content_html"
    assert record.fields["source_url"] == "https://sample-json-feed.com/id"
    (again,) = read(record.original)
    assert again.fields == record.fields


def test_a_feed_of_millions_of_empty_items_is_refused():
    data = b'{"version": "1.1", "items": [' + b"{}," * 1_000_001 + b"{}]}"
    (refusal,) = read(data)
    assert refusal.reason == "more than 2,000,000 values"


def test_what_is_long_of_a_feed_is_not_kept_with_each_item():
    items = [{"title": f"Story {number}"} for number in range(50)]
    people = [{"name": "Ann Lee " * 1000}]
    feed = {"version": "https://jsonfeed.org/version/1.1", "authors": people}
    data = json.dumps({**feed, "title": "Post", "items": items})
    records = list(read_json_feed("a", stream(data)))
    assert {record.fields["source"] for record in records} == {"Post"}
    assert sum(len(record.original) for record in records) < len(data)
