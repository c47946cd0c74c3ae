"""The order of the results, and the form that changes it."""

from datetime import date

import pytest

from tests.factories import make_article, make_category
from tests.results.page import Page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _archive():
    games = make_category("کھیل")
    make_article(headline="Old", body="flood. " * 9, published_on=date(2001, 1, 1))
    make_article(headline="New", body="flood", categories=(games,))
    make_article(headline="Flood", body="", published_on=date(2013, 8, 17))
    make_article(headline="سیلاب", body="flood", published_on=date(1999, 1, 1))


def sorts(page: Page) -> list[str]:
    """The orders to choose from, the current one in brackets."""
    options = page.root.xpath("//select[@id='sort']/option")
    return [f"[{o.text}]" if o.get("selected") is not None else o.text for o in options]


@pytest.mark.parametrize(
    ("query", "headlines"),
    [
        ("q=flood&sort=newest", ["New", "Flood", "Old", "سیلاب"]),
        ("q=flood&sort=oldest", ["سیلاب", "Old", "Flood", "New"]),
        ("sort=oldest", ["سیلاب", "Old", "Flood", "New"]),
        ("", ["New", "Flood", "Old", "سیلاب"]),
    ],
)
def test_results_come_in_the_order_that_was_asked_for(client, query, headlines):
    assert Page(client, f"/search/?{query}").headlines == headlines


def test_the_best_match_comes_first_where_nothing_else_was_asked_for(client):
    by_default = Page(client, "/search/?q=flood").headlines
    assert by_default[0] == "Flood"
    assert Page(client, "/search/?q=flood&sort=best").headlines == by_default


@pytest.mark.parametrize(
    ("query", "options"),
    [
        ("q=flood", ["[Best match]", "Newest first", "Oldest first"]),
        ("q=flood&sort=newest", ["Best match", "[Newest first]", "Oldest first"]),
        ("q=سیلاب&sort=oldest", ["Best match", "Newest first", "[Oldest first]"]),
        ("", ["[Newest first]", "Oldest first"]),
        ("q=-xqzzyw", ["[Newest first]", "Oldest first"]),
        ("q=after:1999&sort=oldest", ["Newest first", "[Oldest first]"]),
    ],
)
def test_a_best_match_can_be_chosen_where_there_are_words_to_match(
    client, query, options
):
    assert sorts(Page(client, f"/search/?{query}")) == options


def test_the_search_stays_as_it_was_when_it_is_sorted(client):
    query = "q=flood&from=2001&category=-کھیل&lang=en&sort=oldest&page=3&counts=exact"
    page = Page(client, f"/search/?{query}")
    hidden = page.root.xpath("//form[@class='sort']/input")
    assert [(field.get("name"), field.get("value")) for field in hidden] == [
        *[("q", "flood"), ("from", "2001"), ("category", "-کھیل"), ("lang", "en")]
    ]
