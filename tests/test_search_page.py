from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from articles import search
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db


def test_words_found_are_marked_in_headline_and_text(client):
    make_article(headline="Harbour reopens", body="The harbour was shut for a week.")
    make_article(headline="Elsewhere")
    page = client.get("/search/?q=harbour")
    assertContains(page, "1 result ")
    assertContains(page, "<mark>Harbour</mark> reopens")
    assertContains(page, "… <mark>harbour</mark> was shut for a week …</p>")
    assertContains(page, "for <q><bdi>harbour</bdi></q>")
    assertNotContains(page, "Elsewhere")


def test_markup_in_a_story_that_is_found_is_text(client):
    make_article(headline="<img src=x> harbour", body="<b>harbour</b> & quay")
    page = client.get("/search/?q=harbour")
    assertNotContains(page, "<img")
    assertNotContains(page, "<b>")
    assertContains(page, "&lt;img")


def test_without_words_the_filters_work_alone(client):
    make_article(headline="In April")
    make_article(headline="In May", published_on=date(2025, 5, 1))
    page = client.get("/search/?from=2025-04&to=2025-04-30")
    assertContains(page, "In April")
    assertContains(page, "Body")
    assertNotContains(page, "In May")


def test_active_filters_are_chips_that_remove_themselves(client):
    make_article(categories=(make_category(),), source=make_source())
    page = client.get(
        "/search/?q=body&from=2024&to=2025&category=world&source=example-times&lang=en"
    )
    text = page.content.decode()
    chips = text[text.index('class="chips"') :].partition("</ul>")[0]
    for link, name in [
        (
            "?q=body&amp;category=world&amp;source=example-times&amp;lang=en",
            "2024–2025",
        ),
        (
            "?q=body&amp;from=2024&amp;to=2025&amp;source=example-times&amp;lang=en",
            "World",
        ),
        (
            "?q=body&amp;from=2024&amp;to=2025&amp;category=world&amp;lang=en",
            "Example Times",
        ),
    ]:
        assert f'<a href="{link}" aria-label="Remove filter: {name}">' in chips
    assert '<a class="clear" href="?q=body">' in chips


@pytest.mark.parametrize(
    ("query", "span"),
    [
        ("from=2024", "From 2024"),
        ("to=2024", "To 2024"),
        ("from=2025-04-18&to=2025-04-18", "18 April 2025"),
        ("from=2025&to=2025", "2025"),
        ("from=2024-02&to=2025-04", "1 February 2024–30 April 2025"),
    ],
)
def test_the_days_that_are_searched_are_named_in_few_words(client, query, span):
    assertContains(client.get(f"/search/?{query}"), f"Remove filter: {span}")


@pytest.mark.parametrize(
    ("query", "field", "words"),
    [
        ("from=yesterday", "from", "Write a year, a month or a day"),
        ("to=2025-13", "to", "Write a year, a month or a day"),
        ("from=2025&to=2024", "to", "The span ends before it begins."),
        ("category=nothing", "category", "Select a valid choice."),
        ("source=nothing", "source", "Select a valid choice."),
        ("lang=xx", "lang", "Select a valid choice."),
    ],
)
def test_what_cannot_be_searched_is_said_by_its_field(client, query, field, words):
    page = client.get(f"/search/?q=harbour&{query}")
    assertContains(page, words, status_code=400)
    assertContains(page, f'aria-describedby="{field}-error"', status_code=400)
    assertContains(page, f'id="{field}-error"', status_code=400)
    assertContains(page, 'value="harbour"', status_code=400)


def test_no_result_offers_to_drop_each_filter(client):
    make_article(categories=(make_category(),))
    page = client.get("/search/?q=nowhere&category=world&lang=ur")
    assertContains(page, "No article matches <q><bdi>nowhere</bdi></q>")
    assertContains(page, 'href="?q=nowhere&amp;lang=ur"')
    assertContains(page, "All categories, not only")
    assertContains(page, "All languages, not only")


def test_no_result_without_filters_suggests_other_words(client):
    page = client.get("/search/?q=nowhere")
    assertContains(page, "Fewer or other words may find it.")
    assertContains(page, "Browse the archive by date")


def test_a_category_beyond_those_offered_stays_chosen(client, monkeypatch):
    monkeypatch.setattr("articles.views.searches.OFFERED_CATEGORIES", 1)
    for _ in range(2):
        make_article(categories=(make_category("World"),))
    make_article(categories=(make_category("Sport"),))
    page = client.get("/search/?category=sport")
    assertContains(page, '<option value="sport" selected lang="en" dir="ltr">Sport')
    assertContains(page, '<option value="world" lang="en" dir="ltr">World')


def test_a_great_many_results_are_not_counted_to_the_end(client, monkeypatch):
    monkeypatch.setattr(search, "COUNTED", 2)
    monkeypatch.setattr(search, "RARE", 1)
    for number in range(3):
        make_article(headline=f"Harbour {number}")
    assertContains(client.get("/search/"), "More than 2 results")
    found = client.get("/search/?q=harbour")
    assertContains(found, "More than 2 results")
    assertContains(found, "<article", count=3)


def test_further_pages_keep_what_is_asked(client):
    for number in range(25):
        make_article(headline=f"Harbour {number}")
    page = client.get("/search/?q=harbour&lang=en")
    older = page.context["page"].older
    assertContains(page, f'href="?q=harbour&amp;lang=en&amp;before={older}"')
    assertContains(
        client.get(f"/search/?q=harbour&before={older}"), "<article", count=5
    )


def test_an_urdu_word_finds_urdu_articles(client):
    make_article(headline="یوکرین امن مذاکرات", language="ur")
    page = client.get("/search/", {"q": "مذاکرات"})
    assertContains(page, "<mark>مذاکرات</mark>")
    assertContains(page, 'lang="ur" dir="rtl"')


def test_the_page_is_not_indexed(client):
    assertContains(client.get("/search/"), '<meta name="robots" content="noindex">')


def test_a_number_is_found_in_the_digits_of_either_script(client):
    make_article(headline="The 120 steps", body="Of stone.")
    make_article(headline="۱۲۰ سیڑھیاں", body="پتھر کی۔", language="ur")
    for number in ("120", "۱۲۰"):
        assertContains(client.get("/search/", {"q": number}), "<article", count=2)
