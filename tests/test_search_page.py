"""The search page, as a reader meets it."""

import re
from datetime import date

import pytest

from articles import results
from articles.search import SearchTooCostlyError
from articles.search.postgres import counting
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _archive():
    world, sport = make_category("World News"), make_category("Sport")
    make_article(
        headline="Floods in Karachi",
        body="Flood relief <b>came</b> late.",
        published_on=date(2013, 8, 17),
        categories=(world,),
        source=make_source("RKI"),
    )
    make_article(headline="Flood of goals", categories=(sport,))
    make_article(headline="سیلاب سے کراچی متاثر", language="ur")


def page(client, status=200, **parameters):
    answer = client.get("/search/", parameters)
    assert answer.status_code == status
    return answer.content.decode()


def test_hits_are_marked_and_stored_text_is_escaped(client):
    text = page(client, q="flood relief")
    assert "<mark>Flood</mark> <mark>relief</mark> &lt;b&gt;came" in text
    assert "1 result" in text


def test_the_page_says_what_was_understood(client):
    text = page(client, q="flood -karachi note:x the")
    assert "Understood as:" in text
    assert "is no filter that the archive knows" in text
    assert "is in nearly every article" in text


def test_what_was_understood_is_what_was_searched_for(client):
    text = page(client, q="the flood source:nowhere")
    told = text.partition("Understood as:")[2].partition("</p>")[0]
    assert "from the source" not in told
    assert "nowhere" in told
    assert ">the<" not in told


def test_facets_lead_to_choosing_and_to_leaving_out(client):
    text = page(client, q="flood")
    assert 'href="/search/?q=flood&amp;category=world-news"' in text
    assert 'href="/search/?q=flood&amp;category=-sport"' in text


def test_choices_are_any_of_each_facet_and_show_as_chips(client):
    text = page(client, category=["world-news", "sport"], lang="en")
    assert "2 results" in text
    assert "Remove filter: Sport" in text
    assert "1 result" in page(client, q="flood", category="-sport")


def test_bars_lead_to_their_own_days(client):
    text = page(client, q="flood")
    assert 'href="/search/?q=flood&amp;from=2013&amp;to=2013"' in text


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({"category": "nowhere"}, "There is no category"),
        ({"source": "nowhere"}, "There is no source"),
        ({"lang": "xx"}, "knows no language"),
        ({"from": "soon"}, "Write a year"),
        ({"from": "2014", "to": "2013"}, "ends before it begins"),
        ({"q": "a" * 1001}, "1,001 characters"),
        ({"q": "a " * 41}, "41 words and conditions"),
    ],
)
def test_bad_input_is_named_and_refused(client, parameters, said):
    assert said in page(client, 400, **parameters)


@pytest.mark.parametrize(("name", "value"), [("q", "a " * 41), ("from", "soon")])
def test_an_error_stands_once_and_its_field_names_it(client, name, value):
    text = page(client, 400, **{name: value})
    assert text.count(f'id="{name}-error"') == 1
    assert f'aria-invalid="true" aria-describedby="{name}-error"' in text
    assert text.count("Write a year") + text.count("41 words") == 1


@pytest.mark.parametrize(
    ("parameters", "status"),
    [
        ({}, 200),
        ({"q": "flood", "category": "-sport"}, 200),
        ({"q": "flod"}, 200),
        ({"q": "a " * 41, "from": "soon", "to": "later", "lang": "xx"}, 400),
        ({"added_from": "soon", "document_to": "later"}, 400),
    ],
)
def test_no_id_stands_twice_and_each_is_there_that_is_referred_to(
    client, parameters, status
):
    text = page(client, status, **parameters)
    ids = re.findall(r'\sid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'\s(?:for|aria-[a-z]+by)="([^"]+)"', text)) <= set(ids)


@pytest.mark.parametrize("name", ["page", "before", "after", "sort"])
@pytest.mark.parametrize("value", ["0", "x", "99999", "2025-04-18.1", "2025-13-01.1"])
def test_a_page_that_there_is_not_is_no_error(client, name, value):
    page(client, q="flood", **{name: value})


def test_a_search_that_finds_nothing_shows_ways_on(client):
    text = page(client, q="flod", category="sport")
    assert "No article matches" in text
    assert 'href="/search/?q=flood&amp;category=sport"' in text
    assert "Browse the archive" in text


def test_many_results_are_counted_apart(client, monkeypatch):
    monkeypatch.setattr(counting, "COUNTED", 1)
    text = page(client, q="flood")
    assert "More than 1 results" in text
    assert 'href="/search/?q=flood&amp;counts=exact"' in text
    assert "2 results" in page(client, q="flood", counts="exact")
    answer = client.get("/search/?q=flood", headers={"X-Fragment": "counts"})
    assert 'id="facets"' in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_a_choice_of_few_is_counted_apart_where_it_was_made_of_many(
    client, monkeypatch
):
    monkeypatch.setattr(counting, "COUNTED", 1)
    text = page(client, q="flood", category="sport")
    assert "1 result<" in text
    assert "counts=exact" in text


def test_what_is_not_counted_yet_has_its_axis(client, monkeypatch):
    monkeypatch.setattr(counting, "COUNTED", 1)
    text = page(client, q="flood")
    assert ">2013</span>" in text
    assert "2014: 0 results" not in text
    counted = page(client, q="flood", counts="exact")
    assert "2014: 0 results" in counted
    assert text.count("data-from=") == counted.count("data-from=") == 13


def test_what_takes_too_long_to_count_is_told_where_it_would_stand(client, monkeypatch):
    def counts(_search):
        raise SearchTooCostlyError

    monkeypatch.setattr(counting, "counts", counts)
    assert page(client, q="flood").count("counting it took too long") == 2
    for headers in ({}, {"X-Fragment": "counts"}):
        answer = client.get("/search/?q=flood", headers=headers)
        assert answer["Cache-Control"] == "public, max-age=60"
        assert "ETag" not in answer


def test_ways_on_that_take_too_long_are_left_out_and_tried_again_soon(
    client, monkeypatch
):
    def repair(_engine, _request):
        raise SearchTooCostlyError

    assert "ETag" in client.get("/search/?q=zebra")
    monkeypatch.setattr(results, "repair", repair)
    answer = client.get("/search/?q=zebra")
    assert "Browse the archive" in answer.content.decode()
    assert answer["Cache-Control"] == "public, max-age=60"
    assert "ETag" not in answer


def test_of_many_years_every_other_one_is_named(client):
    assert ">2015</span>" in page(client, q="flood")
    make_article(body="Flood.", published_on=date(1990, 1, 1))
    text = page(client, q="flood")
    assert ">2014</span>" in text
    assert ">2015</span>" not in text
    assert "2015: 0 results" in text


def test_words_that_find_nothing_stand_in_their_script(client):
    assert '<span lang="ur">ناپید</span>' in page(client, q="ناپید")
    assert '<span lang="en">&lt;i&gt; xyzzy</span>' in page(client, q="<i> xyzzy")


def test_more_fields_become_one_address(client):
    fields = {"q": "flood", "phrase": "relief came", "none": "goals"}
    answer = client.get("/search/", fields)
    assert answer.status_code == 302
    assert "1 result" in client.get(answer.url).content.decode()


def test_suggestions_say_kind_language_and_address(client):
    answer = client.get("/search/suggestions/", {"q": "sport"}).json()
    (suggestion,) = answer["suggestions"]
    assert suggestion == {
        "kind": "category",
        "label": "Sport",
        "language": "en",
        "direction": "ltr",
        "address": "/category/sport/",
    }


def test_the_number_of_queries_does_not_grow_with_the_hits(
    client, django_assert_max_num_queries
):
    for number in range(15):
        make_article(headline=f"Flood {number}", categories=(make_category("Sport"),))
    with django_assert_max_num_queries(40):
        page(client, q="flood")
