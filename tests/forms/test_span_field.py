"""A year, a month or a day as one end of a span."""

from datetime import date

import pytest
from django.forms import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from articles.days import FIRST_DAY, LAST_DAY
from articles.forms.span_field import SpanField
from articles.search_addresses import first_day_in_short, last_day_in_short

DAYS = st.dates(FIRST_DAY, LAST_DAY)
FIRST, LAST = SpanField(end="first"), SpanField(end="last")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-04-18", date(2025, 4, 18), date(2025, 4, 18)),
        ("2025-4-8", date(2025, 4, 8), date(2025, 4, 8)),
        ("  2025 ", date(2025, 1, 1), date(2025, 12, 31)),
        ("۲۰۲۵", date(2025, 1, 1), date(2025, 12, 31)),
        ("٢٠٢٥-٠٤", date(2025, 4, 1), date(2025, 4, 30)),
        ("۲۰۲۵-۰۴-۱۸", date(2025, 4, 18), date(2025, 4, 18)),
        ("1500", date(1500, 1, 1), date(1500, 12, 31)),
        ("2500-12-31", date(2500, 12, 31), date(2500, 12, 31)),
        ("", None, None),
        ("  ", None, None),
    ],
)
def test_a_year_a_month_or_a_day_is_its_first_or_its_last_day(text, first, last):
    assert (FIRST.clean(text), LAST.clean(text)) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        *["soon", "today", "آج", "P1W", "2025-13", "2025-02-30", "2025-00", "2025-"],
        *[
            "2025-04/2025-05",
            "2025..",
            "/2025",
            "20250418",
            "18-04-2025",
            "25",
            "-2025",
        ],
        *["0000", "1499", "2501", "9999-12-31", "2025-04-18-01", "۲۰۲۵-۱۳", "اپریل"],
    ],
)
def test_anything_else_is_refused_with_an_example(text):
    for field in FIRST, LAST:
        with pytest.raises(ValidationError, match="as in 2025, 2025-04 or 2025-04-18"):
            field.clean(text)


@given(DAYS)
def test_a_day_in_short_is_read_as_that_day_again(day):
    assert FIRST.clean(first_day_in_short(day)) == day
    assert LAST.clean(last_day_in_short(day)) == day


@given(DAYS)
def test_a_day_stands_as_short_as_it_can(day):
    assert (len(first_day_in_short(day)) == 4) == ((day.month, day.day) == (1, 1))
    assert (len(last_day_in_short(day)) == 4) == ((day.month, day.day) == (12, 31))
