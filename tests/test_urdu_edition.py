"""How the edition in Urdu reads: its dates, figures, names and refusals."""

from datetime import date

import pytest
from django.db import connection
from django.template.defaultfilters import date as in_words
from django.utils import translation
from pytest_django.asserts import assertContains, assertNotContains

from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _archive():
    world = make_category("World", name_ur="دنیا")
    make_article(headline="Quay opens", categories=(world,), source=make_source("Post"))


def test_days_are_written_as_urdu_writes_them(client):
    assertContains(client.get("/ur/"), "جمعہ، 18 اپریل 2025")
    day = client.get("/ur/2025/04/18/")
    assertContains(day, "<title>جمعہ، 18 اپریل 2025 — نیوز آرکائیو</title>")
    assertContains(client.get("/2025/04/18/"), "Friday, 18 April 2025")


def test_saturday_is_spelt_as_urdu_spells_it():
    with translation.override("ur"):
        assert in_words(date(2025, 4, 19), "l D") == "ہفتہ ہفتہ"


@pytest.mark.parametrize(("prefix", "words"), [("", "articles"), ("/ur", "مضامین")])
def test_large_figures_are_grouped_in_both_languages(client, prefix, words):
    make_category("World")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_categorycount SET articles = 12345")
    assertContains(client.get(f"{prefix}/category/world/"), f"12,345 {words}")


def test_a_category_is_called_in_urdu_in_facets_chips_and_words(client):
    page = client.get("/ur/search/?q=quay+category:world&category=world")
    name = '<bdi lang="ur" dir="rtl">دنیا</bdi>'
    assertContains(page, name, count=2)  # to choose, and as chosen
    assertContains(page, 'aria-label="فلٹر ہٹائیں: دنیا"')
    assertContains(page, '<bdi lang="ur">دنیا</bdi>')  # as understood
    in_english = '<bdi lang="en" dir="ltr">World</bdi>'
    assertContains(page, in_english, count=1)  # under a story in English
    assertContains(client.get("/search/?q=quay&category=world"), in_english, count=3)


def test_a_search_by_fields_in_urdu_leads_to_a_search_in_urdu(client):
    answer = client.get("/ur/search/?q=quay&headline=opens")
    assert answer.headers["Location"].startswith("/ur/search/?q=quay")


@pytest.mark.parametrize("prefix", ["", "/ur"])
def test_what_is_suggested_lies_in_the_edition_that_asks(client, prefix):
    field = client.get(f"{prefix}/search/")
    assertContains(field, f'data-address="{prefix}/search/suggestions/"')
    answer = client.get(f"{prefix}/search/suggestions/?q=wor").json()
    assert answer["suggestions"][0]["address"] == f"{prefix}/category/world/"


@pytest.mark.parametrize("typed", ["wor", "دن", "دنيا"])
def test_a_label_is_suggested_by_either_name_and_called_as_its_readers_do(
    client, typed
):
    said = {"": ("World", "en", "ltr"), "/ur": ("دنیا", "ur", "rtl")}
    for prefix, words in said.items():
        answer = client.get(f"{prefix}/search/suggestions/", {"q": typed}).json()
        found = answer["suggestions"][0]
        assert (found["label"], found["language"], found["direction"]) == words
        assert found["kind"] == "category"


def test_a_label_without_a_name_in_urdu_is_suggested_by_the_one_it_has(client):
    answer = client.get("/ur/search/suggestions/?q=pos").json()
    assert answer["suggestions"][0] == {
        "kind": "source",
        "label": "Post",
        "language": "en",
        "direction": "ltr",
        "address": "/ur/source/post/",
    }


def test_a_file_has_one_address(client):
    assertContains(client.get("/ur/search/?q=quay"), '"/search/articles.csv?q=quay"')
    assert client.get("/ur/search/articles.csv?q=quay").status_code == 404


@pytest.mark.parametrize(
    ("path", "status"),
    [("/xyz/", 404), ("/category/nowhere/", 404), ("/2025/02/30/", 404)],
)
def test_a_refusal_leads_to_the_other_front_page_and_is_in_no_pair(
    client, path, status
):
    for prefix, other in ("", "/ur/"), ("/ur", "/"):
        page = client.get(f"{prefix}{path}?page=2")
        assertContains(page, f'data-edition href="{other}"', status_code=status)
        assertNotContains(page, 'rel="alternate"', status_code=status)


def test_what_is_sent_to_a_list_in_urdu_is_refused_in_urdu(client):
    page = client.post("/ur/search/")
    assertContains(page, '<html lang="ur" dir="rtl">', status_code=405)
    assertContains(page, 'data-edition href="/"', status_code=405)


def test_a_missing_page_searches_for_words_without_the_name_of_the_edition(client):
    page = client.get("/ur/harbour-reopens/")
    assertContains(page, 'value="harbour reopens"', status_code=404)
    assertContains(page, 'action="/ur/search/"', status_code=404)


def test_the_admin_stays_in_english(client):
    assertContains(client.get("/admin/login/"), '<html lang="en')


def test_a_page_in_urdu_leaves_no_language_behind(client):
    before = translation.get_language()
    client.get("/ur/")
    assert translation.get_language() == before
    assertContains(client.get("/"), '<html lang="en" dir="ltr">')


def test_a_story_is_linked_by_the_letters_of_its_headline(client):
    story = make_article(headline="لاہور کتب میلہ", language="ur")
    address = f"/2025/04/18/لاہور-کتب-میلہ-{story.pk}/"
    assertContains(client.get("/ur/2025/04/18/"), f'<a href="{address}">')
    assert client.get(address).status_code == 200
