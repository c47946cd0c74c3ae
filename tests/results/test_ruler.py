"""The ruler: bars over time, each of which leads to its own days."""

import itertools
from datetime import date, timedelta

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.days import FIRST_DAY, LAST_DAY
from articles.results.ruler import HEIGHT, ruler
from articles.search.histograms import histogram
from tests.factories import make_article
from tests.results.asking import asked_at, count_at, results_at

DAYS = st.dates(FIRST_DAY, LAST_DAY)
CUT, TYPED = "from=2013-08-17&to=2013", "q=سیلاب+تاریخ:2013-12/2014-01-01"


def bars_of(first: date, last: date, counts: dict[date, int] | None = None, query=""):
    return ruler(asked_at(query), histogram(counts or {}, first, last))


def days_of(bar) -> tuple[date, date]:
    return asked_at(bar.address).request.days()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("days", "query", "first_bar", "number"),
    [
        ("1896-05-05 1899-12-31 1900-01-01 2025-04-18", "", "1890 to 1899", 14),
        ("1966-05-05 1966-12-31 1967-01-01 2025-04-18", "", "1966", 60),
        ("2022-12-31 2024-02-29 2025-01-01 2025-12-31", "", "2022", 4),
        ("2023-01-31 2023-02-01 2024-02-29 2025-12-01", "", "January 2023", 36),
        ("2025-03-01 2025-03-02 2025-04-29 2025-04-29", "", "1 March 2025", 60),
        ("2013-08-16 2013-08-17 2013-12-31 2014-01-01", CUT, "17 to 31 August 2013", 5),
        ("2013-11-30 2013-12-31 2014-01-01 2014-02-01", TYPED, "1 December 2013", 32),
    ],
)
def test_each_bar_leads_to_as_many_articles_as_it_shows(days, query, first_bar, number):
    for day in map(date.fromisoformat, days.split()):
        make_article(body="سیلاب", language="ur", published_on=day)
    found = results_at(query)
    bars = found.counting.bars
    assert (bars[0].days, len(bars)) == (first_bar, number)
    assert sum(bar.count for bar in bars) == found.counting.count.value
    filled = [bar for bar in bars if bar.count]
    assert [count_at(bar.address) for bar in filled] == [bar.count for bar in filled]


@given(DAYS, DAYS)
@settings(deadline=None)
def test_every_day_is_in_one_bar(first, last):
    first, last = sorted([first, last])
    bars = [days_of(bar) for bar in bars_of(first, last)]
    assert bars[0][0] <= first
    assert bars[-1][1] >= last
    for (_first, end), (begin, _last) in itertools.pairwise(bars):
        assert begin == end + timedelta(days=1)


@given(DAYS, DAYS)
@settings(deadline=None)
def test_no_bar_reaches_beyond_the_days_searched(first, last):
    first, last = sorted([first, last])
    bars = bars_of(first, last, query=f"from={first}&to={last}")
    assert (days_of(bars[0])[0], days_of(bars[-1])[1]) == (first, last)


def test_a_bar_says_its_days_in_words_and_as_an_address_has_them():
    bars = bars_of(date(2023, 8, 17), date(2025, 4, 18), query="q=flood&lang=ur")
    assert (bars[0].days, bars[0].since, bars[0].until) == (
        "August 2023", "2023-08", "2023-08"
    )  # fmt: skip
    assert bars[0].address == "/search/?q=flood&from=2023-08&to=2023-08&lang=ur"
    with translation.override("ur"):
        bars = bars_of(date(2023, 8, 17), date(2025, 4, 18))
    assert bars[0].days == "اگست 2023"


def test_bars_are_as_high_as_what_they_count_and_the_empty_ones_have_their_place():
    counts = {date(2025, 4, 1): 1, date(2025, 4, 3): 500, date(2025, 4, 5): 1000}
    bars = bars_of(date(2025, 4, 1), date(2025, 4, 5), counts)
    assert [bar.height for bar in bars] == [1, 0, HEIGHT // 2, 0, HEIGHT]
    drawn = render_to_string("articles/_bar.html", {"bar": bars[-1]})
    assert f'viewBox="0 0 10 {HEIGHT}"' in drawn
    assert f'y="0" height="{HEIGHT}"' in drawn


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (date(1896, 5, 5), date(1965, 1, 1), "1890 1900 1910 1920 1930 1940 1950 1960"),
        (date(2020, 5, 5), date(2025, 1, 1), "2020 2021 2022 2023 2024 2025"),
        (date(2024, 11, 5), date(2025, 3, 1), "Nov Dec 2025 Feb Mar"),
        (date(2025, 3, 30), date(2025, 4, 2), "30 31 Apr 2"),
    ],
)
def test_bars_are_labelled_where_something_begins(first, last, labels):
    assert " ".join(bar.label for bar in bars_of(first, last)) == labels


def test_labels_are_in_the_language_of_the_page():
    with translation.override("ur"):
        bars = bars_of(date(2025, 3, 31), date(2025, 4, 2))
    assert [bar.label for bar in bars] == ["31", "اپریل", "2"]
