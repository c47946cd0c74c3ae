from datetime import date, datetime
from pathlib import Path

import pytest

from articles.documents import Document, DocumentError, parse, render

SEED = Path(__file__).resolve().parents[2] / "shared" / "seed" / "article.txt"

HARBOUR = Document(
    headline="Harbour reopens after the storm",
    published_on=date(2025, 4, 8),
    captured_at=datetime(2025, 11, 1, 0, 7, 9),
    categories=("English", "Snippets"),
    address="https://example.org/harbour?page=2",
    site="example.org",
    body="LISBON, April 8, Ships are back.\n\nSo are the gulls.",
)
SHEET = """\
Harbour reopens after the storm
Published on April 8, 2025
Document Date: Sat, Nov 01 2025 12:07:09 am
Category: ,English,Snippets
Show on website: Click Here https://example.org/harbour?page=2
example.org

LISBON, April 8, Ships are back.

So are the gulls.
"""
EMPTY_SHEET = """\
##
Published on
Document Date:
Category:
Show on website: Click Here
"""


def test_a_document_is_written_line_by_line():
    assert render(HARBOUR) == SHEET


def test_an_empty_document_keeps_its_labels():
    assert render(Document()) == EMPTY_SHEET
    assert parse(EMPTY_SHEET) == Document()


def test_a_page_with_blank_lines_and_a_marked_headline_reads_as_the_sheet_does():
    page = "\n\n## " + SHEET.replace("\n", "\n\n").replace("\n\n\n\n", "\n\n")
    assert parse(page) == HARBOUR


@pytest.mark.parametrize(
    "change",
    [
        lambda sheet: "\ufeff" + sheet.replace("\n", "\r\n"),
        lambda sheet: sheet.replace("\n", "\r"),
        lambda sheet: sheet.replace("Published on ", "  PUBLISHED  ON : "),
        lambda sheet: sheet.replace("on April 8,", "on\xa0April\xa08,"),
        lambda sheet: sheet.replace("Date: ", "date:"),
        lambda sheet: sheet.replace("Category: ,", "category :\xa0"),
        lambda sheet: sheet.replace("English,", ", English ,,"),
        lambda sheet: sheet.replace("Here https", "here  <https").replace("=2", "=2>"),
        lambda sheet: sheet.replace("Click Here ", ""),
        lambda sheet: sheet.replace("Click Here ", "[Click Here](").replace(
            "=2", "=2)"
        ),
    ],
)
def test_what_other_programs_make_of_the_sheet_is_read_as_the_sheet(change):
    assert parse(change(SHEET)) == HARBOUR


@pytest.mark.parametrize(
    "text",
    [
        "April 18, 2025",
        "apr 18 2025",
        "Apr. 18th, 2025",
        "Fri, April 18, 2025",
        "Monday, April 18, 2025",
        "18 April 2025",
        "18 Apr, 2025",
        "2025-04-18",
    ],
)
def test_a_day_is_read_in_the_forms_that_people_use(text):
    assert parse(f"H\nPublished on {text}\n").published_on == date(2025, 4, 18)


@pytest.mark.parametrize(
    "text",
    [
        "Fri, Nov 21 2025 04:57:59 pm",
        "Mon, Nov 21 2025 04:57:59 pm",
        "Nov 21, 2025 4:57:59 P.M.",
        "21 November 2025 at 16:57:59",
        "2025-11-21T16:57:59",
        "2025-11-21 16:57:59 pm",
        "Nov 21, 2025, 4:57:59\u202fPM",
    ],
)
def test_a_moment_is_read_in_the_forms_that_programs_use(text):
    document = parse(f"H\nDocument Date: {text}\n")
    assert document.captured_at == datetime(2025, 11, 21, 16, 57, 59)


@pytest.mark.parametrize(
    ("hour", "text"), [(0, "12:00:00 am"), (11, "11:00:00 am"), (12, "12:00:00 pm")]
)
def test_noon_and_midnight_are_twelve_o_clock(hour, text):
    document = Document(captured_at=datetime(2025, 11, 21, hour))
    assert document.captured_line.endswith(f"2025 {text}")
    assert parse(render(document)) == document


def test_the_second_of_two_hours_alike_is_marked():
    document = Document(captured_at=datetime(2025, 10, 26, 2, 30, fold=1))
    assert document.captured_line.endswith("02:30:00 am (second time)")
    read = parse(render(document)).captured_at
    assert read is not None
    assert read.fold == 1


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Published on February 30, 2025", "no such day"),
        ("Published on Smarch 3, 2025", "no such day"),
        ("Published on April 18, 1499", "1499 does not lie between 1500 and 2500"),
        ("Published on 2501-01-01", "2501 does not lie between"),
        ("Published on 4/18/2025", "not a day as in"),
        ("Document Date: Nov 21 2025", "not a moment as in"),
        ("Document Date: Nov 21 2025 25:00:00", "no such time"),
        ("Document Date: Nov 31 2025 04:57:59 pm", "no such day"),
        ("Show on website: Click Here rki", "begins with http"),
        ("Show on website: Click Here javascript:alert(1)", "begins with http"),
    ],
)
def test_an_unreadable_header_is_refused_with_its_line(line, reason):
    with pytest.raises(DocumentError, match=reason) as refusal:
        parse(f"\n\nHeadline\n\n{line}\n\nBody.")
    assert refusal.value.line == 5


@pytest.mark.parametrize("text", ["Headline", "Headline\n\nA text.\nCategory: a"])
def test_a_text_without_a_header_is_refused(text):
    with pytest.raises(DocumentError, match="no line of a document's header"):
        parse(text)


@pytest.mark.skipif(not SEED.exists(), reason="the first document is not at hand")
def test_the_archive_s_first_document_is_written_as_it_was():
    original = SEED.read_text(encoding="utf-8")
    document = parse(original)
    assert all([document.published_on, document.captured_at, document.site])
    assert render(document).split() == original.split()[1:]
