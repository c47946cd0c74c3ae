"""What a news page says of its article, and what of it is the story."""

import gzip
import subprocess
import sys

import pytest
from django.conf import settings

from articles.importing.imports import Import
from articles.importing.readers.page import looks_like_page
from articles.models import Article
from tests.pages import PAGES, STORY, fields, json_ld, page, read

QUAY = {
    "headline": "Old quay reopens to ferries & barges",
    "summary": "After eleven years of repairs, boats call at the old quay again.",
    "byline": "Ann Lee, Bilal Khan",
    "published": "2025-04-18T09:30:00+01:00",
    "categories": ["World", "Harbours"],
    "source": "The River Post",
    "source_url": "https://riverpost.example/2025/04/quay",
    "language": "en",
}
QUAY_BODY = """\
The first ferry in eleven years tied up at the old quay on Friday morning, with forty \
passengers, two goats and a brass band that had practised for the occasion all winter.

“We had nearly forgotten how the bell sounds,” said the harbour master, who rang it.

A long repair

The work began in 2014, when a storm took the planks away.

It was to last two years. Money ran out twice, and the town sold a bridge to go on.

Ferries will call six times a day from Monday, and eight times in the summer months."""
PORT = {
    "headline": "بندرگاہ گیارہ برس بعد کھل گئی",
    "summary": "پرانی بندرگاہ پر کشتیاں پھر آنے لگیں۔",
    "byline": "عائشہ خان",
    "published": "2025-04-18",
    "categories": ["پاکستان", "تجارت"],
    "source": "دریا نیوز",
    "source_url": "https://darya.example/urdu/port-81",
    "language": "",  # its theme says English, which its letters are not
}


def test_json_ld_comes_first_then_the_page():
    data = (PAGES / "quay.html").read_bytes()
    record = read(data)
    assert record.original == data
    assert dict(record.fields) == {**QUAY, "body": QUAY_BODY}


def test_a_page_without_json_ld_is_read_by_its_meta_tags():
    found = fields((PAGES / "port.html").read_bytes())
    body = found.pop("body")
    assert found == PORT
    assert body.startswith("کراچی: گیارہ برس")
    assert body.count("\n\n") == 2
    assert body.endswith("جو پہلے تھا۔")


@pytest.mark.django_db
def test_pages_are_told_from_documents_and_imported(tmp_path):
    for name in ("quay", "port"):
        packed = gzip.compress((PAGES / f"{name}.html").read_bytes())
        (tmp_path / f"{name}.gz").write_bytes(packed)
    summary = Import(files=sorted(tmp_path.iterdir())).run(lambda *_: None)
    assert (summary.stored, summary.drafts, summary.reasons) == (2, 0, {})
    assert set(Article.objects.values_list("language", flat=True)) == {"en", "ur"}


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ("<title>Quay opens - Post</title>", "headline", "Quay opens - Post"),
        (
            '<title>Quay - Post</title><meta property="og:site_name" content="Post">',
            "headline",
            "Quay",
        ),
        ('<meta name=author content="https://x.example/ann">', "byline", ""),
        ('<meta name="news_keywords" content="a, b">', "categories", ["a", "b"]),
        (
            (
                '<meta name="keywords" content="a">'
                '<meta property="article:section" content="c">'
            ),
            "categories",
            ["c"],
        ),
        ('<meta name="date" content="18 April 2025">', "published", "18 April 2025"),
        (
            (
                '<meta name="pubdate" content="18 April 2025">'
                '<meta name="date" content="2025-04-18">'
            ),
            "published",
            "18 April 2025",
        ),
        ('<meta property="og:locale" content="ur_PK">', "language", "ur"),
        ('<meta property="og:locale" content="xx_XX">', "language", ""),
        ('<meta name="description" content="The first ferry in …">', "summary", ""),
        ('<meta name="description" content="A &amp;lt;b&gt; c">', "summary", "A c"),
        ('<link rel="canonical" href="javascript:x()">', "source_url", ""),
        ('<meta property="og:url" content="//[x/">', "source_url", ""),
        (
            (
                '<link rel="canonical" href="https://a.example/">'
                '<meta property="og:url" content="https://a.example/1?fbclid=2">'
            ),
            "source_url",
            "https://a.example/1",
        ),
    ],
)
def test_a_tag_of_the_head_is_read(head, field, value):
    assert fields(page(head))[field] == value


def test_a_story_in_paragraphs_in_json_ld_is_taken_from_there():
    html = f"<!-- wp --><p>{STORY}</p>\n\n<p>And &amp; gulls.</p>"
    found = fields(page(json_ld({"@type": "Article", "articleBody": html})))
    assert found["body"] == f"{STORY.strip()}\n\nAnd & gulls."
    assert (
        fields(page(json_ld([{"@type": "article", "articleBody": "One.\nTwo."}])))[
            "body"
        ]
        == STORY.strip()
    )  # what is short is a beginning


@pytest.mark.parametrize(
    ("address", "fetched", "expected"),
    [
        (
            "https://post.example/1",
            "https://m.post.example/1",
            "https://post.example/1",
        ),
        ("/1", "https://post.example/1?a=b", "https://post.example/1"),
        ("https://other.example/1", "https://post.example/2", "https://post.example/2"),
        ("", "https://post.example/3#top", "https://post.example/3"),
    ],
)
def test_a_page_that_was_fetched_speaks_for_its_own_site(address, fetched, expected):
    html = page(f'<link rel="canonical" href="{address}">')
    assert fields(html, fetched)["source_url"] == expected


@pytest.mark.parametrize(
    ("head", "is_page"),
    [
        (" \n<!doctype HTML>\n<p>", True),
        ("<?xml version='1.0'?><!-- a > b --><html xmlns='http://x.example'>", True),
        ("<HEAD><TITLE>", True),
        ("<p>News", True),
        ("<?xml version='1.0'?><rss><title><![CDATA[<p>]]></title></rss>", False),
        ("<feed xmlns='http://www.w3.org/2005/Atom'><title type='html'>", False),
        ("<rdf:RDF><html>", False),
        ("text <p>", False),
        ("", False),
    ],
)
def test_a_page_is_known_by_its_first_element(head, is_page):
    assert looks_like_page(head.encode()) is is_page
    assert looks_like_page(b"\xff\xfe" + head.encode("utf-16-le")) is is_page


OFFLINE = """
import io, sys
def refuse(event, args):
    assert not event.startswith("socket."), event
sys.addaudithook(refuse)
import django; django.setup()
from articles.importing.readers.page import read_page
for name in sys.argv[1:]:
    (record,) = read_page(name, open(name, "rb"))
    print(record.fields["headline"])
"""


def test_reading_a_page_touches_no_network():
    names = [str(PAGES / "quay.html"), str(PAGES / "port.html")]
    ran = subprocess.run(
        [sys.executable, "-c", OFFLINE, *names],
        cwd=settings.BASE_DIR,
        env={"DJANGO_SETTINGS_MODULE": "newsarchive.settings", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert ran.stdout.splitlines() == [QUAY["headline"], PORT["headline"]]
