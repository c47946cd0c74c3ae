from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.formats import date_format
from pytest_django.asserts import assertContains, assertNotContains

from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db

NEWEST = date(2025, 4, 18)


def make_days(count, *, articles=1):
    for number in range(count):
        day = NEWEST - timedelta(days=number)
        for place in range(articles):
            make_article(headline=f"Story {place} of {day}", published_on=day)


def test_an_empty_archive_welcomes_its_first_editor(client):
    page = client.get("/")
    assertContains(page, "The archive is empty.")
    assertContains(page, "Editors can add the first snippet.")
    assertContains(page, 'href="/admin/"')


def test_drafts_and_withdrawn_articles_leave_the_archive_empty(client):
    make_article(headline="Not yet", state="draft")
    make_article(headline="No more", state="withdrawn", withdrawn_reason="An error.")
    assertContains(client.get("/"), "The archive is empty.")


def test_the_newest_three_days_stand_on_the_front_page(client):
    make_days(4, articles=3)
    page = client.get("/")
    assertContains(page, "Friday, 18 April 2025")
    assertContains(page, "Story 0 of 2025-04-16")
    assertNotContains(page, "Story 0 of 2025-04-15")


@pytest.mark.parametrize(("articles", "days"), [(1, 9), (2, 5)])
def test_days_with_little_are_followed_by_more(client, articles, days):
    make_days(11, articles=articles)
    page = client.get("/")
    assertContains(page, '<section class="day"', count=days)
    last = NEWEST - timedelta(days=days - 1)
    assertContains(page, f'href="?before={last}"')


def test_the_newest_day_has_a_lead_and_six_and_a_link_to_all(client):
    make_days(1, articles=9)
    page = client.get("/")
    assertContains(page, "<h3>", count=7)
    assertContains(page, 'class="story story--lead"', count=1)
    assertContains(page, "All 9 articles")
    assertContains(page, 'href="/2025/04/18/"')


def test_a_day_with_one_article_says_so(client):
    make_days(1)
    assertContains(client.get("/"), ">1 article</a>")


def test_earlier_days_follow_the_last_day_shown(client):
    make_days(5, articles=3)
    page = client.get("/")
    assertContains(page, 'href="?before=2025-04-16"')
    earlier = client.get("/?before=2025-04-16")
    assertContains(earlier, "Story 0 of 2025-04-15")
    assertNotContains(earlier, "Story 0 of 2025-04-16")
    assertContains(earlier, "Newest days")
    assertContains(earlier, '<meta name="robots" content="noindex">')


def test_before_all_articles_there_is_a_way_back(client):
    make_days(1)
    page = client.get("/?before=1999-01-01")
    assertContains(page, "Nothing from earlier days.")
    assertContains(page, "Newest days")


def test_what_is_no_day_shows_the_newest(client):
    make_days(1)
    page = client.get("/?before=yesterday")
    assertContains(page, "Story 0 of 2025-04-18")
    assertContains(page, "Latest from the archive")
    assertNotContains(page, "Newest days")


def test_an_urdu_story_says_its_language_direction_and_date_in_an_english_page(client):
    snippets = make_category("Snippets", name_ur="مختصر خبریں")
    make_article(
        headline="لاہور کتب میلہ", language="ur", categories=(snippets,),
        source=make_source("riverpost.example"),
    )  # fmt: skip
    page = client.get("/")
    assertContains(page, '<html lang="en" dir="ltr">')
    assertContains(page, '<article class="story story--lead" lang="ur" dir="rtl">')
    assertContains(page, '<bdi lang="ur" dir="rtl">مختصر خبریں</bdi>')
    assertContains(page, '<bdi lang="en" dir="ltr">riverpost.example</bdi>')


def test_the_largest_categories_stand_beside_the_days_with_their_counts(client):
    world, sport = make_category("World"), make_category("Sport")
    for _ in range(2):
        make_article(categories=(world,))
    make_article(categories=(sport,))
    text = client.get("/").content.decode()
    rail = text[text.index('class="rail"') :]
    assert rail.index("World") < rail.index("Sport")
    assert '<span class="num">2</span>' in rail
    assert 'href="/category/"' in rail


def test_a_long_opening_ends_at_a_word(client):
    make_article(body="Harbour " * 60)
    assertContains(client.get("/"), "Harbour …</p>")


def test_a_hostile_headline_is_text(client):
    make_article(headline="<script>alert(1)</script>")
    page = client.get("/")
    assertContains(page, "&lt;script&gt;alert(1)&lt;/script&gt;")
    assertNotContains(page, "<script>alert")


def test_years_are_a_ruler_that_leads_to_each(client):
    make_days(2)
    make_article(published_on=date(2023, 1, 1))
    page = client.get("/")
    assertContains(page, '<nav aria-label="Browse by year">')
    assertContains(page, '<a href="/2025/" title="2 articles" class="in">')
    assertContains(page, '<a href="/2023/" title="1 article">')
    assertContains(page, '<span class="none">', count=1)


def test_the_month_of_the_newest_day_is_a_calendar(client):
    make_days(2, articles=3)
    page = client.get("/")
    assertContains(
        page, '<a href="/2025/04/">April 2025</a> <span class="num">6</span>'
    )
    assertContains(page, '<a href="/2025/04/17/" title="3 articles">17</a>')
    assertContains(page, "All of 2025")


def test_the_page_says_how_much_there_is_and_since_when(client):
    make_days(2)
    make_article(published_on=date(2009, 1, 1))
    page = client.get("/")
    assertContains(page, "3 articles since 2009")
    assertContains(page, 'placeholder="Search 3 articles"')


def test_this_day_in_earlier_years_stands_beside_the_days(client):
    today = timezone.localdate()
    for years in (0, 4, 8, 12, 16):
        day = today.replace(year=today.year - years)
        make_article(published_on=day, headline=f"سرخی {years}", language="ur")
    rail = client.get("/").content.decode().partition('class="rail"')[2]
    assert f"On this day, {date_format(today, 'j F')}" in rail
    assert 'lang="ur" dir="rtl">سرخی 4</a>' in rail
    assert "سرخی 12" in rail
    assert "سرخی 16" not in rail
    assert "سرخی 0" not in rail
    assert f'href="/on-this-day/{today:%m/%d}/"' in rail


def test_without_earlier_years_of_this_day_the_rail_says_nothing_of_it(client):
    make_article(published_on=timezone.localdate())
    assertNotContains(client.get("/"), "On this day, ")
