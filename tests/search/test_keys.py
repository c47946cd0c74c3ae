import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.days import FIRST_DAY, LAST_DAY
from articles.search.postgres import keys

DAYS = st.dates(min_value=FIRST_DAY, max_value=LAST_DAY)


def keys_of(day: date) -> set[str]:
    return {f"e{day.year // 10}", f"y{day:%Y}", f"m{day:%Y-%m}", f"d{day}"}


def spans(first: date | None, last: date | None) -> list[str]:
    return re.findall(r"'=([^']+)'", keys.days(first, last))


@given(DAYS, DAYS, DAYS)
def test_a_span_has_a_key_of_each_of_its_days_and_of_no_other(day, first, last):
    first, last = sorted([first, last])
    is_found = len(keys_of(day) & set(spans(first, last)))
    assert is_found == (first <= day <= last)


@given(DAYS, DAYS)
def test_no_span_needs_many_keys(first, last):
    first, last = sorted([first, last])
    assert len(spans(first, last)) <= 30 + 11 + 9 + 100 + 9 + 11 + 30


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2013, 8, 17), date(2013, 8, 17), ["d2013-08-17"]),
        (date(2013, 8, 1), date(2013, 8, 31), ["m2013-08"]),
        (date(2013, 1, 1), date(2013, 12, 31), ["y2013"]),
        (date(2010, 1, 1), date(2019, 12, 31), ["e201"]),
        (
            date(2009, 12, 31),
            date(2021, 2, 1),
            ["d2009-12-31", "e201", "y2020", "m2021-01", "d2021-02-01"],
        ),
    ],
)
def test_whole_units_are_one_key(first, last, expected):
    assert spans(first, last) == expected


def test_an_open_span_goes_to_the_end_of_days():
    assert spans(LAST_DAY - timedelta(days=1), None) == ["d2500-12-30", "d2500-12-31"]
    assert spans(None, FIRST_DAY) == ["d1500-01-01"]


def test_a_span_that_ends_before_it_begins_is_found_nowhere():
    assert keys.days(date(2013, 1, 2), date(2013, 1, 1)) == keys.NOTHING


def test_quotes_and_backslashes_stay_inside_a_lexeme():
    assert keys.quoted(r"o'b\c") == r"'o''b\\c'"
