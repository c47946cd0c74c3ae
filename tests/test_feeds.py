"""RSS and Atom of every version, in both scripts, as the fields of records."""

import gzip
import hashlib

import pytest
from django.conf import settings

from articles.importing.checking import checked
from articles.importing.imports import Import
from articles.importing.readers import READERS, reader_of
from articles.importing.readers.feed import read_feed
from articles.importing.records import Note, RawRecord, Refusal
from articles.models import Article
from tests.xml_files import FEEDS, rss, stream

SAMPLES = settings.BASE_DIR.parent / "shared" / "samples" / "feeds"
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry>{}</entry></feed>'
)

QUAY = {
    "headline": "Old quay reopens to ferries & barges",
    "summary": "Boats call again.",
    "byline": "Ann Lee, Bilal Khan",
    "body": "The first ferry tied up.\n\n"
    "See the timetable here [https://riverpost.example/t].",
    "published": "Fri, 18 Apr 2025 09:30:00 +0100",
    "source": "The River Post",
    "source_url": "https://riverpost.example/2025/04/quay",
    "categories": ["World", "Harbours", "Ferries"],
    "language": "en",
}
GULLS = {
    **QUAY,
    "headline": "Gulls return",
    "summary": "",
    "byline": "Cara Diaz",
    "body": "Gulls are back.\n\nThey are loud.",
    "published": "Sat, 19 Apr 2025 00:10:00 GMT",
    "source_url": "https://riverpost.example/2025/04/gulls",
    "categories": [],
}
PORT = {
    "headline": "بندرگاہ گیارہ برس بعد کھل گئی",
    "summary": "",
    "byline": "عائشہ خان",
    "body": "کراچی: پرانی بندرگاہ پر کشتیاں پھر آنے لگیں۔",
    "published": "2025-04-18T01:00:00+05:00",
    "source": "دریا نیوز",
    "source_url": "https://darya.example/urdu/port-81",
    "categories": ["پاکستان", "تجارت"],
    "language": "ur",
}
RAIN = {
    "headline": "بارش رک گئی",
    "summary": "آج دھوپ نکلے گی۔",
    "byline": "ڈیسک",
    "body": "بارش صبح رکی۔\n\nپھر دھوپ نکلی۔",
    "published": "2025-04-19T23:30:00+05:00",
    "source": "دریا نیوز",
    "source_url": "https://darya.example/urdu/rain-3",
    "categories": ["موسم"],
    "language": "ur",
}
BELL = {
    "headline": "Bell rings",
    "summary": "",
    "byline": "Ann Lee",
    "body": "It rang.\n\nTwice.",
    "published": "2004-03-05T09:00:00Z",
    "source": "The River Post",
    "source_url": "https://riverpost.example/bell",
    "categories": [],
    "language": "en",
}
CAFE = {
    **BELL,
    "headline": "Café opens",
    "byline": "",
    "body": "Coffee & cake at the café by the quay.",
    "published": "",
    "source": "Quay Café Times",
    "source_url": "https://cafe.example/opens",
}
FILES = {
    "rss20.xml": [QUAY, GULLS],
    "rss10-urdu.xml": [PORT],
    "atom10-urdu.xml": [RAIN],
    "atom03.xml": [BELL],
    "rss091.xml": [CAFE],
}


def read(data: bytes | str, name: str = "a.xml") -> list[RawRecord | Refusal | Note]:
    return list(read_feed(name, stream(data)))


def fields(data: bytes | str, name: str = "a.xml") -> dict:
    (record,) = read(data, name)
    assert isinstance(record, RawRecord), record
    return dict(record.fields)


@pytest.mark.parametrize("file", FILES)
def test_each_version_gives_the_same_fields(file):
    records = read((FEEDS / file).read_bytes(), file)
    assert [dict(record.fields) for record in records] == FILES[file]
    assert records[0].place == f"{file}, item 1"
    for record in records:
        assert checked(record).headline


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("name", ["a.xml", "https://far.example/x/feed"])
def test_an_original_is_read_by_itself_to_the_same_fields(file, name):
    for record in read((FEEDS / file).read_bytes(), name):
        (again,) = read(record.original, record.place)
        assert again.fields == record.fields
        assert len(record.original) < 2500


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be"])
def test_feeds_are_told_by_their_content(file, encoding):
    text = (FEEDS / file).read_text(encoding="utf-8")
    assert reader_of(stream(text)) is READERS["feed"]
    data = text.partition("?>")[2].encode(encoding)
    assert reader_of(stream(data)) is READERS["feed"]
    assert [r.fields["body"] for r in read(data)] == [f["body"] for f in FILES[file]]


@pytest.mark.parametrize(
    ("item", "field", "value"),
    [
        ("<title>AT&amp;amp;T &lt;i&gt;up&lt;/i&gt;</title>", "headline", "AT&T up"),
        ("<title><![CDATA[A]]> &amp; <![CDATA[B]]></title>", "headline", "A & B"),
        ("<author>desk@post.example</author>", "byline", ""),
        ("<author>Ann Lee &lt;ann@post.example&gt;</author>", "byline", "Ann Lee"),
        ("<dc:date>2025-04-18</dc:date>", "published", "2025-04-18"),
        ("<pubDate> </pubDate>", "published", ""),
        ("<link>javascript:x()</link>", "source_url", ""),
        ("<link>//[x/</link>", "source_url", ""),
        ("<guid>tag:x</guid>", "source_url", ""),
        (
            '<link/><atom:link href="https://x.example/1"/>',
            "source_url",
            "https://x.example/1",
        ),
        ("<source url='x'>Other</source>", "source", "Other"),
        ("<dc:subject>One</dc:subject>", "categories", ["One"]),
        ("<description>Same [&amp;#8230;]</description>", "body", "Same […]"),
        ("<description>a <b>c</b><p>d</p></description>", "body", "a c\n\nd"),
        (
            (
                "<description>Same be […]</description>"
                "<content:encoded>&lt;p&gt;Same beginning&lt;/p&gt;</content:encoded>"
            ),
            "summary",
            "",
        ),
    ],
)
def test_a_part_of_an_item_is_read(item, field, value):
    assert fields(rss(item))[field] == value


@pytest.mark.parametrize(
    ("entry", "field", "value"),
    [
        ("<content type='video/mp4'>aGVsbG8=</content>", "body", ""),
        ("<content type='application/json'>{}</content>", "body", ""),
        ("<content type='text'>a &lt;b&gt; c</content>", "body", "a <b> c"),
        ("<content type='html'>a &lt;b&gt;b&lt;/b&gt;</content>", "body", "a b"),
        ("<summary>Alone.</summary>", "body", "Alone."),
        (
            "<updated>2025-04-18T09:00:00Z</updated>",
            "published",
            "2025-04-18T09:00:00Z",
        ),
        ("<id>https://x.example/1</id>", "source_url", "https://x.example/1"),
        ("<source><title>Other</title></source>", "source", "Other"),
        (
            "<source><author><name>Bo</name></author></source>",
            "byline",
            "Bo",
        ),
    ],
)
def test_a_part_of_an_entry_is_read(entry, field, value):
    assert fields(ATOM.format(entry))[field] == value


def test_addresses_begin_where_the_feed_was_fetched_if_it_does_not_say():
    item = rss("<link>../1</link>")
    assert fields(item, "https://x.example/a/feed")["source_url"] == (
        "https://x.example/1"
    )
    assert fields(item)["source_url"] == ""


def test_english_is_not_believed_of_arabic_letters():
    head = "<language>en-US</language>"
    assert fields(rss("<title>بندرگاہ کھل گئی</title>", head=head))["language"] == ""
    assert fields(rss("<title>Quay</title>", head=head))["language"] == "en"


def test_a_story_that_is_too_deep_is_refused_alone():
    deep = "<description>" + "&lt;div>" * 1000 + "</description>"
    first, bad, last = read(rss("<title>a</title>", deep, "<title>b</title>"))
    assert (first.place, last.place) == ("a.xml, item 1", "a.xml, item 3")
    assert str(bad) == (
        "a.xml, item 2: body: elements in each other, more than 150 deep"
    )


@pytest.mark.parametrize(
    "data",
    [
        "<item><title>Quay</title><link>https://x.example/1</link></item>",
        "<rss><channel><title>P</title><b><item><title>Quay</title></item></b></channel>",
        "<rss><b><item><title>Quay</title></item></b></rss>",
    ],
)
def test_an_item_in_the_wrong_place_is_read_and_its_original_as_well(data):
    record = read(data)[0]
    assert record.fields["headline"] == "Quay"
    (again,) = read(record.original)
    assert again.fields == record.fields


def test_markup_with_a_prefix_that_nothing_declares_is_read():
    item = "<title>Quay</title><description>It <x:b>opens</x:b>.</description>"
    data = f'<rss version="0.91"><channel><item>{item}</item></channel></rss>'
    record, _damage = read_feed("a.xml", stream(data))
    assert record.fields["body"] == "It opens."


def test_an_original_holds_no_other_item():
    inner = "<title>Post <item><title>First</title></item></title>"
    data = rss("<title>Second</title>", head=inner)
    records = list(read_feed("a.xml", stream(data)))
    for record in records:
        (again,) = read_feed("a.xml", stream(record.original))
        assert again.fields == record.fields
    assert [record.fields["headline"] for record in records] == ["First", "Second"]


def test_of_what_stands_around_the_items_little_is_kept_with_each():
    head = "".join(f"<title{n}>{'a' * 3000}</title{n}>" for n in range(30))
    data = rss("<title>One</title>", head="<title>Post</title>" + head)
    (record,) = read_feed("a.xml", stream(data))
    assert record.fields["source"] == "Post"
    assert len(record.original) < 20_000


def test_a_feed_without_items_is_told():
    assert read(rss()) == [Note("a.xml", "feeds without items")]


@pytest.mark.django_db
def test_feeds_are_imported_once(tmp_path):
    files = [FEEDS / file for file in FILES]
    summary = Import(files=files).run(lambda *_: None)
    assert (summary.stored, summary.drafts, summary.reasons) == (6, 1, {})
    assert set(Article.objects.values_list("language", flat=True)) == {"en", "ur"}
    assert Article.objects.get(headline=RAIN["headline"]).published_on.day == 19
    again = Import(files=files).run(lambda *_: None)
    assert (again.stored, again.unchanged) == (0, 6)


@pytest.mark.django_db
def test_of_a_packed_feed_that_ends_early_what_was_whole_is_stored(tmp_path):
    names = (hashlib.sha256(b"%d" % n).hexdigest() for n in range(20_000))
    items = (f"<title>{name}</title>" for name in names)
    packed = gzip.compress(rss(*items).encode())
    (tmp_path / "a.xml.gz").write_bytes(packed[: len(packed) // 2])
    told: list[Refusal] = []
    summary = Import(files=[tmp_path / "a.xml.gz"], tell=told.append).run(
        lambda *_: None
    )
    assert 5_000 < summary.stored < 15_000
    assert [refusal.field for refusal in told] == ["file"]
    assert told[0].reason == "the compressed data is damaged or ends too early"


@pytest.mark.skipif(not SAMPLES.exists(), reason=f"there is no {SAMPLES}")
def test_feeds_of_others_are_read():
    for file in SAMPLES.glob("*.xml"):
        for record in read(file.read_bytes(), file.name):
            if isinstance(record, RawRecord):
                (again,) = read(record.original)
                assert again.fields == record.fields
            else:
                assert isinstance(record, Note) or file.name == "empty_feed.xml"
    sample = (SAMPLES / "issue_275_extensions_and_source.xml").read_bytes()
    found = [(r.fields["headline"], r.fields["body"]) for r in read(sample)]
    assert found == [("e1", ""), ("e2", ""), ("e3", ""), ("e4", "")]


def test_of_more_tags_than_a_story_may_have_the_first_are_taken():
    tags = "".join(f"<category>Tag {number}</category>" for number in range(60))
    told = fields(rss(f"<title>Quay</title>{tags}"))["categories"]
    assert (told[0], len(told)) == ("Tag 0", 50)
