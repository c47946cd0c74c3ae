"""Tables in, raw records out: what a file is, is told by looking; no database."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.importing.readers import reader_of
from articles.importing.readers.table import read_table
from articles.importing.records import Note, RawRecord, Refusal
from tests.records import check

NEVER_CLOSES = "a quote does not close before the end of the file: opened in line {}"
FILES = Path(__file__).parent / "data" / "tables"


def stream(data: bytes) -> io.BufferedReader:
    return io.BufferedReader(io.BytesIO(data), 128 * 1024)


def read(data: str | bytes, **mapped: tuple[str, ...]):
    data = data.encode() if isinstance(data, str) else data
    return list(read_table("a.csv", stream(data), mapped))


def records(opened: io.BufferedReader):
    return [check(**raw.fields) for raw in reader_of(opened)("a", opened)]


def fields(data: str | bytes, **mapped: tuple[str, ...]):
    return [raw.fields for raw in read(data, **mapped) if isinstance(raw, RawRecord)]


@pytest.mark.parametrize("file", sorted(FILES.glob("english-*")), ids=lambda f: f.name)
def test_a_table_in_english_is_read_whatever_its_form(file):
    with file.open("rb") as opened:
        harbour, curtain = records(opened)
    assert (harbour.headline, harbour.byline) == ("Harbour reopens", "Ann Lee")
    assert harbour.body == (
        "LISBON, April 18, The café is open.\n\nShips are back: “all 11 of them”."
    )
    assert str(harbour.published_on) == "2025-04-18"
    assert harbour.source_url == "https://times.example/harbour"
    assert (curtain.headline, curtain.byline) == ("Curtain up, lights on", "")
    assert curtain.categories == ("Culture", "Stage")


@pytest.mark.parametrize("file", sorted(FILES.glob("urdu-*")), ids=lambda f: f.name)
def test_a_table_in_urdu_is_read_whatever_its_form(file):
    with file.open("rb") as opened:
        harbour, curtain = records(opened)
    # Windows-1256 has no ی: the files of its time have ي in its place.
    assert harbour.headline.replace("ي", "ی") == "بندرگاہ کھل گئی"
    assert str(harbour.published_on) == "2025-04-18"
    assert harbour.source == "نمونہ ٹائمز"
    assert (harbour.likely_language, harbour.body.count("\n\n")) == ("ur", 1)
    assert curtain.categories == ("ثقافت", "شہر")


def test_a_record_is_placed_by_the_line_where_its_row_begins():
    data = 'headline,body\n"One\ntwo",x\n\n,\nThree,y\n'
    assert [raw.place for raw in read(data)] == ["a.csv, line 2", "a.csv, line 6"]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        *(("TITLE", "headline"), ("Head Line", "headline"), ("post_title", "headline")),
        *(
            ("Text", "body"),
            ("full-text", "body"),
            ("ARTICLE", "body"),
            ("متن", "body"),
        ),
        *(("Article Title", "headline"), ("Story Text", "body")),
        *(
            ("Web Address", "source_url"),
            ("Permalink", "source_url"),
            ("لنک", "source_url"),
        ),
    ],
)
def test_a_column_is_known_by_its_name_however_it_is_spelled(header, field):
    assert fields(f"{header}\nx\n") == [{field: "x"}]


def test_a_writer_is_known_by_either_name():
    data = "Writer Name,Article Title\nAnn Lee,x\n"
    assert fields(data) == [{"byline": "Ann Lee", "headline": "x"}]
    assert fields(data.replace("Writer", "Author"))[0]["byline"] == "Ann Lee"


def test_our_own_name_goes_before_another_and_the_other_is_told():
    note, raw = read("title,headline,id\none,two,7\n")
    assert raw.fields == {"headline": "two"}
    assert note == Note("a.csv", "columns that are not read: 'title', 'id'")


def test_all_columns_of_categories_are_read():
    data = 'headline,section,tags\nx,World,"Sea; Ships,Harbour"\n'
    assert fields(data) == [
        {"headline": "x", "categories": ["World", "Sea", "Ships", "Harbour"]}
    ]


def test_an_operator_may_name_the_columns():
    data = "Titel;Inhalt;title;Ressort\nEins;Zwei;Drei;Vier\n"
    mapped = {"headline": ("titel",), "body": ("Inhalt",), "categories": ("Ressort",)}
    (read_one,) = fields(data, **mapped)
    assert read_one == {"headline": "Eins", "body": "Zwei", "categories": ["Vier"]}


def test_what_came_is_read_again_by_itself_also_with_columns_that_were_named():
    data = 'Titel;title;x;tags;Ressort\n"Ei;ns";Zwei;"3\n3";a;b\n'
    _, raw = read(data, headline=("Titel",), categories=("Ressort", "tags"))
    *_, again = read(raw.original)
    assert again.fields == raw.fields
    assert raw.fields["categories"] == ["a", "b"]


cells = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(st.lists(st.tuples(cells, cells, cells, cells), min_size=1, max_size=4))
@settings(deadline=None)
def test_what_came_is_read_again_by_itself(rows):
    text = io.StringIO()
    header = ("headline", "متن", "What;is\tthis|", "Section")
    csv.writer(text).writerows([header, *rows])
    for raw in read("\ufeff" + text.getvalue()):
        if isinstance(raw, RawRecord):
            (again,) = fields(raw.original)
            assert again == raw.fields


def test_a_header_says_its_delimiter_by_what_it_names():
    assert fields("id;a,b;headline\n1;2;3\n") == [{"headline": "3"}]
    assert fields("sep=;\nheadline;x,body,y\n1;2\n") == [{"headline": "1"}]


def test_the_encoding_may_show_far_below_the_head():
    rows = "".join(f"Story {n},{'x' * 100}\n" for n in range(3000))
    data = f"headline,body\n{rows}Café,“Élodie” – here\n".encode("cp1252")
    assert fields(data)[-1] == {"headline": "Café", "body": "“Élodie” – here"}
    urdu = "بندرگاہ کھل گئي,جہاز لوٹ آئے"
    data = f"headline,body\n{rows}{urdu}\n".encode("cp1256")
    assert list(fields(data)[-1].values()) == urdu.split(",")


def test_utf_8_with_a_broken_character_stays_utf_8():
    data = "headline,body\nبندرگاہ,کھل گئی\nCafé,x\n".encode() + b"caf\xe9,y\nThree,z\n"
    assert [raw["headline"] for raw in fields(data)] == ["بندرگاہ", "Café", "Three"]
    bad = read(data)[2]
    assert bad == Refusal(
        "a.csv, line 4", "row", "some bytes are no characters of utf-8"
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_on_any_machine(end):
    data = f'headline,body{end}One,"Two{end}three"{end}Four,five{end}'
    assert [raw["headline"] for raw in fields(data)] == ["One", "Four"]


def test_a_row_below_a_broken_one_is_read_and_a_paragraph_of_it_is_not():
    data = (
        "headline,body,date\n"
        'One,"He said "no".\n\nHe left, she stayed, all slept.\n",2025-04-18\n'
        "Two,b,2025-04-18\nThree,c,\n"
    )
    assert [raw["headline"] for raw in fields(data)] == ["Two", "Three"]
    refusals = [raw for raw in read(data) if isinstance(raw, Refusal)]
    assert [(refusal.place, refusal.reason) for refusal in refusals] == [
        ("a.csv, line 2", "a quote within quotes is not doubled"),
        ("a.csv, line 4", "it may belong to the broken row of line 2"),
        ("a.csv, line 5", NEVER_CLOSES.format(5)),
    ]


def test_a_quote_that_does_not_close_costs_one_row():
    data = 'headline,body\nOne,a\nTwo,"b\nThree,c\nFour,d\n'
    assert [raw["headline"] for raw in fields(data)] == ["One", "Three", "Four"]
    assert read(data)[1] == Refusal("a.csv, line 3", "row", NEVER_CLOSES.format(3))


def test_a_name_of_a_column_that_is_a_story_is_no_header():
    (refusal,) = read("headline,body," + "A" * 301 + "\nQuay,Text,x\n")
    assert "a name is longer than 300 characters" in str(refusal)


def test_a_header_is_no_longer_than_each_row_can_be_kept_with():
    names = [f"{number:0300}" for number in range(60)]
    (refusal,) = read(f"headline,{','.join(names)}\nQuay{',x' * 60}\n")
    assert refusal == Refusal("a.csv", "header", "more than 16,384 characters in all")
