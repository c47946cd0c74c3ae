"""The parts of the page that a script asks for, by the header X-Fragment."""

from datetime import date

import pytest

from articles.search.postgres import counting
from tests.factories import make_article, make_category
from tests.results.page import Page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _archive():
    make_article(body="flood", categories=(make_category("World News"),))
    make_article(body="flood", published_on=date(2013, 8, 17))
    make_article(body="سیلاب", categories=(make_category("کھیل"),), language="ur")


@pytest.fixture
def _many(monkeypatch):
    """Two articles are as many as ten thousand."""
    monkeypatch.setattr(counting, "COUNTED", 1)


def elements(page: Page) -> list[str]:
    """The ids of what has no other id around it."""
    return page.root.xpath("//*[@id][not(ancestor::*[@id])]/@id")


def inside(page: Page, name: str) -> list[str]:
    """What an element of the page says and links to."""
    path = f"//*[@id='{name}']"
    return [*page.texts(path), *(link.address for link in page.links(path))]


@pytest.mark.parametrize(
    "query", ["q=flood", "q=سیلاب&lang=ur", "q=xqzzyw&lang=en", ""]
)
def test_the_results_alone_are_those_of_the_page(client, query):
    page = Page(client, f"/search/?{query}")
    part = Page(client, f"/search/?{query}", part="results")
    assert elements(part) == ["results"]
    assert inside(part, "results") == inside(page, "results")
    assert "<html" not in part.text


def test_the_results_say_their_sum_for_those_who_cannot_see_them(client):
    part = Page(client, "/search/?q=flood", part="results")
    assert part.root.xpath("//*[@id='results']/@data-summary") == ["2 results"]


def test_a_refusal_comes_as_the_results_and_says_what_to_mend(client):
    part = Page(client, "/search/?from=کل&q=flood", part="results", status=400)
    assert elements(part) == ["results"]
    assert part.root.get("data-summary") == "This search needs mending"
    assert part.texts("//ul[@class='mend']/li")[0].startswith("From: Write a year")


@pytest.mark.usefixtures("_many")
def test_what_is_counted_later_is_what_the_page_with_all_counts_has(client):
    page = Page(client, "/search/?q=flood")
    assert page.heading == "More than 1 results"
    (link,) = page.links("//*[@id='ruler']")
    part = Page(client, link.address, part="counts")
    assert elements(part) == ["found", "ruler", "facets"]
    counted = Page(client, link.address)
    for name in ("found", "ruler", "facets"):
        assert inside(part, name) == inside(counted, name)
    assert part.heading == "2 results"
    assert "World News 1" in part.texts("//*[@id='facets']//li/a")


@pytest.mark.usefixtures("_many")
def test_everything_is_counted_on_the_page_that_a_reader_is_on(client):
    page = Page(client, "/search/?before=2025-04-18.999999999&lang=en")
    (link,) = page.links("//*[@id='ruler']")
    counted = Page(client, link.address)
    assert counted.headlines == page.headlines
    assert counted.heading == "2 results"
    assert counted.links("//*[@id='ruler']/p") == []


@pytest.mark.parametrize("part", ["", "x", "Results"])
@pytest.mark.parametrize(("query", "status"), [("q=flood", 200), ("from=soon", 400)])
def test_whoever_asks_for_no_part_that_there_is_gets_the_page(
    client, part, query, status
):
    page = Page(client, f"/search/?{query}", part=part, status=status)
    assert "<html" in page.text


def test_caches_keep_the_parts_apart(client):
    for part in (None, "results", "counts"):
        answer = Page(client, "/search/?q=flood", part=part).answer
        assert "X-Fragment" in answer["Vary"]
