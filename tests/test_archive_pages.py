from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests.factories import make_article, make_category

pytestmark = pytest.mark.django_db


def on(*days, **fields):
    for day in days:
        make_article(published_on=date.fromisoformat(day), **fields)


def test_a_year_counts_its_months_and_links_to_them(client):
    on("2025-04-18", "2025-04-19", "2025-11-02")
    page = client.get("/2025/")
    assertContains(page, "3 articles")
    assertContains(page, '<a href="/2025/04/">April</a> <span class="num">2</span>')
    assertNotContains(page, 'href="/2025/05/"')


def test_a_year_is_twelve_calendars_whose_days_tell_how_much_there_is(client):
    on("2025-04-17", *["2025-04-18"] * 3)
    page = client.get("/2025/")
    assertContains(page, '<table class="cal">', count=12)
    link = '<a href="/2025/04/{}/" title="{}">{}</a>'
    one, three = link.format(17, "1 article", 17), link.format(18, "3 articles", 18)
    assertContains(page, f'<td class="l1">{one}</td>')
    assertContains(page, f'<td class="l3">{three}</td>')


def test_the_year_is_marked_among_all_years(client):
    on("2009-01-01", "2025-04-18")
    page = client.get("/2025/")
    assertContains(page, 'href="/2025/" title="1 article" aria-current="page"')
    assertContains(page, 'href="/2009/" title="1 article"')


def test_a_year_leads_on_to_the_years_that_have_articles(client):
    on("2009-01-01", "2020-06-01", "2025-04-18")
    page = client.get("/2020/")
    assertContains(page, '<a class="back" rel="prev" href="/2009/">2009</a>')
    assertContains(page, '<a class="fwd" rel="next" href="/2025/">2025</a>')


def test_an_empty_year_says_how_far_the_archive_reaches(client):
    on("2009-01-01", "2024-06-01")
    page = client.get("/2025/")
    assertContains(page, "Nothing from 2025.")
    assertContains(page, 'runs from <a href="/2009/">2009</a> to <a href="/2024/">2024')
    assertContains(page, 'rel="prev" href="/2024/"')


def test_an_empty_archive_has_empty_years(client):
    assertContains(client.get("/2025/"), "The archive is empty.")


def test_the_archive_begins_at_its_newest_year(client):
    on("2009-01-01", "2024-06-01")
    assertRedirects(client.get("/archive/"), "/2024/")


def test_a_month_shows_five_headlines_of_each_day_and_a_link_to_all(client):
    for number in range(7):
        make_article(headline=f"Story {number}", published_on=date(2025, 4, 18))
    on("2025-04-02", headline="Earlier story")
    page = client.get("/2025/04/")
    assertContains(page, "April 2025")
    assertContains(page, "8 articles")
    assertContains(page, "<h3>", count=6)
    assertContains(page, "All 7 articles")
    assertContains(page, "Story 2")
    assertNotContains(page, "Story 1")
    assertContains(page, "Wednesday, 2 April 2025")


def test_a_month_has_its_days_as_bars_and_as_a_calendar(client):
    on("2025-04-18")
    page = client.get("/2025/04/")
    assertContains(page, 'href="/2025/04/18/" title="1 article"', count=2)
    assertContains(page, '<span class="none">', count=29)
    assertContains(page, '<table class="cal">', count=1)


def test_a_month_leads_on_to_the_nearest_months(client):
    on("2024-12-31", "2025-04-18", "2025-07-01")
    page = client.get("/2025/04/")
    assertContains(page, 'rel="prev" href="/2024/12/">December 2024')
    assertContains(page, 'rel="next" href="/2025/07/">July 2025')


def test_an_empty_month_leads_to_the_nearest(client):
    on("2025-02-01")
    page = client.get("/2025/04/")
    assertContains(page, "Nothing from April 2025.")
    assertContains(page, 'href="/2025/02/">February 2025')


def test_a_day_shows_all_stories_and_leads_on_to_the_nearest_days(client):
    on("2025-04-16", "2025-04-18", "2025-04-18", "2025-04-20")
    page = client.get("/2025/04/18/")
    assertContains(page, "Friday, 18 April 2025")
    assertContains(page, "2 articles")
    assertContains(page, "<h2>Headline", count=0)
    assertContains(page, 'rel="prev" href="/2025/04/16/"')
    assertContains(page, 'rel="next" href="/2025/04/20/"')


def test_a_day_is_marked_in_its_month(client):
    on("2025-04-16", "2025-04-18")
    page = client.get("/2025/04/18/")
    assertContains(page, 'title="1 article" aria-current="page"', count=1)
    assertContains(page, 'title="1 article" aria-current="date">18</a>', count=1)
    assertContains(page, 'href="/2025/04/16/" title="1 article"', count=2)


def test_a_day_of_very_many_articles_is_not_gone_through_for_categories(
    client, monkeypatch
):
    monkeypatch.setattr("articles.views.archives.MOST_FOR_CATEGORIES", 2)
    on(*["2025-04-18"] * 3, categories=(make_category(),))
    assertNotContains(client.get("/2025/04/18/"), "Categories of the day")


def test_a_day_shows_its_largest_categories(client):
    many = tuple(make_category(f"Category {number}") for number in range(25))
    on("2025-04-18", categories=many)
    on("2025-04-18", categories=(make_category("Zoo"), many[0]))
    rail = client.get("/2025/04/18/").content.decode().partition('class="rail"')[2]
    assert rail.count("category=category-") == 20
    assert "category=zoo" not in rail


def test_very_many_pages_of_a_day_are_not_all_listed(client, monkeypatch):
    monkeypatch.setattr("articles.views.archives.DAY_PAGE_SIZE", 1)
    on(*["2025-04-18"] * 20)
    page = client.get("/2025/04/18/?page=10")
    assertContains(page, '<li><span aria-hidden="true">…</span></li>', count=2)
    assertContains(page, 'aria-label="Page 20"')
    assertNotContains(page, 'aria-label="Page 15"')


def test_a_day_counts_its_categories_and_links_to_its_articles_of_each(client):
    world = make_category("World")
    on("2025-04-18", "2025-04-18", "2025-04-17", categories=(world,))
    page = client.get("/2025/04/18/")
    link = "/search/?from=2025-04-18&amp;to=2025-04-18&amp;category=world"
    assertContains(page, f'href="{link}"')
    assertContains(page, '<span class="num">2</span>')


def test_a_day_beyond_30_articles_has_numbered_pages(client):
    on(*["2025-04-18"] * 33)
    page = client.get("/2025/04/18/")
    assertContains(page, "<article", count=30)
    assertContains(page, "1–30 of 33")
    assertContains(page, 'href="?page=2"')
    assertContains(client.get("/2025/04/18/?page=2"), "<article", count=3)


def test_an_empty_day_leads_to_the_nearest(client):
    on("2025-04-16")
    page = client.get("/2025/04/18/")
    assertContains(page, "Nothing from 18 April 2025.")
    assertContains(page, 'href="/2025/04/16/"')


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("/2025/4/", "/2025/04/"),
        ("/2025/4/18/", "/2025/04/18/"),
        ("/2025/04/8/", "/2025/04/08/"),
    ],
)
def test_dates_with_one_digit_lead_to_those_with_two(client, short, full):
    assertRedirects(client.get(short), full, status_code=301)


@pytest.mark.parametrize("address", ["/2025/02/30/", "/2025/13/", "/1066/", "/9999/"])
def test_days_that_no_article_can_have_are_no_pages(client, address):
    page = client.get(address, follow=True)
    assert page.status_code == 404
