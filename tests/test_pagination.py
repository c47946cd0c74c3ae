"""Pages of a category: each article once and in order, wherever one turns them."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from articles.pagination import PAGE_SIZE, paginate
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db

DAY = date(2025, 4, 18)
MANY = 520  # of one month: such are walked by day


def page_of(label=None, **parameters):
    label = label or make_category()
    request = RequestFactory().get("/", parameters)
    return paginate(request, label, label.counts.by_month())


def shown(page):
    return [article.pk for article in page.articles]


def in_order(made):
    return [a.pk for a in sorted(made, key=lambda a: (a.published_on, a.pk))][::-1]


def make_articles(count, days=1):
    """Articles of a category in the order in which they are shown, among others."""
    world = make_category()
    made = [
        make_article(
            published_on=DAY - timedelta(days=number % days), categories=(world,)
        )
        for number in range(count)
    ]
    for hidden in {"state": "draft"}, {"state": "withdrawn", "withdrawn_reason": "x"}:
        make_article(published_on=DAY, categories=(world,), **hidden)
    make_article(published_on=DAY)
    return in_order(made)


def make_many(count, source, category, days):
    """The same in two statements, of a source and a category."""
    some = [
        Article(
            headline=f"Story {source} {category} {number}",
            published_on=days[number % len(days)],
            source=source,
            state="published",
        )
        for number in range(count)
    ]
    made = Article.objects.bulk_create(some)
    filed = Article.categories.through
    filed.objects.bulk_create(
        [filed(article_id=article.pk, category_id=category.pk) for article in made]
    )
    return made


def turned(label=None):
    """All articles, page by page: down from the newest, and up from the last page."""
    down = [page_of(label)]
    while down[-1].older:
        down.append(page_of(label, before=down[-1].older))
    up = [down[-1]]
    while up[-1].newer:
        up.append(page_of(label, after=up[-1].newer))
    return (
        [key for page in down for key in shown(page)],
        [key for page in reversed(up) for key in shown(page)],
    )


def test_an_archive_without_articles_has_one_empty_page():
    page = page_of()
    assert (page.articles, page.newer, page.older) == ([], "", "")


def test_a_full_page_is_the_only_one():
    keys = make_articles(PAGE_SIZE)
    page = page_of()
    assert shown(page) == keys
    assert (page.newer, page.older) == ("", "")


@pytest.mark.parametrize("days", [1, 3, 70, 2000])
def test_every_article_is_on_one_page_whichever_way_one_turns_them(days):
    keys = make_articles(3 * PAGE_SIZE + 5, days)
    assert turned() == (keys, keys)


@pytest.mark.parametrize("kind", ["category", "source"])
def test_months_with_many_and_months_with_few_follow_each_other(kind):
    labels = {"source": make_source(), "category": make_category()}
    few = [DAY - timedelta(days=50 * number) for number in range(30)]
    day = date(2023, 8, 18)
    made = make_many(30, **labels, days=few)
    made += make_many(MANY, **labels, days=[day, day + timedelta(days=1)])
    make_many(100, make_source("Other"), make_category("Other"), days=[*few, day])
    keys = in_order(made)
    assert turned(labels[kind]) == (keys, keys)


def test_a_place_within_many_of_one_day_costs_what_any_does():
    world = make_category()
    make_many(MANY, make_source(), world, days=[DAY])
    earlier = make_many(3, make_source(), world, days=[date(1999, 1, 1)])
    lowest = Article.objects.filter(published_on=DAY).order_by("pk")[10]
    page = page_of(before=f"{DAY}.{lowest.pk}")
    assert len(page.articles) == 13
    assert shown(page)[10:] == in_order(earlier)
    assert page_of(after=f"{date(1999, 1, 1)}.{earlier[-1].pk}").newer


def test_only_the_first_page_has_none_before_it_and_the_last_none_after_it():
    make_articles(2 * PAGE_SIZE)
    first = page_of()
    last = page_of(before=first.older)
    assert (first.newer, bool(first.older)) == ("", True)
    assert (bool(last.newer), last.older) == (True, "")
    assert shown(page_of(after=last.newer)) == shown(first)


def test_new_articles_do_not_move_a_page():
    make_articles(2 * PAGE_SIZE + 1)
    place = page_of().older
    before = shown(page_of(before=place))
    for day in DAY, DAY + timedelta(days=1):
        make_article(published_on=day, categories=(make_category(),))
    assert shown(page_of(before=place)) == before


def test_a_place_says_its_day_and_number():
    keys = make_articles(PAGE_SIZE + 1)
    assert page_of().older == f"2025-04-18.{keys[PAGE_SIZE - 1]}"


@pytest.mark.parametrize(
    "mark",
    [
        "",
        "x",
        ".",
        "2025-04-18",
        "2025-04-18.",
        "2025-04-18.x",
        "2025-04-18.-1",
        "2025-04-18.٣",
        "2025-04-18.²",
        "2025-02-30.1",
        "0000-01-01.1",
        "99999-01-01.1",
        ".1",
        "2025-04-18.1234567890123456789",
        "2025-04-18." + "9" * 5000,
        "2025-04-18.1.2",
    ],
)
def test_what_is_no_place_asks_for_the_first_page(mark):
    keys = make_articles(2)
    assert shown(page_of(before=mark)) == keys
    assert shown(page_of(after=mark)) == keys


@pytest.mark.parametrize("mark", ["9999-12-31." + "9" * 18, "2025-04-18.0"])
def test_a_place_at_either_end_has_all_articles_on_one_side(mark):
    keys = make_articles(2)
    below, above = shown(page_of(before=mark)), shown(page_of(after=mark))
    assert sorted([below, above]) == sorted([keys, []])


def test_a_page_costs_four_queries():
    for _number in range(PAGE_SIZE + 2):
        make_article(source=make_source(), categories=(make_category(),))
    world = make_category()
    with CaptureQueriesContext(connection) as queries:
        for article in page_of(world).articles:
            assert str(article.source) == "Example Times"
            assert [str(category) for category in article.categories.all()] == ["World"]
            assert article.opening.startswith("Body")
    assert len(queries) == 4  # counts, places, articles, their categories
