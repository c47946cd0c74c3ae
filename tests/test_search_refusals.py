"""What the search page says of what it cannot do, and how it lets a reader mend it."""

import pytest

from articles.search import SearchTooCostlyError, postgres
from tests.factories import make_article, make_category
from tests.results.page import Page

pytestmark = pytest.mark.django_db

MEND = "//ul[@class='mend']"


@pytest.fixture(autouse=True)
def _archive():
    make_article(headline="Flood", categories=(make_category("World News"),))
    make_article(headline="سیلاب", language="ur")


def refused(client, query: str) -> Page:
    page = Page(client, f"/search/?{query}", status=400)
    assert page.heading == "This search needs mending"
    return page


def value_of(page: Page, name: str) -> str:
    """What the field that a reader can see has in it."""
    (value,) = page.root.xpath(f"//input[@id='{name}']/@value")
    return value


@pytest.mark.parametrize(
    ("query", "name", "text"),
    [
        ("from=کل&q=سیلاب", "from", "کل"),
        ("to=2013-13", "to", "2013-13"),
        ("from=2014&to=2013", "to", "2013"),
        ("document_from=soon", "document_from", "soon"),
        ("added_from=2014&added_to=۲۰۱۳", "added_to", "۲۰۱۳"),
        ("headline=" + "س" * 1001, "headline", "س" * 1001),
    ],
)
def test_a_field_keeps_what_was_typed_and_the_error_leads_there(
    client, query, name, text
):
    page = refused(client, query)
    assert value_of(page, name) == text
    (error,) = page.links(MEND)
    assert error.address == f"#{name}"
    assert page.root.xpath(f"//input[@id='{name}']/@aria-invalid") == ["true"]


def test_all_that_is_wrong_is_said_at_once(client):
    query = "q=" + "a+" * 41 + "&from=soon&to=2013-13&category=x&source=x&lang=x"
    assert len(refused(client, query).texts(f"{MEND}/li")) == 6


@pytest.mark.parametrize("sign", ["", "-"])
def test_a_search_can_be_made_without_the_value_that_there_is_not(client, sign):
    page = refused(client, f"q=سیلاب&category={sign}کھیل&category=world-news&lang=ur")
    (without,) = page.links(MEND)
    assert without.text == "Search without it"
    assert Page(client, f"/search/{without.address}").headlines == ["سیلاب"]


def test_other_fields_stay_as_they_were_beside_one_that_is_wrong(client):
    page = refused(client, "q=flood&all=relief&added_to=soon&lang=en&sort=oldest")
    assert (value_of(page, "q"), value_of(page, "all")) == ("flood", "relief")
    hidden = page.root.xpath("//details[@open]/form/input[@type='hidden']")
    assert [(field.get("name"), field.get("value")) for field in hidden] == [
        *[("q", "flood"), ("lang", "en"), ("sort", "oldest")]
    ]


def test_what_takes_too_long_is_said_with_a_way_out_of_it(client, monkeypatch):
    def hits(_search):
        raise SearchTooCostlyError

    monkeypatch.setattr(postgres, "hits", hits)
    (said,) = refused(client, "q=flood").texts(f"{MEND}/li")
    assert "takes too long. With one more word, or fewer days, it can" in said


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("all=&phrase=&added_to=", "/search/"),
        ("q=flood&all=", "/search/?q=flood"),
        ("by=Ann+Lee&q=flood", "/search/?q=flood+by%3A%22Ann+Lee%22"),
        ("none=a&sort=newest&lang=-ur&page=3", "/search/?q=-a&lang=-ur&sort=newest"),
        ("all=flood&from=soon", "/search/?q=flood&from=soon"),
    ],
)
def test_fields_become_the_text_of_a_search_and_its_filters_stay(
    client, query, address
):
    answer = client.get(f"/search/?{query}")
    assert (answer.status_code, answer["Location"]) == (302, address)


def test_what_fields_ask_for_together_may_be_too_much(client):
    words = "+".join(f"w{number}" for number in range(30))
    answer = client.get(f"/search/?all={words}&none={words}")
    (said,) = refused(client, answer["Location"].partition("?")[2]).texts(f"{MEND}/li")
    assert said.startswith("The text has 60 words and conditions")
