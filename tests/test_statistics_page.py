"""Statistics are what counting anew would give, and each says what it is a part of."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.db.models import Count
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains

from articles.models import Article, Category, ImportBatch
from articles.statistics import statistics
from articles.templatetags.statistics import share_of
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db

DAY = date(2025, 4, 18)


@pytest.fixture
def _archive():
    world, sport = make_category("World"), make_category("کھیل")
    make_category("Unused")
    for number in range(12):
        make_article(
            published_on=DAY - timedelta(days=100 * number),
            language="ur" if number % 4 == 0 else "en",
            categories=(world, sport) if number % 3 else (sport,),
            source=make_source("Paper") if number < 5 else None,
        )
    make_article(published_on=DAY, categories=(world,))
    hidden = {"published_on": date(1990, 1, 1), "source": make_source("Hidden")}
    make_article(state="draft", categories=(world,), **hidden)
    make_article(state="withdrawn", withdrawn_reason="x", language="sd", **hidden)


def recounted(field):
    counted = Article.objects.published().order_by().values_list(field)
    return dict(counted.annotate(Count("pk")))


def told(parts):
    return {part.of: part.count for part in parts}


@pytest.mark.usefixtures("_archive")
def test_statistics_are_what_a_recount_gives():
    found = statistics()
    public = Article.objects.published()
    assert found.total == public.count() == 13
    assert told(found.years) == recounted("published_on__year")
    assert told(found.languages) == recounted("language")
    assert {part.of.pk: part.count for part in found.categories.largest} == recounted(
        "categories"
    )
    assert found.categories.count == Category.objects.count() == 3
    assert found.categories.used == 2
    assert found.sources.articles == public.filter(source__isnull=False).count()
    assert (found.sources.count, found.sources.used) == (2, 1)
    days = set(public.values_list("published_on", flat=True))
    assert (found.days.first, found.days.last) == (min(days), DAY)
    assert (found.days.used, found.days.count) == (len(days), 1101)


@pytest.mark.usefixtures("_archive")
def test_the_largest_come_first_with_bars_beside_their_numbers():
    categories = statistics().categories.largest
    assert [(str(part.of), part.width) for part in categories] == [
        ("کھیل", 100),
        ("World", 75),
    ]
    assert all(part.whole == 13 for part in categories)


@pytest.mark.usefixtures("_archive")
def test_the_page_says_what_each_number_is_a_part_of(client):
    with CaptureQueriesContext(connection) as queries:
        page = client.get("/about/statistics/")
    assert len(queries) == 6
    english = '10 of 13 articles in <bdi lang="en" dir="ltr">English</bdi>, 77\u00a0%'
    assertContains(page, english)
    assertContains(page, '3 of 13 articles in <bdi lang="ur" dir="rtl">اردو</bdi>')
    assertContains(page, "5 of 13 articles with a source, 38\u00a0%")
    assertContains(page, "1 of 2 sources with articles, 50\u00a0%")
    assertContains(page, "2 of 3 categories with articles, 67\u00a0%")
    days = (
        "12 of 1,101 days from 14 April 2022 to 18 April 2025 with articles, 1\u00a0%"
    )
    assertContains(page, days)
    assertContains(page, '<bdi lang="ur" dir="rtl">کھیل</bdi>')
    assertContains(page, '<rect width="75" height="1"/>')
    assertContains(page, "13 articles, 2022 to 2025</span>")


def test_only_the_fifty_largest_are_listed(client):
    for number in range(51):
        make_article(categories=(make_category(f"Category {number:02}"),))
    make_article(categories=(make_category("Category 50"),))
    found = statistics().categories
    assert (found.used, len(found.largest)) == (51, 50)
    assert str(found.largest[0].of) == "Category 50"
    assertContains(client.get("/about/statistics/"), "The largest 50")


def test_the_last_imports_lead_to_all_of_them(client):
    make_article()
    for number in range(7):
        ImportBatch.objects.create(stored=number)
    page = client.get("/about/statistics/")
    assert [batch.stored for batch in statistics().imports] == [6, 5, 4, 3, 2]
    assertContains(page, '<a class="fwd" href="/imports/">What was added when</a>')


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/about/statistics/", "The archive is empty."),
        ("/ur/about/statistics/", "آرکائیو خالی ہے۔"),
    ],
)
def test_an_empty_archive_has_no_statistics(client, path, words):
    make_article(state="draft")
    assertContains(client.get(path), words)


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (0, 0, "0 %"),
        (0, 5, "0 %"),
        (5, 5, "100 %"),
        (31_240, 48_213, "65 %"),
        (999, 1000, "99 %"),
        (1, 1000, "under 1 %"),
    ],
)
def test_a_share_is_never_rounded_to_nothing_or_all(part, whole, words):
    assert share_of(part, whole).replace("\u00a0", " ") == words
