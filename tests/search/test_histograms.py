import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.days import FIRST_DAY, LAST_DAY
from articles.search.histograms import MOST_BARS, histogram

DAYS = st.dates(min_value=FIRST_DAY, max_value=LAST_DAY)


@given(st.lists(DAYS, min_size=1))
def test_every_article_is_in_one_of_few_bars(days):
    counts = dict.fromkeys(days, 2)
    shown = histogram(counts, min(days), max(days))
    assert 1 <= len(shown.bars) <= MOST_BARS
    assert sum(bar.count for bar in shown.bars) == 2 * len(counts)


@given(DAYS, DAYS)
def test_the_bars_follow_each_other_without_a_gap(first, last):
    first, last = sorted([first, last])
    bars = histogram({}, first, last).bars
    assert (bars[0].first, bars[-1].last) == (first, last)
    for bar, following in itertools.pairwise(bars):
        assert bar.last + timedelta(days=1) == following.first


@pytest.mark.parametrize(
    ("first", "last", "unit", "count"),
    [
        (date(2025, 4, 18), date(2025, 4, 18), "day", 1),
        (date(2025, 3, 1), date(2025, 4, 29), "day", 60),
        (date(2025, 3, 1), date(2025, 4, 30), "month", 2),
        (date(2023, 1, 1), date(2025, 12, 31), "month", 36),
        (date(2022, 12, 31), date(2025, 12, 31), "year", 4),
        (date(1966, 5, 5), date(2025, 4, 18), "year", 60),
        (date(1965, 12, 31), date(2025, 4, 18), "decade", 7),
        (FIRST_DAY, LAST_DAY, "decade", MOST_BARS),
    ],
)
def test_the_unit_is_the_finest_that_fits(first, last, unit, count):
    shown = histogram({}, first, last)
    assert (shown.unit, len(shown.bars)) == (unit, count)


@pytest.mark.parametrize(
    ("last", "unit"), [(date(2025, 12, 31), "year"), (date(2085, 1, 1), "decade")]
)
def test_no_unit_is_finer_than_the_counts(last, unit):
    shown = histogram({date(2025, 1, 1): 7}, date(2025, 1, 1), last, finest="year")
    assert (shown.unit, shown.bars[0].count) == (unit, 7)


def test_the_highest_bar_fills_the_space_and_one_article_shows():
    days = {date(2025, 4, day): count for day, count in [(1, 1), (2, 0), (3, 5000)]}
    shown = histogram(days, date(2025, 4, 1), date(2025, 4, 3))
    assert shown.heights(40) == [1, 0, 40]
    assert histogram({}, date(2025, 4, 1), date(2025, 4, 2)).heights(40) == [0, 0]


def test_too_many_decades_have_the_oldest_together():
    shown = histogram({FIRST_DAY: 1, LAST_DAY: 2}, FIRST_DAY, LAST_DAY)
    assert shown.bars[0].first == FIRST_DAY
    assert (shown.bars[0].count, shown.bars[-1].count) == (1, 2)
    assert shown.bars[1].last - shown.bars[1].first < timedelta(days=3654)
