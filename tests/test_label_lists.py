"""The lists of categories and sources: by letter, in both scripts, with ten years."""

import re
from datetime import date

import pytest
from django.utils import translation

from articles.labels.listing import categories, sources
from articles.labels.sparks import spark
from articles.models import Category, Source
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db


def make_named(*names, **fields):
    for name in names:
        make_article(categories=(make_category(name),), **fields)


def by_letter(edition):
    return [
        (letter.letter, [row.name for row in letter.rows])
        for letter in categories(edition).letters
    ]


def test_each_script_has_its_letters_and_an_edition_its_own_first():
    make_named("World", "arts", "یورپ", "پاکستان", "آرا", "اداریہ", "Émigrés", "2024")
    make_category("culture", name_ur="ثقافت")
    make_named("culture")
    latin = [("A", ["arts"]), ("E", ["Émigrés"]), ("W", ["World"])]
    urdu = [("ا", ["آرا", "اداریہ"]), ("پ", ["پاکستان"]), ("ی", ["یورپ"])]
    figures = [("0–9", ["2024"])]
    both = sorted([*latin, ("C", ["culture"])])
    assert [
        (letter, sorted(names)) for letter, names in by_letter("en")
    ] == both + urdu + figures
    with_culture = [*urdu[:2], ("ث", ["ثقافت"]), urdu[2]]
    assert [
        (letter, sorted(names)) for letter, names in by_letter("ur")
    ] == with_culture + latin + figures


def test_every_name_of_a_letter_stands_together_and_none_is_lost():
    names = [
        "“Quoted”",
        "quiet",
        "Zoo",
        "(Quay)",
        "!!!",
        "東京",
        "a b",
        "ab",
        "9 lives",
    ]
    make_named(*names)
    letters = [letter for letter, _names in by_letter("en")]
    assert letters == ["A", "Q", "Z", "東", "0–9", "#"]
    assert sorted(name for _letter, some in by_letter("en") for name in some) == sorted(
        names
    )


def test_few_names_need_no_letters_and_many_have_a_way_to_each(client):
    make_named("World", "دنیا")
    assert "letter-" not in client.get("/category/").text
    make_named(*(f"{chr(97 + number % 20)} {number}" for number in range(40)))
    page = client.get("/category/").text
    targets = re.findall(r'href="#(letter-[^"]+)"', page)
    assert len(targets) == 22
    assert 'href="#letter-%D8%AF" lang="ur" dir="rtl">د</a>' in page
    assert (
        'id="letter-د" scope="rowgroup" colspan="4"><bdi lang="ur" dir="rtl">د' in page
    )
    assert 'id="letter-W"' in page


@pytest.mark.parametrize("edition", ["en", "ur"])
def test_a_name_leads_to_its_page(edition):
    for name in "World", "آثار قدیمہ", "C++ & 100%", "Mother's day":
        world = make_category(name)
        make_article(categories=(world,), source=make_source(name))
    with translation.override(edition):
        for listing, labels in (categories, Category), (sources, Source):
            rows = [row for letter in listing(edition).letters for row in letter.rows]
            addresses = {each.get_absolute_url() for each in labels.objects.all()}
            assert {row.address for row in rows} == addresses


def test_a_list_says_what_is_in_public_and_when_it_last_was():
    world = make_category("World")
    for day in date(2025, 4, 18), date(2025, 3, 1), date(1999, 1, 1):
        make_article(published_on=day, categories=(world,))
    hidden = {"state": "draft", "published_on": date(2026, 1, 1)}
    make_article(categories=(world,), **hidden)
    make_named("Draft", **hidden)
    listing = categories("en")
    (row,) = listing.letters[0].rows
    assert (row.count, row.last_month) == (3, ("April 2025", "2025-04"))
    assert (listing.first_year, listing.last_year) == (2016, 2025)
    assert row.spark == "M19 12v-12"


@pytest.mark.parametrize(
    ("years", "path"),
    [
        ({}, ""),
        ({2010: 5, 1990: 7}, ""),
        ({2025: 1}, "M19 12v-12"),
        ({2016: 1, 2017: 1000, 2020: 500}, "M1 12v-1M3 12v-12M9 12v-6"),
    ],
)
def test_a_spark_is_a_bar_for_each_of_ten_years(years, path):
    assert spark(years, 2025) == path


def test_the_sparks_of_all_are_of_the_same_years(client):
    make_named("Old", published_on=date(2016, 1, 1))
    make_named("New", published_on=date(2025, 1, 1))
    page = client.get("/category/").text
    assert re.findall(r'<path d="([^"]+)"', page) == ["M19 12v-12", "M1 12v-12"]
    assert '<span dir="ltr">2016–2025</span>' in page
    assert 'aria-hidden="true"><path' in page
