"""Pages by date: each article once, in both directions and both orders."""

from datetime import date, timedelta

import pytest

from articles.search import PAGE_SIZE, Place, Sort
from tests.factories import make_article
from tests.search.asking import search

pytestmark = pytest.mark.django_db

# Near each other, far apart, and several of one day: pages end in all of these places.
DAYS = [0] * 25 + [1] * 3 + [40, 41, 41] + [900] * 22 + [4000, 9000, 9001]


@pytest.fixture
def _archive():
    for number, days in enumerate(DAYS):
        day = date(2025, 4, 18) - timedelta(days=days)
        body = "Glacier." if number % 9 else "Moraine."
        make_article(headline=f"{number}", body=body, published_on=day)


def read_through(text: str, sort: Sort) -> list[list[Place]]:
    """All pages from the first to the last."""
    pages, way = [], {}
    while True:
        answer = search(text, sort=sort, **way).hits()
        pages.append(places(answer.hits))
        on = answer.newer if sort == Sort.OLDEST else answer.older
        if on is None:
            return pages
        way = {"after" if sort == Sort.OLDEST else "before": on}


def places(hits) -> list[Place]:
    return [Place(hit.article.published_on, hit.article.pk) for hit in hits]


@pytest.mark.usefixtures("_archive")
@pytest.mark.parametrize("sort", [Sort.NEWEST, Sort.OLDEST])
@pytest.mark.parametrize(
    ("text", "count"), [("", len(DAYS)), ("glacier", 49), ("-glacier", 7)]
)
def test_pages_have_every_article_once_and_in_order(text, count, sort):
    found = [place for page in read_through(text, sort) for place in page]
    assert len(found) == count
    assert found == sorted(set(found), reverse=sort == Sort.NEWEST)


@pytest.mark.usefixtures("_archive")
@pytest.mark.parametrize("sort", [Sort.NEWEST, Sort.OLDEST])
def test_the_way_back_shows_the_same_pages(sort):
    pages = read_through("", sort)
    answer = search(
        sort=sort, **{"after" if sort == Sort.NEWEST else "before": pages[-1][0]}
    ).hits()
    assert (
        places(answer.hits)
        == (pages[-2] + pages[-1])[-PAGE_SIZE - len(pages[-1]) :][:PAGE_SIZE]
    )


@pytest.mark.usefixtures("_archive")
def test_the_first_and_the_last_page_have_no_way_beyond():
    first = search("glacier").hits()
    assert first.newer is None
    assert first.older == places(first.hits)[-1]
    last = search("glacier", before=Place(date(2022, 10, 31), 0)).hits()
    assert last.older is None
    assert last.newer == places(last.hits)[0]


@pytest.mark.usefixtures("_archive")
def test_a_place_outside_of_the_days_searched_is_an_empty_page():
    assert search(before=Place(date(1999, 1, 1), 1)).hits().hits == []
    assert search(after=Place(date(2025, 4, 19), 1)).hits().hits == []
    assert search(before=Place(date(2400, 1, 1), 1)).hits().hits != []


@pytest.mark.usefixtures("_archive")
def test_a_span_of_days_bounds_the_pages():
    answer = search(since=date(2025, 4, 17), until=date(2025, 4, 17)).hits()
    assert {hit.article.published_on for hit in answer.hits} == {date(2025, 4, 17)}
    assert len(answer.hits) == 3
    backwards = search(since=date(2025, 4, 18), until=date(2025, 4, 17)).hits()
    assert backwards.hits == []
