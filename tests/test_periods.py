from datetime import date

import pytest

from articles.models import State
from articles.periods import Period
from tests.factories import make_article


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (Period.of_year(2025), date(2025, 1, 1), date(2025, 12, 31)),
        (Period.of_month(2024, 2), date(2024, 2, 1), date(2024, 2, 29)),
        (Period.of_month(2025, 2), date(2025, 2, 1), date(2025, 2, 28)),
        (Period.of_month(1900, 2), date(1900, 2, 1), date(1900, 2, 28)),
        (Period.of_month(2025, 12), date(2025, 12, 1), date(2025, 12, 31)),
        (Period.of_day(date(2025, 4, 18)), date(2025, 4, 18), date(2025, 4, 18)),
    ],
)
def test_a_period_has_a_first_and_a_last_day(period, first, last):
    assert (period.first, period.last) == (first, last)


@pytest.mark.django_db
def test_both_ends_of_a_period_belong_to_it():
    days = [date(2025, 3, 31), date(2025, 4, 1), date(2025, 4, 30), date(2025, 5, 1)]
    for day in days:
        make_article(published_on=day)
    found = Period.of_month(2025, 4).articles().oldest_first()
    assert [article.published_on for article in found] == days[1:3]


@pytest.mark.django_db
def test_the_ways_on_lead_to_the_nearest_days_that_have_articles():
    for day in [
        date(2019, 1, 2),
        date(2023, 5, 6),
        date(2025, 4, 18),
        date(2031, 7, 8),
    ]:
        make_article(published_on=day)
    period = Period.of_year(2025)
    assert period.earlier() == date(2023, 5, 6)
    assert period.later() == date(2031, 7, 8)


def test_of_days_around_it_that_are_known_the_nearest_needs_no_query():
    days = [date(2025, 4, number) for number in (3, 9, 18, 21, 30)]
    period = Period.of_day(date(2025, 4, 18))
    assert period.earlier(days) == date(2025, 4, 9)
    assert period.later(days) == date(2025, 4, 21)


@pytest.mark.django_db
def test_no_way_leads_to_what_readers_cannot_see():
    make_article(state=State.DRAFT, published_on=date(2024, 1, 1))
    gone = {"state": State.WITHDRAWN, "withdrawn_reason": "An error."}
    make_article(published_on=date(2026, 1, 1), **gone)
    make_article(published_on=date(2025, 1, 1), **gone)
    period = Period.of_year(2025)
    assert not period.articles().exists()
    assert (period.earlier(), period.later()) == (None, None)


@pytest.mark.django_db
def test_the_first_and_the_last_year_of_all_are_periods_too():
    make_article(published_on=date(1500, 1, 1))
    make_article(published_on=date(2500, 12, 31))
    assert Period.of_year(1500).later() == date(2500, 12, 31)
    assert Period.of_year(2500).earlier() == date(1500, 1, 1)
    assert Period.of_year(1500).earlier() is None
