"""Whether a file is a table, told by how it begins and by what an operator named."""

import io

import pytest

from articles.importing.readers import READERS, UnknownFormatError, reader_of
from articles.importing.readers.table import read_table
from articles.importing.records import RawRecord, Refusal

GERMAN = (
    "Titel;Datum;Rubrik;Text;Autor\n"
    'Hafen öffnet;18.04.2025;Welt;"Die Schiffe sind zurück.\n\nAlle elf, sagt er.";Bo\n'
    "Vorhang auf;19.04.2025;Kultur;Über Äpfel.;Bo Ek\n"
)
NAMED = {"headline": ("Titel",)}
ABOVE = (
    "a table below lines of another kind; take away what stands above its header: "
    "'Titel', 'Datum', 'Rubrik', 'Text', 'Autor'"
)


def stream(text, encoding="utf-8"):
    return io.BufferedReader(io.BytesIO(text.encode(encoding)), 128 * 1024)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_table_is_one_by_a_column_that_was_named(encoding):
    assert reader_of(stream(GERMAN, encoding), NAMED) is READERS["table"]
    one_column = stream("titel\nHafen öffnet\n", encoding)
    assert reader_of(one_column, NAMED) is READERS["table"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_named_column_is_read_with_those_that_are_known(encoding):
    read = read_table("a", stream(GERMAN, encoding), NAMED)
    stories = [raw.fields for raw in read if isinstance(raw, RawRecord)]
    assert [story["headline"] for story in stories] == ["Hafen öffnet", "Vorhang auf"]
    assert stories[0]["body"].endswith("zurück.\n\nAlle elf, sagt er.")


def test_what_is_no_table_is_none_by_columns_that_are_named_for_others():
    assert reader_of(stream('{"Titel": "x"}\n'), NAMED) is READERS["jsonl"]
    with pytest.raises(UnknownFormatError, match="none of document"):
        reader_of(stream("Der Titel steht hier.\n"), NAMED)


def test_a_table_of_columns_that_are_not_known_is_told_to_be_one():
    unknown = GERMAN.replace("Text", "Inhalt")
    (refusal,) = reader_of(stream(unknown))("a", stream(unknown))
    assert refusal.reason == (
        "no column is known for headline, body or address; name them with --column: "
        "'Titel', 'Datum', 'Rubrik', 'Inhalt', 'Autor'"
    )


@pytest.mark.parametrize(
    "above", ["Archiv 2025\n", "Archiv;;;;\n\n", ";;;;\nArchiv\nVom 18. April;;;;\n"]
)
def test_lines_above_a_header_are_told_and_what_to_do(above):
    with pytest.raises(UnknownFormatError) as refused:
        reader_of(stream(above + GERMAN))
    assert str(refused.value) == ABOVE
    told = list(read_table("a", stream(above + GERMAN), NAMED))
    assert told == [Refusal("a", "header", ABOVE)]


def test_a_row_that_the_head_cuts_off_tells_nothing():
    long = "x" * 100_000
    assert reader_of(stream(f"Titel;Inhalt\nEins;zwei\nDrei;{long};\n"))
    with pytest.raises(UnknownFormatError):
        reader_of(stream(f"Titel;Inhalt\nDrei;{long}\n"))


@pytest.mark.parametrize(
    "prose",
    [
        "Curtain up\n\nThe doors open, at last.\nThe lights, too, go out.\n",
        "Curtain up\nAnn, who sang, left.\nBo stayed.\n",
    ],
)
def test_prose_with_commas_is_no_table(prose):
    with pytest.raises(UnknownFormatError, match="none of document"):
        reader_of(stream(prose))
