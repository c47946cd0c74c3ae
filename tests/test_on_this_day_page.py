from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from articles.models import State
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def on(day, **fields):
    return make_article(published_on=date.fromisoformat(day), **fields)


def test_a_day_goes_through_the_years_with_the_newest_first(client):
    for year in (2010, 2025, 2021):
        on(f"{year}-04-18", headline=f"Story of {year}")
    on("2025-04-19", headline="Story of another day")
    text = client.get("/on-this-day/04/18/").content.decode()
    places = [text.index(f"Story of {year}") for year in (2025, 2021, 2010)]
    assert places == sorted(places)
    assert text.count("<h2") == 3
    assert '<time datetime="2021-04-18">2021</time>' in text
    assert "Story of another day" not in text


def test_a_year_shows_some_of_its_articles_and_a_link_to_all(client):
    for number in range(7):
        on("2025-04-18", headline=f"Story {number}")
    page = client.get("/on-this-day/04/18/")
    assertContains(page, "<article", count=5)
    assertContains(page, "All 7 articles")
    assertContains(page, 'href="/2025/04/18/"')
    assertNotContains(page, "Story 1")


def test_the_more_years_there_are_the_fewer_articles_has_each(client):
    for year in range(1900, 1980):
        on(f"{year}-04-18")
        on(f"{year}-04-18")
    page = client.get("/on-this-day/04/18/")
    assertContains(page, "<article", count=80)


def test_an_urdu_headline_says_its_language_and_direction(client):
    on("2025-04-18", headline="لاہور کتب میلہ", language="ur")
    page = client.get("/on-this-day/04/18/")
    assertContains(page, '<article class="story" lang="ur" dir="rtl">')


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        ("04/18", "04/17", "04/19"),
        ("12/31", "12/30", "01/01"),
        ("01/01", "12/31", "01/02"),
        ("03/01", "02/29", "03/02"),
        ("02/29", "02/28", "03/01"),
    ],
)
def test_each_day_leads_to_the_days_beside_it(client, day, before, after):
    page = client.get(f"/on-this-day/{day}/")
    assertContains(page, f'rel="prev" href="/on-this-day/{before}/"')
    assertContains(page, f'rel="next" href="/on-this-day/{after}/"')


def test_the_29th_of_february_has_the_leap_years(client):
    on("2024-02-29", headline="Leap story")
    on("1999-02-28", headline="Plain story")
    page = client.get("/on-this-day/02/29/")
    assertContains(page, "Leap story")
    assertNotContains(page, "Plain story")


def test_the_first_and_the_last_year_of_all_are_among_them(client):
    on("1500-01-01")
    on("2500-01-01")
    assertContains(client.get("/on-this-day/01/01/"), "<article", count=2)


def test_what_readers_cannot_see_is_not_shown(client):
    on("2025-04-18", headline="Not yet", state=State.DRAFT)
    page = client.get("/on-this-day/04/18/")
    assertContains(page, "No 18 April in the archive has an article yet.")
    assertContains(page, '<meta name="robots" content="noindex">')


def test_the_way_to_today_follows_the_clock(client, monkeypatch):
    today = date(2025, 2, 28)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: today)
    assertRedirects(client.get("/on-this-day/"), "/on-this-day/02/28/")


@pytest.mark.parametrize("day", ["02/30", "13/01", "00/10", "04/31", "4/18"])
def test_days_that_no_year_has_are_no_pages(client, day):
    assert client.get(f"/on-this-day/{day}/").status_code == 404


def test_the_urdu_edition_is_in_urdu_and_stays_there(client):
    on("2025-04-18", headline="Harbour closes")
    page = client.get("/ur/on-this-day/04/18/")
    assertContains(page, '<html lang="ur" dir="rtl">')
    assertContains(page, '<article class="story" lang="en" dir="ltr">')
    assertContains(page, 'href="/ur/on-this-day/04/19/">19 اپریل</a>')
    assertContains(client.get("/ur/on-this-day/04/20/"), "کسی بھی سال کے 20 اپریل")
    assert client.get("/ur/on-this-day/").url.startswith("/ur/on-this-day/")
