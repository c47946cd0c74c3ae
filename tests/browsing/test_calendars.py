from datetime import date

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from articles.browsing.calendars import month_calendar, year_calendars

APRIL = date(2025, 4, 1)
COUNTS = {date(2025, 4, 18): 24, date(2025, 4, 30): 1, date(2025, 5, 1): 7}


def level(count):
    return min(count, 4)


def days_of(week):
    return [day.day.day if day else None for day in week]


def drawn(first=APRIL, **context):
    context = {"today": date(2025, 4, 20), "caption": "F Y", **context}
    calendar = month_calendar(first, COUNTS, level)
    return render_to_string("articles/_calendar.html", {"calendar": calendar} | context)


def test_a_month_has_all_its_days_and_no_other():
    april = month_calendar(APRIL, COUNTS, level)
    days = [day.day for week in april.weeks for day in week if day]
    assert days == [date(2025, 4, number) for number in range(1, 31)]
    assert (april.last, april.count) == (days[-1], 25)


def test_a_day_has_its_count_and_its_level():
    april = month_calendar(APRIL, COUNTS, level)
    days = {day.day: day for week in april.weeks for day in week if day}
    assert (days[date(2025, 4, 18)].count, days[date(2025, 4, 18)].level) == (24, 4)
    assert (days[APRIL].count, days[APRIL].level) == (0, 0)


@pytest.mark.parametrize(
    ("first_weekday", "week", "initial"),
    [
        (0, [None, 1, 2, 3, 4, 5, 6], "Monday"),
        (6, [None, None, 1, 2, 3, 4, 5], "Sunday"),
        (5, [None, None, None, 1, 2, 3, 4], "Saturday"),
        (1, [1, 2, 3, 4, 5, 6, 7], "Tuesday"),
    ],
)
def test_weeks_begin_with_the_day_that_is_set(settings, first_weekday, week, initial):
    settings.FIRST_WEEKDAY = first_weekday
    april = month_calendar(APRIL, COUNTS, level)
    assert days_of(april.weeks[0]) == week
    assert april.weekdays[0][1] == initial


@pytest.mark.parametrize("year", [1500, 1900, 2000, 2500])
def test_every_year_has_twelve_months_of_whole_weeks(year):
    months = year_calendars(year, {}, level)
    assert [month.first.month for month in months] == [*range(1, 13)]
    assert all(len(week) == 7 for month in months for week in month.weeks)
    assert {month.last.year for month in months} == {year}


def test_a_calendar_is_a_table_with_a_caption_and_column_heads():
    text = drawn()
    assert '<a href="/2025/04/">April 2025</a> <span class="num">25</span>' in text
    assert '<th scope="col" abbr="Monday">M</th>' in text


def test_a_day_is_a_link_by_its_number_with_its_articles_as_title():
    text = drawn()
    link = '<a href="/2025/04/18/" title="24 articles">18</a>'
    assert f'<td class="l4">{link}</td>' in text
    assert 'title="1 article">30</a>' in text
    assert "<td>19</td>" in text
    assert text.count("<a ") == 3


@pytest.mark.parametrize("language", ["en", "ur"])
def test_a_day_has_the_address_of_its_page(language):
    with translation.override(language):
        for month in year_calendars(2024, {}, level):
            days = [day for week in month.weeks for day in week if day]
            addresses = [reverse("articles:day_archive", args=[d.day]) for d in days]
            assert [day.address for day in days] == addresses


def test_the_current_day_and_today_are_marked():
    text = drawn(current=date(2025, 4, 18))
    assert 'href="/2025/04/18/" title="24 articles" aria-current="date">18</a>' in text
    assert '<td class="today">20</td>' in text
    text = drawn(current=date(2025, 4, 20))
    assert '<td class="today" aria-current="date">20</td>' in text


def test_an_empty_month_is_no_link_and_says_whether_it_is_over():
    assert 'March 2025 <span class="num">none</span>' in drawn(date(2025, 3, 1))
    assert 'June 2025 <span class="num">none yet</span>' in drawn(date(2025, 6, 1))


def test_an_urdu_calendar_has_urdu_words_and_western_figures():
    with translation.override("ur"):
        text = drawn()
    assert '<a href="/ur/2025/04/">اپریل 2025</a>' in text
    assert '<th scope="col" abbr="پیر">پ</th>' in text
    assert 'title="24 مضامین">18</a>' in text
