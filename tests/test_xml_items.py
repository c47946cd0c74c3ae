"""Items of XML one after the other, whatever the file is made to do."""

import tracemalloc

import pytest

from articles.importing import xml_walk
from articles.importing.records import Note
from articles.importing.xml_items import read_items
from articles.importing.xml_source import xml_encoding
from articles.importing.xml_walk import Found
from tests.xml_files import rss, stream, titles

BOTH = ["<title>Quay</title>", "<title>گھاٹ</title>"]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("before", ["", '<?xml version="1.0"?>\n', " \n\t"])
def test_items_are_found_in_every_encoding_of_unicode(encoding, before):
    assert titles((before + rss(*BOTH)).encode(encoding)) == ["Quay", "گھاٹ"]


@pytest.mark.parametrize(
    ("declared", "encoding", "title"),
    [
        ("windows-1256", "cp1256", "بندرگاہ"),
        ("windows-1252", "cp1252", "Café “Quay”"),
        ("ISO-8859-1", "cp1252", "Café “Quay”"),
        ("iso-8859-1", "utf-8", "Café گھاٹ"),  # as many servers have it
        ("utf-16", "utf-8", "گھاٹ"),
        ("no-such", "utf-8", "گھاٹ"),
    ],
)
def test_a_declared_encoding_counts_unless_the_bytes_say_otherwise(
    declared, encoding, title
):
    text = f'<?xml version="1.0" encoding="{declared}"?>' + rss(
        f"<title>{title}</title>"
    )
    assert titles(text.encode(encoding)) == [title]


def test_heads_are_what_stands_in_the_channel_before_an_item():
    data = rss(*BOTH, head="<title>Post</title><link>https://x.example/</link>")
    heads = [[h.tag for h in f.heads] for f in read_items("a", stream(data))]
    assert heads == [["title", "link"], ["title", "link"]]


@pytest.mark.parametrize("tail", ["<item><title>", "<item><b></item>", "</rss>", "\0"])
def test_what_comes_before_a_fault_is_found_then_the_fault_with_its_line(tail):
    whole = rss(*BOTH).removesuffix("</channel></rss>")
    *found, refusal = titles(f"\n{whole}\n\n{tail}")
    assert found == ["Quay", "گھاٹ"]
    assert refusal.startswith("a.xml, line 6: xml: damaged: ")


def test_bytes_of_another_encoding_are_a_fault_with_its_line():
    data = rss("<title>Quay</title>", "<title>Caf\xe9</title>").encode("latin-1")
    assert titles(data) == [
        "Quay",
        "a.xml, line 3: xml: bytes that are not UTF-8, as it says",
    ]


def test_control_characters_are_left_out_and_told():
    *found, note = read_items("a.xml", stream(rss("<title>a\x0bb</title>")))
    assert isinstance(found[0], Found)
    assert titles(rss("<title>a\x0bb</title>"))[0] == "ab"
    assert isinstance(note, Note)


def test_bounds_hold_for_one_item_and_not_for_all(monkeypatch):
    monkeypatch.setattr(xml_walk, "MOST_ELEMENTS", 50)
    many = ["<title>a</title>" + "<b/>" * 40] * 20
    assert titles(rss(*many)) == ["a"] * 20
    assert "more than 50 elements in one item" in titles(rss("<b/>" * 60))[0]
    monkeypatch.setattr(xml_walk, "LARGEST", 100_000)
    assert "more than 100,000 bytes" in titles(rss("x" * 200_000 + "<b/>"))[0]


def test_memory_does_not_grow_with_the_file():
    def peak(count: int) -> int:
        data = rss(*["<title>a</title>" + "<p>text</p>" * 20] * count)
        source = stream(data)
        tracemalloc.start()
        assert sum(1 for _ in read_items("a.xml", source)) == count
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    assert peak(4000) < peak(1000) * 1.5


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b"\xff\xfe<\0", "utf-16"),
        (b'<?xml version="1.0" encoding="EUC-JP"?>', "euc_jp"),
        (b'<?xml version="1.0" encoding="utf-7"?>', "utf-8"),
        (b"", "utf-8"),
    ],
)
def test_the_encoding_is_one_of_the_web(head, encoding):
    assert xml_encoding(head) == encoding
