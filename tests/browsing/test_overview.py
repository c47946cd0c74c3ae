from datetime import date, timedelta

import pytest

from articles.browsing.overview import Overview
from articles.models import State
from tests.factories import make_article

FIRST = date(2024, 12, 31)


def make_days(*counts):
    for place, count in enumerate(counts):
        for number in range(count):
            make_article(
                published_on=FIRST + timedelta(days=place),
                language="ur" if number % 2 else "en",
            )


@pytest.mark.django_db
def test_years_count_all_languages_and_nothing_hidden():
    make_days(3, 2)
    make_article(published_on=FIRST, state=State.DRAFT)
    overview = Overview.now()
    assert overview.years == {2024: 3, 2025: 2}
    assert (overview.total, overview.first_year, overview.last_year) == (5, 2024, 2025)


@pytest.mark.django_db
def test_an_empty_archive_has_an_overview():
    make_article().delete()
    overview = Overview.now()
    assert overview.years == {}
    assert (overview.total, overview.first_year, overview.last_year) == (0, None, None)
    assert overview.level(0) == 0


@pytest.mark.django_db
def test_levels_are_the_quarters_of_the_days_that_have_articles():
    make_days(1, 0, 2, 3, 0, 4, 5, 6, 7, 8)
    overview = Overview.now()
    assert overview.quartiles == (2, 4, 6)
    levels = [overview.level(count) for count in (0, 1, 2, 3, 4, 5, 6, 7, 100)]
    assert levels == [0, 1, 1, 2, 2, 3, 3, 4, 4]


@pytest.mark.parametrize(
    ("year", "before", "after"),
    [
        (2008, None, 2009),
        (2009, None, 2024),
        (2015, 2009, 2024),
        (2024, 2009, None),
        (2500, 2024, None),
    ],
)
def test_the_nearest_years_that_have_articles_are_known(year, before, after):
    overview = Overview({2009: 1, 2024: 2})
    assert (overview.year_before(year), overview.year_after(year)) == (before, after)
