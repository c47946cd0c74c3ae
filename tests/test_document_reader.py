from datetime import UTC, date, datetime
from time import monotonic

import pytest
from django.utils import timezone

from articles.importing.readers import html_text
from articles.importing.readers.document import looks_like_document, read_document
from articles.importing.records import RawRecord, Refusal

FIELDS = {
    "headline": "Harbour reopens after the storm",
    "published_on": date(2025, 4, 8),
    "captured_at": datetime(2025, 11, 1, 0, 7, 9, tzinfo=UTC),
    "categories": ("English", "Snippets"),
    "source": "example.org",
    "source_url": "https://example.org/harbour?page=2&part=b",
    "body": "LISBON, April 8, “Ships” are back.\nSo are gulls & terns.\n\nTwo.",
}
LINK = '<a href="https://example.org/harbour?page=2&amp;part=b">Click Here</a>'
NESTED = f"""\ufeff<!DOCTYPE html>
<!-- saved from url=(0027)https://old.example/doc/7 -->
<html><head><meta charset="windows-1252"><title>Old archive</title>
<style>div {{ color: red }}</style></head><body class="doc">
<nav><a href="/">Home</a></nav><div class="menu"><a href="/">Start</a></div>
<div><div><h2>Harbour <br>reopens&nbsp;after&nbsp;the storm</h2></div>
  <div><div><b>Published on</b>&nbsp;<span>April 8,
    2025</span></div>
  <div>Document Date:&nbsp;<i>Sat, Nov 01 2025 12:07:09 am</i></div>
  <div>Category: <div>,English,<span>Snippets</span></div></div>
  <div>Show on website: {LINK}</div><p>&nbsp;</p><div>example.org</div></div>
  <div><div><p>LISBON, April 8, &ldquo;Ships&rdquo; are
    back.<br>So are gulls &amp; <em>terns</em>.</p></div><script>evil("<p>")</script>
  <p>Two.</p></div></div>
<footer>All rights reserved</footer></body></html>"""
BREAKS = f"""<html><body>Harbour reopens after the storm<br>Published on April 8, 2025
<br/>Document Date: Sat, Nov 01 2025 12:07:09 am<br>Category: ,English,Snippets<br>
Show on website: {LINK}<br>example.org<br><br>LISBON, April 8, &#8220;Ships&#8221; are
back.<br>So are gulls &amp; terns.<br>&nbsp;<br>Two.</body></html>"""
TABLE = f"""<table><tr><th colspan=2>Harbour reopens after the storm
<tr><td>Published on<td>April 8, 2025<tr><td>Document Date:<td>2025-11-01 00:07:09
<tr><td>Category:<td>English,Snippets<tr><td>Show on website:<td>{LINK}</table>
example.org<p>LISBON, April 8, “Ships” are back.<br>So are gulls &amp; terns.<p>Two."""


def read(data: bytes | str) -> RawRecord | Refusal:
    (result,) = read_document("a.txt", data.encode() if isinstance(data, str) else data)
    return result


def refused(data: bytes | str) -> str:
    result = read(data)
    assert isinstance(result, Refusal)
    return str(result)


@pytest.mark.parametrize("page", [NESTED, BREAKS, TABLE])
def test_a_page_that_a_browser_saved_is_read_as_its_text(page):
    assert read(page) == RawRecord("a.txt", FIELDS)
    assert looks_like_document(page.encode())


def test_a_link_without_a_web_address_is_no_address():
    record = read(NESTED.replace("https://example.org/harbour", "#"))
    assert record == RawRecord("a.txt", {**FIELDS, "source_url": ""})


def test_a_link_in_the_body_stays_as_it_reads():
    page = BREAKS.replace("Two.", '<a href="https://b.example/">Click here</a> too.')
    record = read(page)
    assert isinstance(record, RawRecord)
    assert str(record.fields["body"]).endswith("Click here too.")


def test_the_document_date_is_read_in_the_time_zone_of_the_archive():
    text = "H\nDocument Date: Sun, Oct 26 2025 02:30:00 am"
    with timezone.override("Europe/Berlin"):
        first, second = read(text), read(f"{text} (second time)")
    assert isinstance(first, RawRecord)
    assert isinstance(second, RawRecord)
    assert first.fields["captured_at"] == datetime(2025, 10, 26, 0, 30, tzinfo=UTC)
    assert second.fields["captured_at"] == datetime(2025, 10, 26, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "a.txt, line 1: document: there is nothing in it"),
        (b" \n\xc2\xa0\n", "a.txt, line 1: document: there is nothing in it"),
        (b"\x00\x01", "a.txt, line 1: headline: no line of a document's header"),
        (b"H\n\nPub\xff", "a.txt, line 3: document: not UTF-8: byte 7"),
        ("H\n".encode("utf-16"), "not UTF-8: byte 1; it seems to be UTF-16"),
        (b"Only a headline\n", "a.txt, line 1: headline: no line of a document's"),
        (b"\n## H\nBody.\nCategory: a", "a.txt, line 2: headline: no line"),
        (b"H\nPublished on May 32, 2025", "a.txt, line 2: published_on: there is no"),
        (b"H\n\nDocument Date: now", "a.txt, line 3: captured_at: not a moment"),
        (b"H\nCategory: a\nShow on website: ftp", "a.txt, line 3: source_url: a web"),
        (b"<p>H<p>Published on 1.1.25", "a.txt, line 3 of its text: published_on: not"),
        (b"<html></html>", "document: there is nothing in it"),
        (b"<!-- -->", "a.txt, line 1: document: the page has no text"),
        (b"<svg><script>alert(1)</script></svg>", "there is nothing in it"),
    ],
)
def test_what_cannot_be_read_is_refused_with_line_and_reason(data, message):
    assert message in refused(data)


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 400_000,
        "<b><i><font>" * 100_000 + "H",
        "<p>H<p>Category: a" + "<div></b>" * 1000 + "text",
        "<p>H<p>Category: a<p>" + "x" * 11_000_000,
        "<" * 2_000_000,
        "<p " + "a=b " * 300_000,
    ],
    ids=["divs", "inline", "unbalanced", "one text", "brackets", "attributes"],
)
def test_a_page_made_to_break_the_reader_is_refused_soon(page):
    begin = monotonic()
    refused(page)
    looks_like_document(page.encode())
    assert monotonic() - begin < 5


def test_a_page_too_large_to_be_read_is_refused(monkeypatch):
    monkeypatch.setattr(html_text, "LARGEST", 1000)
    assert "the page is longer than 1,000 characters" in refused("<p>" * 1000)


def test_a_page_is_never_cut_short():
    paragraphs = "".join(f"<div><p>Part {number}.</p></div>" for number in range(9000))
    record = read(f"<h1>H</h1><div>Category: a</div>{paragraphs}")
    assert isinstance(record, RawRecord)
    assert str(record.fields["body"]).count("\n\n") == 8999


def test_forbidden_characters_do_not_stop_the_reader():
    record = read("H\0\nCategory: a\0\n\nOne\0\x1f.\n\nTwo.")
    assert isinstance(record, RawRecord)
    assert record.fields["body"] == "One\0\x1f.\n\nTwo."


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        (b"H\n\nCategory: ,a\n", True),
        ("H\nPublished on\n".encode("utf-16"), True),  # so that it is refused with why
        (b"<p>News</p><p>Category: World</p>", False),
        (b"<rss><item>Published on<p>Category: a</p></item></rss>", False),
        (b'{"headline": "Category: a"}', False),
        (b"\x1f\x8b\x00", False),
        (b"", False),
    ],
)
def test_a_document_is_known_by_its_header(head, is_one):
    assert looks_like_document(head) is is_one
