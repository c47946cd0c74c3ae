from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains

from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db


def test_the_categories_stand_in_the_order_of_their_names_with_counts(client):
    world, culture = make_category("World"), make_category("Culture")
    make_category("Without any")
    for number in range(3):
        make_article(categories=(world, culture) if number else (world,))
    page = client.get("/category/")
    text = page.content.decode()
    assert text.index("Culture") < text.index("World")
    assertContains(page, "<td>3</td>")
    assertContains(page, "<td>2</td>")
    assertContains(page, '<time datetime="2025-04">April 2025</time>')
    assertNotContains(page, "Without any")


@pytest.mark.parametrize(
    ("address", "words"),
    [("/category/", "No categories yet."), ("/source/", "No sources yet.")],
)
def test_an_empty_archive_has_no_labels(client, address, words):
    assertContains(client.get(address), words)


def test_the_sources_stand_with_their_counts(client):
    source = make_source("riverpost.example")
    make_article(source=source)
    page = client.get("/source/")
    assertContains(page, f'href="{source.get_absolute_url()}"')
    assertContains(page, '<bdi lang="en" dir="ltr">riverpost.example</bdi>')
    assertContains(page, "<td>1</td>")


def test_a_category_shows_its_count_and_its_stories_with_dates(client):
    world = make_category("World")
    make_article(headline="Harbour reopens", categories=(world,))
    make_article(headline="Elsewhere")
    page = client.get("/category/world/")
    assertContains(page, "1 article")
    assertContains(page, "Harbour reopens")
    assertContains(page, '<time datetime="2025-04-18" dir="auto">18 April 2025</time>')
    assertNotContains(page, "Elsewhere")


def test_a_category_without_public_articles_says_so(client):
    world = make_category("World")
    make_article(headline="Not yet", categories=(world,), state="draft")
    page = client.get("/category/world/")
    assertContains(page, "Nothing here yet.")
    assertNotContains(page, "Not yet")


def test_a_source_links_to_its_homepage(client):
    source = make_source("riverpost.example", homepage="https://www.riverpost.example/")
    make_article(source=source)
    page = client.get(source.get_absolute_url())
    assertContains(page, 'href="https://www.riverpost.example/" rel="external"')


def test_older_and_newer_pages_show_each_story_once(client):
    world = make_category("World")
    for number in range(45):
        day = date(2025, 4, 18) - timedelta(days=number // 3)
        make_article(
            headline=f"Story {number:02}!", published_on=day, categories=(world,)
        )
    first = client.get("/category/world/")
    assertContains(first, "Older")
    assertNotContains(first, "Newer")
    second = client.get(f"/category/world/?before={first.context['page'].older}")
    third = client.get(f"/category/world/?before={second.context['page'].older}")
    shown = [
        article.headline
        for page in (first, second, third)
        for article in page.context["page"].articles
    ]
    assert len(shown) == len(set(shown)) == 45
    assertContains(second, "Newer")
    assertNotContains(third, "Older")
    back = client.get(f"/category/world/?after={third.context['page'].newer}")
    assert back.context["page"].articles == second.context["page"].articles


def test_a_page_beyond_the_last_leads_back(client):
    world = make_category("World")
    make_article(categories=(world,))
    page = client.get("/category/world/?before=1999-01-01.1")
    assertContains(page, "There is nothing on this page.")
    assertContains(page, 'href="/category/world/">Newest articles')


def test_the_years_of_a_category_lead_to_their_articles(client):
    world = make_category("World")
    for year, count in (2009, 1), (2010, 22), (2012, 4), (2025, 1):
        for _number in range(count):
            make_article(published_on=date(year, 6, 1), categories=(world,))
    page = client.get("/category/world/")
    assertContains(page, '<a href="/category/world/" title="1 article" aria-curr')
    assertContains(page, '<a href="?before=2013-01-01.0" title="4 articles">')
    assertContains(page, '<span class="tick">2011</span>')
    year = client.get("/category/world/?before=2011-01-01.0")
    assert {a.published_on.year for a in year.context["page"].articles} == {2010}
    assertContains(year, 'title="22 articles" aria-current="true"')
    assertContains(year, "Newer")
    assertContains(year, '<meta name="robots" content="noindex">')


def test_more_than_sixty_years_are_shown_by_decades(client):
    world = make_category("World")
    for year in (1947, 2025):
        make_article(published_on=date(year, 8, 14), categories=(world,))
    page = client.get("/category/world/")
    first = '<a href="?before=1950-01-01.0" title="1 article">'
    assertContains(page, first)
    assert len(page.context["ruler"].bars) == 9


def test_a_category_leads_to_its_articles_in_each_language(client):
    make_article(categories=(make_category("World"),), source=make_source("Paper"))
    for kind, slug in ("category", "world"), ("source", "paper"):
        page = client.get(f"/{kind}/{slug}/")
        address = f"/search/?{kind}={slug}&amp;lang=ur"
        link = f'<a rel="nofollow" href="{address}" lang="ur" dir="rtl">اردو</a>'
        assertContains(page, link)
        assertContains(page, f'href="/search/?{kind}={slug}&amp;lang=en" lang="en"')
        assertContains(client.get(f"/ur/{kind}/{slug}/"), f'href="/ur{address}"')


@pytest.mark.parametrize("address", ["/category/", "/source/"])
def test_a_list_costs_three_queries_and_a_page_seven(client, address):
    for number in range(25):
        labels = (make_category(f"Category {number}"), make_category("World"))
        day = date(2000 + number, 1, 1)
        make_article(
            published_on=day, categories=labels, source=make_source(f"Paper {number}")
        )
        make_article(published_on=day, source=make_source("World"))
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    assert len(queries) == 3
    for place in "", "?before=2014-01-01.0", "?after=2003-01-01.0":
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"{address}world/{place}").context["page"].articles
        assert len(queries) <= 7


def test_an_urdu_category_has_an_address_in_urdu(client):
    culture = make_category("ثقافت")
    make_article(categories=(culture,))
    page = client.get("/category/ثقافت/")
    assertContains(page, '<bdi lang="ur" dir="rtl">ثقافت</bdi>')
    assertContains(page, "https://archive.example/category/%D8%AB")


@pytest.mark.parametrize("address", ["/category/nothing/", "/source/nothing/"])
def test_labels_that_are_not_there_are_no_pages(client, address):
    assert client.get(address).status_code == 404


def test_a_hostile_name_is_text(client):
    make_article(source=make_source("<b>Times</b>"))
    assertContains(client.get("/source/"), "&lt;b&gt;Times&lt;/b&gt;")
