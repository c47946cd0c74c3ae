"""Whatever stands where a date should: a date that the text names, or DateError."""

import re
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.characters import with_ascii_digits
from articles.folding import fold
from articles.importing.moment_words import MONTHS
from articles.importing.moments import DateError, DayOrder, read_epoch, read_moment

PARTS = [
    *("18", "4", "04", "2025", "1999", "31", "29", "2", "۲۰۲۵", "۱۸", "٤", "20250418"),
    *("April", "apr", "May", "Feb.", "اپریل", "مئی", "Fri", "Friday", "جمعہ", "بروز"),
    *(
        "16:57:59",
        "4:57",
        "pm",
        "am",
        "a.m.",
        "GMT",
        "EST",
        "+0500",
        "-05:00",
        "Z",
        "T",
    ),
    *("ago", "yesterday", "today", "in", "of", "the", "at", "آج", "کل", "پہلے", "ء"),
    *(",", "،", "/", "-", ".", ":", " ", "th", "st", "W", "W16", "\u200f", "(", ")"),
]
texts = st.one_of(
    st.text(max_size=120),
    st.lists(st.sampled_from(PARTS), max_size=9).map(" ".join),
    st.lists(st.sampled_from(PARTS), max_size=12).map("".join),
    st.from_regex(r"[0-9]{1,4}[/. -][0-9]{1,2}[/. -][0-9]{1,4}.{0,10}", fullmatch=True),
)
orders = st.sampled_from(DayOrder)


def check(text: str, order: DayOrder) -> None:
    try:
        found = read_moment(text, order)
    except DateError:
        return
    assert is_named(date(found.year, found.month, found.day), text)


def is_named(day: date, text: str) -> bool:
    """Whether year, month and day stand in the text; a week of ISO 8601 has its own."""
    plain = with_ascii_digits(fold(text))
    if re.search(r"\d{4}-?w\d", plain) or f"{day:%Y%m%d}" in plain:
        return True
    numbers = [int(number) for number in re.findall(r"[0-9]+", plain)]
    names = {month for name, month in MONTHS.items() if name in plain}
    is_month_named = day.month in names or day.month in numbers
    is_of_century = 1969 <= day.year <= 2068 and day.year % 100 in numbers
    is_year_named = day.year in numbers or (is_of_century and bool(names))
    return is_year_named and day.day in numbers and is_month_named


@given(texts, orders)
@example("5 May", DayOrder.UNTOLD)
@example("2025", DayOrder.UNTOLD)
@settings(deadline=None, max_examples=300)
def test_a_date_is_one_that_the_text_names(text, order):
    check(text, order)


@pytest.mark.nightly
@given(texts, orders)
@settings(deadline=None, max_examples=100_000)
def test_a_date_is_one_that_the_text_names_in_many_more_texts(text, order):
    check(text, order)


@given(st.floats() | st.integers())
def test_a_number_is_an_instant_or_none(number):
    with suppress(DateError):
        assert 1973 <= read_epoch(number).year <= 2036


@given(st.dates(date(1000, 1, 1)), st.sampled_from(["-", "/", ".", " "]))
@settings(deadline=None)
def test_a_day_is_read_as_it_was_written(day, separator):
    year = f"{day.year:04}"
    assert read_moment(day.isoformat()) == day
    assert read_moment(f"{day.day} {day:%B} {year}") == day
    assert read_moment(f"{day:%b} {day.day}, {year}") == day
    if separator != " ":
        numbers = separator.join([f"{day:%d}", f"{day:%m}", year])
        assert read_moment(numbers, DayOrder.DAY_FIRST) == day
