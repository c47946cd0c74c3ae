"""The days that a reader's text names."""

from datetime import date

import pytest

from articles.queries import read_interval

TODAY = date(2025, 5, 17)


def ends(text, today=TODAY):
    days = read_interval(text, today=today)
    return " ".join(day.isoformat() if day else "open" for day in days)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2013", "2013-01-01 2013-12-31"),
        ("2013-08", "2013-08-01 2013-08-31"),
        ("2013-8", "2013-08-01 2013-08-31"),
        ("2024-02", "2024-02-01 2024-02-29"),
        ("2013-08-17", "2013-08-17 2013-08-17"),
        ("2013-8-7", "2013-08-07 2013-08-07"),
        (" ۲۰۱۳-٠٨ ", "2013-08-01 2013-08-31"),
        ("1500", "1500-01-01 1500-12-31"),
        ("2500", "2500-01-01 2500-12-31"),
        ("today", "2025-05-17 2025-05-17"),
        ("آج", "2025-05-17 2025-05-17"),
        ("Yesterday", "2025-05-16 2025-05-16"),
    ],
)
def test_a_year_a_month_or_a_day_is_all_its_days(text, expected):
    assert ends(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2013-08/2013-10", "2013-08-01 2013-10-31"),
        ("2013-08..2013-10", "2013-08-01 2013-10-31"),
        ("2013 / today", "2013-01-01 2025-05-17"),
        ("2013-08/", "2013-08-01 open"),
        ("2013..", "2013-01-01 open"),
        ("/2013-08", "open 2013-08-31"),
        ("..2013", "open 2013-12-31"),
        ("2013/2013", "2013-01-01 2013-12-31"),
    ],
)
def test_both_ends_are_included_and_one_may_be_open(text, expected):
    assert ends(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("P1D", "2025-05-17 2025-05-17"),
        ("p3d", "2025-05-15 2025-05-17"),
        ("P1W", "2025-05-11 2025-05-17"),
        ("P2M", "2025-03-18 2025-05-17"),
        ("P1Y", "2024-05-18 2025-05-17"),
        ("P1Y6M", "2023-11-18 2025-05-17"),
        ("P1M1W1D", "2025-04-10 2025-05-17"),
        ("2013-08/P2M", "2013-08-01 2013-09-30"),
        ("2013-08-17/P1D", "2013-08-17 2013-08-17"),
        ("2024-01-31/P1M", "2024-01-31 2024-02-28"),
        ("P2M/2013-02", "2013-01-01 2013-02-28"),
        ("P1W..today", "2025-05-11 2025-05-17"),
    ],
)
def test_a_length_reaches_from_or_to_the_other_end_or_today(text, expected):
    assert ends(text) == expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2025, 2, 28), "2025-02-01 2025-02-28"),
        (date(2024, 3, 30), "2024-02-29 2024-03-30"),
        (date(2024, 12, 31), "2024-12-01 2024-12-31"),
    ],
)
def test_a_month_that_ends_today_is_whole_at_the_end_of_one(today, expected):
    assert ends("P1M", today) == expected


@pytest.mark.parametrize(
    "text",
    [
        *["", "/", "..", "x", "13", "20130", "2013-", "August 2013", "2013/08/17"],
        *["2013-0", "2013-00", "2013-13", "2013-02-30", "2013-08-00", "2013-08-17-1"],
        *["0000", "1499", "2501", "1499/", "/2501", "9999", "9" * 5000],
        *["2014/2013", "2013-08-18/2013-08-17", "today/yesterday"],
        *["P", "P0D", "P1", "1W", "PT1H", "P1D1Y", "P1W/P1W", "P1W/", "/P1W"],
        *["P99999999Y", "P999999W", "P999999M", "P600Y", "2500/P2Y", "P1Y/1500-01"],
        *["²⁰¹³", "২০১৩"],
    ],
)
def test_anything_else_is_refused(text):
    with pytest.raises(ValueError, match="no span"):
        read_interval(text, today=TODAY)


@pytest.mark.parametrize("today", [date.min, date.max])
@pytest.mark.parametrize("text", ["today", "yesterday", "P1D", "P1Y"])
def test_a_clock_that_is_far_off_is_refused_too(text, today):
    with pytest.raises(ValueError, match="no span"):
        read_interval(text, today=today)
