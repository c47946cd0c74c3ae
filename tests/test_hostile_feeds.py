"""Files that are damaged, or made to do harm: each is refused, and says why."""

import contextlib
import time
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.importing.checking import checked
from articles.importing.raw_values import RecordError
from articles.importing.readers.feed import looks_like_feed, read_feed
from articles.importing.readers.json_feed import looks_like_json_feed, read_json_feed
from articles.importing.readers.wxr import looks_like_wxr, read_wxr
from articles.importing.records import LeftOut, Note, RawRecord, Refusal
from tests.xml_files import FEEDS, rss, stream

GOOD = "<title>Quay</title>"
LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10)
)
DECLARES = "it declares entities or a document type of its own"
PADDING = "<!--" + "x" * 200_000 + "-->"  # more than is looked at
RSS = "<rss><channel><item><title>"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(
            f"<!DOCTYPE rss [{LAUGHS}]>{RSS}&l9;</title></item></channel></rss>",
            DECLARES,
            id="billion laughs",
        ),
        pytest.param(
            f"{PADDING}<!DOCTYPE rss [{LAUGHS}]>{RSS}&l9;</title></item></channel>",
            DECLARES,
            id="billion laughs behind a long comment",
        ),
        pytest.param(
            f'{PADDING}<!DOCTYPE rss [{LAUGHS}]><rss version="&l9;"><channel/></rss>',
            "damaged: Maximum entity amplification factor exceeded",
            id="billion laughs in an attribute of the root",
        ),
        pytest.param(
            '<!DOCTYPE rss [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
            f"{RSS}&e;</title></item></channel></rss>",
            DECLARES,
            id="external entity",
        ),
        pytest.param(
            '<!DOCTYPE rss [<!ENTITY % e SYSTEM "http://127.0.0.1:9/e">%e;]><rss/>',
            DECLARES,
            id="external parameter entity",
        ),
        pytest.param(
            (
                f'<!DOCTYPE rss [<!ENTITY e SYSTEM "file:///etc/passwd">]>{RSS}&e;'
                "</title></item></channel></rss>"
            ).encode("utf-16"),
            DECLARES,
            id="external entity in UTF-16",
        ),
        pytest.param(
            f"{RSS}&nbsp;</title></item></channel></rss>",
            "damaged: Entity 'nbsp' not defined",
            id="entity that is not declared",
        ),
        pytest.param(
            f'<rss><channel x="{"y" * 30_000_000}"/></rss>',
            "more than 9,900,000 bytes in one text or tag",
            id="attribute of 30 MB",
        ),
        pytest.param(
            f"{RSS}{'y' * 11_000_000}</title></item></channel></rss>",
            "damaged: Resource limit exceeded",
            id="text of 11 MB",
        ),
        pytest.param(
            "<rss>" + "<a>" * 100_000, "damaged: Excessive depth", id="deep nesting"
        ),
        pytest.param(
            "<rss><item>" + "<a/>" * 150_000,
            "more than 100,000 elements in one item",
            id="many elements in one item",
        ),
        pytest.param(RSS + "Qu", "damaged: Premature end", id="truncated"),
        pytest.param("<rss><channel", "damaged: ", id="truncated in a tag"),
        pytest.param(
            f"{RSS}caf\xe9</title></item></channel></rss>".encode("latin-1"),
            "bytes that are not UTF-8",
            id="another encoding than declared",
        ),
        pytest.param(
            rss(GOOD).encode("utf-16")[:-1], "bytes that are not UTF-16", id="half"
        ),
        pytest.param(
            f"{RSS}a\0b</title></item></channel></rss>",
            "damaged: Invalid character: Char 0x0",
            id="NUL",
        ),
        pytest.param(
            f"{RSS}a&#8;b</title></item></channel></rss>",
            "damaged: ",
            id="control character by number",
        ),
        pytest.param(
            f"{RSS}a ]]> b</title></item></channel></rss>",
            "damaged: Sequence ']]>' not allowed in content",
            id="end of CDATA without a beginning",
        ),
        pytest.param(f"{RSS}<![CDATA[a", "damaged: ", id="CDATA without an end"),
        pytest.param(
            "<rss><a:b></a:b><c></rss>", "damaged: ", id="prefix without a namespace"
        ),
        pytest.param("<rss></rss><rss></rss>", "damaged: Extra", id="two roots"),
        pytest.param("", "damaged: ", id="nothing"),
    ],
)
@pytest.mark.parametrize("read", [read_feed, read_wxr])
def test_what_is_damaged_or_does_harm_is_refused(read, data, reason):
    data = data.encode() if isinstance(data, str) else data
    source = stream(data)
    began = time.monotonic()
    tracemalloc.start()
    *_, refusal = (part for part in read("a.xml", source) if isinstance(part, Refusal))
    used = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert reason in refusal.reason
    assert refusal.place.startswith("a.xml, line ")
    assert "root:" not in str(refusal)
    assert time.monotonic() - began < 5
    assert used < 100_000_000


def test_little_of_what_is_around_the_items_is_kept_with_each():
    heads = "".join(
        f"<{name}>{'y' * 3700}</{name}>"
        for name in ("title", "link", "language", "dc:creator")
        for _ in range(5)
    )
    first, second = read_feed("a.xml", stream(rss(GOOD, GOOD, head=heads)))
    assert len(first.original) < 20_000
    _assure_it_is_read_again(second, read_feed)


@pytest.mark.parametrize("tag", ["rss", "channel"])
def test_a_long_attribute_around_the_items_is_refused(tag):
    text = rss(GOOD).replace(f"<{tag}", f'<{tag} x="{"y" * 4000}"', 1)
    (refusal,) = read_feed("a.xml", stream(text))
    reason = "attributes of more than 4,000 characters in a tag around the items"
    assert refusal.reason == reason


def test_nothing_is_read_of_an_item_whose_tag_is_too_long():
    item = f'<title>Half</title><a b="{"y" * 30_000_000}"/>'
    good, refusal = read_feed("a.xml", stream(rss(GOOD, item, GOOD)))
    assert good.fields["headline"] == "Quay"
    assert refusal.reason == "more than 9,900,000 bytes in one text or tag"


@pytest.mark.parametrize(
    "names",
    [
        " ".join(f"a{number}='1'" for number in range(20_000)),
        " ".join(f"xmlns:a{number}='u{number}'" for number in range(20_000)),
    ],
    ids=["attributes", "namespaces"],
)
@pytest.mark.parametrize("tag", ["rss", "channel"])
def test_a_tag_around_the_items_has_few_names(tag, names):
    """Each item is kept with it: 130 kB of names held an import for minutes."""
    began = time.monotonic()
    data = rss(GOOD).replace(f"<{tag}", f"<{tag} {names} ", 1)
    (refusal,) = read_feed("a.xml", stream(data))
    assert refusal.reason == "more than 200 attributes and namespaces in a tag"
    assert time.monotonic() - began < 2


def test_an_item_is_kept_with_little_of_its_channel():
    head = f"<title>Post</title>{'<link>https://x.example/</link>' * 5000}"
    long = f'<atom:link href="https://x.example/{"y" * 1_000_000}"/>'
    (record,) = read_feed("a.xml", stream(rss(GOOD, head=head + long)))
    assert record.fields["source"] == "Post"
    assert len(record.original) < 1000


def test_a_text_of_many_entities_takes_no_time():
    began = time.monotonic()
    inside = "<b/>".join(["a&eacute;b&copy;" * 50_000] * 2)
    data = f"<!DOCTYPE rss SYSTEM 'rss.dtd'>{rss(f'<title>{inside}</title>')}"
    (record,) = read_feed("a.xml", stream(data))
    assert record.fields["headline"] == "aéb©" * 100_000
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("<![CDATA[]]>", ""),
        ("<![CDATA[a]]]]><![CDATA[>b]]>", "a]]>b"),
        ("<![CDATA[a &amp; <![CDATA[b]]>", "a & <![CDATA[b"),
        ("<![CDATA[a]]> and <![CDATA[b]]>", "a and b"),
    ],
)
def test_corners_of_cdata_are_text(title, headline):
    (record,) = read_feed("a.xml", stream(rss(f"<title>{title}</title>")))
    assert record.fields["headline"] == headline


SEEDS = [path.read_bytes() for path in sorted(FEEDS.iterdir())]
READERS = [read_feed, read_wxr, read_json_feed]


@st.composite
def damaged(draw):
    """A whole file with a piece taken out, doubled or written over."""
    data = draw(st.sampled_from(SEEDS))
    start = draw(st.integers(0, len(data)))
    end = draw(st.integers(start, min(start + 200, len(data))))
    put = draw(st.sampled_from([b"", data[start:end] * 2]) | st.binary(max_size=20))
    return data[:start] + put + data[end:]


def test_a_name_space_that_cannot_be_written_is_named():
    feed = (
        b'<feed xmlns=" http://purl.org/atom/ns#" version="0.3">'
        b"<entry><title>One</title></entry></feed>"
    )
    first, *_rest = read_feed("a.xml", stream(feed))
    assert isinstance(first, Refusal)
    assert "cannot be kept as it came: Invalid namespace" in str(first)


@given(data=st.binary(max_size=300) | damaged(), read=st.sampled_from(READERS))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_bytes_give_records_or_refusals(data, read):
    for looks_like_it in (looks_like_feed, looks_like_wxr, looks_like_json_feed):
        assert looks_like_it(data) in (True, False)
    for part in read("a", stream(data)):
        assert isinstance(part, RawRecord | Refusal | Note | LeftOut)
        if isinstance(part, RawRecord):
            _assure_it_is_read_again(part, read)


def _assure_it_is_read_again(record, read):
    again = [r for r in read("a", stream(record.original)) if isinstance(r, RawRecord)]
    assert [r.fields for r in again] == [record.fields]
    with contextlib.suppress(RecordError):
        checked(record)
