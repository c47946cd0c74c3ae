from datetime import date, timedelta

import pytest

from articles.browsing.days import news_days
from articles.browsing.front_page import FrontPage
from articles.models import State
from tests.factories import make_article

pytestmark = pytest.mark.django_db

DAY = date(2025, 4, 18)


def make_day(day, count, **fields):
    return [make_article(published_on=day, **fields).pk for _number in range(count)]


def days_of(front_page):
    return [front_day.day for front_day in front_page.days]


def test_an_empty_archive_has_a_front_page_without_days():
    assert FrontPage.before("") == FrontPage([], has_earlier=False, is_newest=True)


def test_the_newest_three_days_that_have_articles_are_shown():
    days = [DAY, DAY - timedelta(days=1), DAY - timedelta(days=40), date(1950, 1, 1)]
    for day in days:
        make_day(day, 3)
    newest = FrontPage.before("")
    assert days_of(newest) == days[:3]
    assert newest.has_earlier
    earlier = FrontPage.before(days[2].isoformat())
    assert days_of(earlier) == days[3:]
    assert not earlier.has_earlier


def test_the_first_day_is_shown_at_length_and_the_others_in_brief():
    keys = make_day(DAY, 9)
    make_day(DAY - timedelta(days=1), 9)
    first, second = FrontPage.before("").days
    assert [article.pk for article in first.articles] == keys[::-1][:7]
    assert (first.count, len(second.articles), second.count) == (9, 4, 9)


def test_what_readers_cannot_see_makes_no_day_and_counts_nowhere():
    make_day(DAY, 1)
    make_day(DAY, 2, state=State.DRAFT)
    later = DAY + timedelta(days=1)
    make_day(later, 1, state=State.WITHDRAWN, withdrawn_reason="An error.")
    (day,) = FrontPage.before("").days
    assert (day.day, day.count, len(day.articles)) == (DAY, 1, 1)


@pytest.mark.parametrize(
    "mark", ["", "x", "2025-02-30", "0000-00-00", "99999-01-01", "٢٠٢٥-٠٤-١٨", "\ud800"]
)
def test_what_is_no_day_asks_for_the_newest(mark):
    make_day(DAY, 1)
    assert days_of(FrontPage.before(mark)) == [DAY]


@pytest.mark.parametrize(("mark", "days"), [("0001-01-01", []), ("9999-12-31", [DAY])])
def test_any_day_of_a_calendar_can_be_asked_for(mark, days):
    make_day(DAY, 1)
    assert days_of(FrontPage.before(mark)) == days


def test_days_come_with_the_newest_of_their_articles():
    newest = make_day(DAY, 4)
    first = date(2025, 4, 1)
    make_day(first, 1)
    make_day(DAY, 1, state=State.DRAFT)
    april = {first: 1, DAY: 4}
    of_day, of_first = news_days(april, dict.fromkeys(april, 3))
    assert (of_day.day, of_day.count) == (DAY, 4)
    assert [article.pk for article in of_day.articles] == newest[::-1][:3]
    assert (of_first.day, of_first.count, len(of_first.articles)) == (first, 1, 1)


def test_each_day_has_as_many_articles_as_is_said_of_it():
    before = DAY - timedelta(days=1)
    make_day(DAY, 5)
    make_day(before, 5)
    found = news_days({DAY: 5, before: 5}, {DAY: 4, before: 2})
    assert [len(day.articles) for day in found] == [4, 2]
    assert news_days({}, {}) == []
