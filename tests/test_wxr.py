"""WordPress exports: posts, drafts, and what is left out."""

import io
from collections import Counter
from datetime import UTC, date, datetime
from time import process_time

import pytest
from django.conf import settings
from django.core.management import call_command

from articles.importing.checking import checked
from articles.importing.readers import READERS, reader_of
from articles.importing.readers.wxr import read_wxr
from articles.importing.records import LeftOut, RawRecord, Refusal
from articles.models import Article
from tests.xml_files import FEEDS, rss, stream

SAMPLES = settings.BASE_DIR.parent / "shared" / "samples" / "wxr"
FILE = FEEDS / "wxr.xml"

QUAY = {
    "headline": "Old quay reopens",
    "summary": "Boats call again.",
    "byline": "Ann Lee",
    "body": "The bell\n\nThe first ferry tied up.\n\n"
    "The timetable is here [https://riverpost.example/t].",
    "published_on": "2025-04-18 01:30:00",
    "published_at": "Thu, 17 Apr 2025 20:30:00 +0000",
    "source": "The River Post",
    "source_url": "https://riverpost.example/2025/04/quay/",
    "categories": ["World"],
    "language": "en",
}
PORT = {
    "headline": "بندرگاہ کھل گئی",
    "summary": "",
    "byline": "عائشہ خان",
    "body": "کشتیاں پھر آنے لگیں۔\n\nلوگ خوش ہیں۔",
    "published_on": "2025-04-18 14:00:00",
    "published_at": "Fri, 18 Apr 2025 09:00:00 +0000",
    "source": "The River Post",
    "source_url": "https://riverpost.example/?p=2",
    "categories": ["کراچی"],
    "language": "",  # its site says English, which its letters are not
}


def read(data: bytes | str) -> list[RawRecord | Refusal | LeftOut]:
    return list(read_wxr("a.xml", stream(data)))


@pytest.fixture(scope="module")
def found():
    return read(FILE.read_bytes())


def test_posts_are_read(found):
    assert [dict(post.fields) for post in found[:2]] == [QUAY, PORT]


def test_the_day_is_the_newsrooms_and_the_moment_that_of_the_world(found):
    record = checked(found[0])
    assert record.published_on == date(2025, 4, 18)
    assert record.published_at == datetime(2025, 4, 17, 20, 30, tzinfo=UTC)


def test_what_was_not_public_is_a_draft(found):
    drafts = [r for r in found if isinstance(r, RawRecord) and checked(r).is_draft]
    assert [r.fields["headline"] for r in drafts] == [
        *("Not yet", "Tomorrow", "With a password")
    ]
    assert checked(drafts[0]).published_on is None


@pytest.mark.parametrize("status", ["publish", "pitch", "archived", ""])
def test_only_what_is_called_published_is(status):
    data = FILE.read_text().replace("<wp:status>publish<", f"<wp:status>{status}<")
    first = next(iter(read(data)))
    assert first.fields["headline"] == QUAY["headline"]
    assert checked(first).is_draft is (status != "publish")


def test_what_is_no_story_is_left_out_by_kind(found):
    assert [(r.place, r.kind) for r in found if isinstance(r, LeftOut)] == [
        ("a.xml, item 6", "pages"),
        ("a.xml, item 7", "attachments"),
        ("a.xml, item 8", "attachments"),
        ("a.xml, item 9", "posts in the trash"),
        ("a.xml, item 10", "menu items"),
        ("a.xml, item 11", "items of type: 'recipe'"),
    ]


def test_the_comments_of_a_post_are_left_out_each():
    comments = "<wp:comment><wp:comment_id>1</wp:comment_id></wp:comment>" * 2
    data = FILE.read_text().replace("</item>", f"{comments}</item>")
    found = [part for part in read(data) if isinstance(part, LeftOut)]
    kinds = Counter(left_out.kind for left_out in found)
    assert (kinds["comments"], kinds["pages"]) == (10, 1)  # five posts have them


def test_thousands_of_writers_make_no_post_slower():
    writers = [
        f"<wp:author><wp:author_login>login-{n}</wp:author_login>"
        f"<wp:author_display_name>Writer {n}</wp:author_display_name></wp:author>"
        for n in range(4000)
    ]
    posts = [
        f"<title>Post {n}</title><dc:creator>login-{4 * n}</dc:creator>"
        "<wp:status>publish</wp:status>"
        for n in range(1000)
    ]
    space = 'xmlns:wp="http://wordpress.org/export/1.2/"'
    data = rss(*posts, head="".join(writers)).replace("<rss", f"<rss {space}", 1)
    began = process_time()
    found = read(data)
    assert process_time() - began < 5
    assert [post.fields["byline"] for post in found] == [
        f"Writer {4 * n}" for n in range(1000)
    ]


def test_an_original_is_read_by_itself_and_names_no_other_writer(found):
    for record in found:
        if isinstance(record, RawRecord):
            (again,) = read(record.original)
            assert again.fields == record.fields
            assert record.original.count(b"author_login>") == 2


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be"])
def test_exports_are_told_from_feeds_by_their_content(encoding):
    text = FILE.read_text(encoding="utf-8")
    assert reader_of(stream(text)) is READERS["wxr"]
    data = text.partition("?>")[2].encode(encoding)
    assert reader_of(stream(data)) is READERS["wxr"]
    assert [r.fields for r in read(data)[:2]] == [QUAY, PORT]
    assert reader_of(stream(rss("<title>a</title>"))) is READERS["feed"]


@pytest.mark.django_db
def test_an_import_stores_drafts_as_such_and_counts_what_it_leaves_out():
    out, err = io.StringIO(), io.StringIO()
    call_command("import_articles", str(FILE), stdout=out, stderr=err)
    assert out.getvalue().startswith("stored 5 (drafts 3), changed and left 0")
    assert err.getvalue().splitlines() == [
        "left out, because they are no stories:",
        "        2  attachments",
        "        1  pages",
        "        1  posts in the trash",
        "        1  menu items",
        "        1  items of type: 'recipe'",
    ]
    public = Article.objects.published().values_list("headline", flat=True)
    assert set(public) == {QUAY["headline"], PORT["headline"]}


SAMPLE_COUNTS = {  # records, left out, refused
    "a11y-unit-test-data": (48, 106 + 29, 0),
    "crazy-cdata": (0, 0, 1),
    "large-authors": (0, 0, 0),
    "malformed": (0, 0, 1),
    "slashes": (1, 1, 0),
    "small-export": (6, 5 + 1, 0),
    "term-formats": (0, 0, 0),
    "valid-wxr-1.1": (1, 1 + 1, 0),
    "wxr-simple": (1, 0, 0),
    "wxr-utf-8-challenges": (1, 0, 0),
}


@pytest.mark.skipif(not SAMPLES.exists(), reason=f"there is no {SAMPLES}")
@pytest.mark.parametrize("name", SAMPLE_COUNTS)
def test_exports_of_others_are_read(name):
    data = (SAMPLES / f"{name}.xml").read_bytes()
    assert reader_of(stream(data)) is READERS["wxr"]
    parts = read(data)
    kinds = (RawRecord, LeftOut, Refusal)
    counts = tuple(sum(isinstance(p, kind) for p in parts) for kind in kinds)
    assert counts == SAMPLE_COUNTS[name]
    for record in parts:
        if isinstance(record, RawRecord):
            assert checked(record)
            again, *_ = read(record.original)
            assert again.fields == record.fields
