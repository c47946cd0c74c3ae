"""What a search that found nothing offers: each way leads to what it says."""

from datetime import date

import pytest

from articles.search.postgres import counting
from tests.factories import make_article, make_category, make_source
from tests.results.page import Page

pytestmark = pytest.mark.django_db

WIDENINGS = "//main//section//ul/li"


@pytest.fixture(autouse=True)
def _archive():
    world, rki = make_category("World News"), make_source("RKI")
    make_article(headline="Ukraine peace talks", categories=(world,), source=rki)
    make_article(headline="Ukraine talks resume", published_on=date(2013, 8, 17))
    make_article(headline="یوکرین امن مذاکرات", language="ur", source=rki)


def nothing_at(client, query: str) -> Page:
    page = Page(client, f"/search/?{query}")
    assert page.heading.startswith("No article matches")
    return page


def results_behind(client, link) -> int:
    return int(Page(client, link.address).heading.split()[0])


@pytest.mark.parametrize(
    ("query", "ways"),
    [
        ("q=ukraine+glacier", {"Only ukraine": 2}),
        ("q=یوکرین+برف", {"Only یوکرین": 1}),
        ("q=ukraine+by:Lee+-goals", {"Only ukraine without goals": 2}),
        ("q=resume&from=2025", {"All days, not only from 2025": 1}),
        ("q=resume&category=world-news", {"All categories": 1}),
        ("q=resume&source=rki", {"All sources": 1}),
        ("q=مذاکرات&lang=en", {"All languages": 1}),
        ("q=talks+-ukraine&lang=en", {"Only talks": 2}),
        ("q=xqzzyw&lang=en", {}),
        ("q=resume&category=world-news&lang=ur", {}),
    ],
)
def test_each_way_to_widen_a_search_leads_to_as_many_as_it_says(client, query, ways):
    page = nothing_at(client, query)
    *widenings, _browse = page.links(WIDENINGS)
    named = page.texts(f"{WIDENINGS}/a/span[1]")
    counted = page.texts(f"{WIDENINGS}/a/span[@class='num']")
    assert dict(zip(named, map(int, counted), strict=True)) == ways
    assert [results_behind(client, link) for link in widenings] == list(ways.values())


@pytest.mark.parametrize(
    ("query", "word", "meant", "number"),
    [
        ("q=ukrane", "ukrane", "ukraine", 2),
        ("q=ukrane+talks&category=world-news", "ukrane", "ukraine talks", 1),
        ("q=یوکرن", "یوکرن", "یوکرین", 1),
    ],
)
def test_a_slip_of_the_pen_is_named_and_mended(client, query, word, meant, number):
    page = nothing_at(client, query)
    assert page.texts("//p[@class='hint']/q") == [word]
    correction = page.links("//p[@class='hint']")[0]
    assert correction.text == meant
    assert results_behind(client, correction) == number


@pytest.mark.parametrize(
    ("query", "text", "address"),
    [
        ("q=xqzzyw", "Browse the archive by date", "/archive/"),
        ("q=xqzzyw&from=2013", "Browse the archive by date", "/archive/"),
        (
            "q=xqzzyw&from=2013-08&to=2013-08",
            "Browse August 2013 day by day",
            "/2013/08/",
        ),
        ("q=xqzzyw+date:2013-08-17", "Browse August 2013 day by day", "/2013/08/"),
    ],
)
def test_the_part_of_the_archive_that_was_searched_can_be_browsed(
    client, query, text, address
):
    browse = nothing_at(client, query).links(WIDENINGS)[-1]
    assert browse == (text, address)


def test_filters_can_be_taken_away_where_nothing_was_found(client):
    page = nothing_at(client, "q=resume&category=world-news&lang=ur")
    chips = page.links("//ul[@class='chips']")
    assert [chip.text for chip in chips] == ["World News", "اردو", "Clear all"]
    assert results_behind(client, chips[-1]) == 1


def test_what_was_typed_is_text(client):
    page = nothing_at(client, "q=%3Cb%3Exqzzyw%3C/b%3E&lang=en")
    assert "<b>" not in page.text
    assert "&lt;b&gt;xqzzyw&lt;/b&gt;" in page.text


def test_a_word_that_could_not_be_counted_is_not_said_to_be_nowhere(
    client, monkeypatch
):
    monkeypatch.setattr(counting, "_COUNT_SECONDS", 0)
    page = nothing_at(client, "q=ukraine+glacier")
    assert "In no article at all" not in page.text
