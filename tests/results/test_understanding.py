"""What the page says that it understood, and what it did otherwise than typed."""

import pytest

from tests.factories import make_article, make_category
from tests.results.page import Page

pytestmark = pytest.mark.django_db

TOLD = "//p[@class='understood']"


@pytest.fixture(autouse=True)
def _archive():
    make_article(headline="Flood", categories=(make_category("World News"),))
    make_article(headline="سیلاب", categories=(make_category("کھیل"),), language="ur")


def told_at(client, query: str) -> list[str]:
    return Page(client, f"/search/?{query}").texts(TOLD)


@pytest.mark.parametrize(
    ("query", "understood"),
    [
        ("q=flood&category=world-news", "flood, in World News"),
        ("q=سیلاب&category=کھیل&lang=ur", "سیلاب, in کھیل, in اردو"),
        ("q=flood&from=2013-08&to=2025", "flood, August 2013 to December 2025"),
        ("q=flood+-سیلاب", "flood without سیلاب"),
        ("category=-کھیل", "not in کھیل"),
    ],
)
def test_words_and_filters_are_told_together(client, query, understood):
    assert told_at(client, query) == [f"Understood as: {understood}"]


@pytest.mark.parametrize(
    "text", ['the flood "the"', "headline:the flood", "-the flood"]
)
def test_what_is_too_common_is_told_once_and_not_as_understood(client, text):
    assert told_at(client, f"q={text}") == [
        "Understood as: flood",
        "“the” is in nearly every article, so it was not searched for.",
    ]


def test_what_the_archive_does_not_have_is_told_as_the_text_that_was_searched(client):
    assert told_at(client, 'q=flood+ذریعہ:"ڈان+نیوز"')[:2] == [
        "Understood as: flood, “ڈان نیوز”",
        "There is no source “ڈان نیوز” in the archive, so it was searched for as text.",
    ]


def test_a_search_for_everything_is_told_of_by_its_results_alone(client):
    assert told_at(client, "") == []
