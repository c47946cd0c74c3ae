"""Texts that could be taken for another part of the document."""

import pytest

from articles.documents import Document, parse, render

HEADER = """\
Published on April 8, 2025
Document Date: Sat, Nov 01 2025 12:07:09 am
Category: ,English
Show on website: Click Here
"""


@pytest.mark.parametrize(
    "headline",
    [
        "# 1 in the charts",
        "## Twice",
        "<b>Bold</b>",
        '{"json": 1}',
        "\ufeffMark",
        "\xa0",
        "Published on a whim",
        "published on: never",
        "Document Date: today",
        "category: storms",
        "Show on website",
    ],
)
def test_a_headline_that_misleads_is_marked_and_comes_back(headline):
    document = Document(headline=headline)
    assert render(document).startswith(f"## {headline}\n")
    assert parse(render(document)) == document


@pytest.mark.parametrize("headline", ["Category five storm hits", "Document date set"])
def test_a_headline_that_only_begins_like_a_label_is_left_alone(headline):
    assert Document(headline=headline).headline_line == headline


@pytest.mark.parametrize("site", ["", "Category: a", "It ends. Here.", "## x", "##"])
@pytest.mark.parametrize(
    "body", ["", "riverpost.example", "Published on\n\nCategory: b"]
)
def test_a_site_is_told_from_the_body_by_its_place(site, body):
    document = Document(headline="H", site=site, body=body)
    assert parse(render(document)) == document


def test_lines_of_the_body_that_look_like_a_header_are_body():
    body = "Published on May 1, 2025\n\nDocument Date: never\n\nCategory: ,x"
    document = parse(f"## H\n\n{HEADER.replace(chr(10), chr(10) * 2)}a.org\n\n{body}\n")
    assert document.body == body
    assert document.categories == ("English",)


@pytest.mark.parametrize(
    ("rest", "site", "body"),
    [
        ("\nexample.org\n\nOne.\n", "example.org", "One."),
        ("\nThe Daily Tide\n\nOne.\n", "The Daily Tide", "One."),
        ("\nexample.org\nOne.\n", "example.org", "One."),
        ("\nShips are back.\n\nTwo.\n", "", "Ships are back.\n\nTwo."),
        ("\nShips\nare back\n", "", "Ships\nare back"),
        ("\nShips are back\n", "", "Ships are back"),
        ("\nexample.org\n", "example.org", ""),
        ("\n\n\n", "", ""),
    ],
)
def test_in_other_pages_the_site_is_what_looks_like_one(rest, site, body):
    document = parse("H\n" + HEADER.replace("\n", "\n\n") + rest)
    assert (document.site, document.body) == (site, body)


def test_labels_may_be_missing_and_the_rest_is_read():
    document = parse("H\n\nCategory: ,English\n\nexample.org\n\nBody.")
    assert document == Document(
        headline="H", categories=("English",), site="example.org", body="Body."
    )


def test_a_page_that_begins_with_its_header_has_no_headline():
    assert parse(HEADER + "a.org\n\nBody.").headline == ""


def test_a_value_may_stand_on_the_line_below_its_label():
    page = "H\n\nPublished on\n\n8 April 2025\n\nCategory:\n\nEnglish\n\n"
    read = parse(page + "Show on website:\n\nClick Here https://a.org/1\n\na.org\n\nB.")
    assert render(read) == render(
        Document(
            headline="H",
            published_on=read.published_on,
            categories=("English",),
            address="https://a.org/1",
            site="a.org",
            body="B.",
        )
    )
    assert read.published_on is not None
