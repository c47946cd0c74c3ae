"""The ways from page to page, followed as a reader follows them."""

from datetime import date, timedelta

import pytest

from articles.search import PAGE_SIZE
from articles.search.postgres import ranking
from tests.factories import make_article
from tests.results.page import Page

pytestmark = pytest.mark.django_db

COUNT = 2 * PAGE_SIZE + 5
NEWEST_FIRST = [f"{number}" for number in range(COUNT)]


@pytest.fixture(autouse=True)
def _archive():
    """Articles in either script, whose headlines number them from the newest on."""
    for number in range(COUNT):
        make_article(
            headline=f"{number}",
            body="Glacier گلیشیر",
            language="ur" if number % 2 else "en",
            published_on=date(2025, 4, 18) - timedelta(days=number * number),
        )


def pages_from(client, address, rel="next"):
    """The page at an address, and all that its links lead to."""
    pages = [Page(client, address)]
    while way := pages[-1].way(rel):
        pages.append(Page(client, way.address))
    return pages


def headlines(pages):
    return [headline for page in pages for headline in page.headlines]


@pytest.mark.parametrize("query", ["", "q=glacier&sort=newest", "q=گلیشیر&sort=newest"])
def test_links_lead_from_the_newest_to_the_oldest_and_back(client, query):
    down = pages_from(client, f"/search/?{query}")
    assert headlines(down) == NEWEST_FIRST
    assert [page.way("next").text for page in down[:-1]] == ["Older", "Older"]
    up = pages_from(client, down[-1].way("prev").address, "prev")
    assert headlines(up[::-1]) == headlines(down[:-1])
    assert up[-1].way("prev") is None


@pytest.mark.parametrize("query", ["", "q=گلیشیر&"])
def test_links_lead_from_the_oldest_to_the_newest_and_back(client, query):
    up = pages_from(client, f"/search/?{query}sort=oldest")
    assert headlines(up) == NEWEST_FIRST[::-1]
    assert [page.way("next").text for page in up[:-1]] == ["Newer", "Newer"]
    assert up[-1].way("prev").text == "Older"
    down = pages_from(client, up[-1].way("prev").address, "prev")
    assert headlines(down[::-1]) == headlines(up[:-1])


@pytest.mark.parametrize("word", ["glacier", "گلیشیر"])
def test_best_matches_have_numbered_pages_of_which_each_links_to_all(client, word):
    pages = pages_from(client, f"/search/?q={word}")
    assert sorted(headlines(pages), key=int) == NEWEST_FIRST
    numbers = [page.links("//nav[@class='pages']//ol") for page in pages]
    assert [link.text for link in numbers[0]] == ["1", "2", "3"]
    assert numbers[0] == numbers[1] == numbers[2]
    shown = [page.texts("//nav[@class='pages']/span") for page in pages]
    assert shown == [["1–20 of 45"], ["21–40 of 45"], ["41–45 of 45"]]


def test_the_number_of_the_page_is_marked_as_current(client):
    page = Page(client, "/search/?q=glacier&page=2")
    assert page.texts("//nav[@class='pages']//a[@aria-current='page']") == ["2"]


def test_what_was_not_ranked_follows_by_date_without_an_end(client, monkeypatch):
    monkeypatch.setattr(ranking, "CANDIDATES", PAGE_SIZE + 1)
    first, last = pages_from(client, "/search/?q=glacier")
    assert "The best of 21 articles that were ranked" in first.text
    assert "That was the last of the best matches." in last.text
    (by_date, *_same) = [link for link in last.links("//main") if "newest" in link.text]
    assert by_date.address == "/search/?q=glacier&sort=newest"
    assert headlines(pages_from(client, by_date.address)) == NEWEST_FIRST


@pytest.mark.parametrize(
    "query", ["q=glacier&page=9", "before=1999-01-01.1", "after=2025-04-18.999999999"]
)
def test_a_page_beyond_the_last_leads_back_to_the_first(client, query):
    page = Page(client, f"/search/?{query}")
    assert page.headlines == []
    assert page.heading == "45 results"
    (first,) = [link for link in page.links("//main") if link.text == "First page"]
    assert len(Page(client, first.address).headlines) == PAGE_SIZE


def test_pages_keep_the_filters_of_the_search(client):
    pages = pages_from(client, "/search/?from=2013&to=2025&lang=ur&sort=oldest")
    assert headlines(pages) == NEWEST_FIRST[1::2][::-1]
    assert pages[1].links("//*[@class='chips']") == pages[0].links(
        "//*[@class='chips']"
    )


def test_all_on_one_page_needs_no_way_on(client):
    assert pages_from(client, "/search/?q=glacier&from=2025-04")[0].way("next") is None
    assert 'class="pages"' not in Page(client, "/search/?from=2025-04").text
