"""Dates as newsrooms write them: tables, and no database."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from articles.importing.moments import DateError, DayOrder, read_epoch, read_moment
from articles.importing.odd_dates import odd_day

DAY = date(2025, 4, 18)
LOCAL = datetime(2025, 4, 18, 16, 57, 59)
PAKISTAN = timezone(timedelta(hours=5))


def zoned(hours: float) -> datetime:
    return LOCAL.replace(tzinfo=timezone(timedelta(hours=hours)))


@pytest.mark.parametrize(
    "text",
    [
        "2025-04-18",
        "20250418",
        "2025-W16-5",
        "2025W165",
        "2025/04/18",
        "2025.4.18",
        "2025-4-18",
        "April 18, 2025",
        "April 18, 2025 ",
        "  APRIL   18 2025",
        "Apr. 18th, 2025",
        "18 April 2025",
        "18 Apr, 2025",
        "18-Apr-2025",
        "Fri, 18 Apr 2025",
        "Friday, April 18, 2025",
        "Thursday, April 18, 2025",  # the weekday is not looked at
        "18.04.2025",
        "18/04/2025",
        "4/18/2025",
        "04-18-2025",
        "18th of April 2025",
        "Friday the 18th of April, 2025",
        "2025 April 18",
        "۱۸ اپریل ۲۰۲۵",
        "١٨ أپریل ٢٠٢٥",
        "18 اپریل 2025",
        "18 اپريل 2025ء",  # with an Arabic keyboard's ye, and the sign of the era
        "اپریل 18، 2025",
        "جمعہ، ۱۸ اپریل، ۲۰۲۵",
        "جمعہ 18 اپریل 2025",
        "بروز جمعہ 18 اپریل 2025",
        "18؍اپریل؍2025",
        "\u200f۱۸/۰۴/۲۰۲۵\u200f",
        "2025 اپریل 18",
    ],
)
def test_a_day_is_read(text):
    assert read_moment(text) == DAY
    assert not isinstance(read_moment(text), datetime)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("۱ جنوری ۲۰۲۵", 1),
        ("۱ فروری ۲۰۲۵", 2),
        ("۱ مارچ ۲۰۲۵", 3),
        ("۱ اپریل ۲۰۲۵", 4),
        ("۱ مئی ۲۰۲۵", 5),
        ("۱ جون ۲۰۲۵", 6),
        ("۱ جولائی ۲۰۲۵", 7),
        ("۱ اگست ۲۰۲۵", 8),
        ("۱ ستمبر ۲۰۲۵", 9),
        ("۱ اکتوبر ۲۰۲۵", 10),
        ("۱ نومبر ۲۰۲۵", 11),
        ("۱ دسمبر ۲۰۲۵", 12),
        ("Sept. 1, 2025", 9),
        ("1 Jun 2025", 6),
    ],
)
def test_each_month_has_its_names(text, month):
    assert read_moment(text) == date(2025, month, 1)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-04-18T16:57:59", LOCAL),
        ("2025-04-18 16:57:59", LOCAL),
        ("2025-04-18T16:57:59+05:00", zoned(5)),
        ("2025-04-18T16:57:59+0500", zoned(5)),
        ("2025-04-18 16:57:59 +0500", zoned(5)),
        ("2025-04-18 16:57:59 UTC", zoned(0)),
        ("20250418T165759Z", zoned(0)),
        ("2025-04-18t16:57:59z", zoned(0)),
        ("2025-04-18T16:57:59.123456789Z", zoned(0).replace(microsecond=123456)),
        ("2025-04-18T16:57:59,5Z", zoned(0).replace(microsecond=500_000)),
        ("2025-04-18T16:57", LOCAL.replace(second=0)),
        ("2025-04-18 16", LOCAL.replace(minute=0, second=0)),
        ("Fri, 18 Apr 2025 16:57:59 +0500", zoned(5)),
        ("Fri, 18 Apr 2025 16:57:59 -0330", zoned(-3.5)),
        ("Fri, 18 Apr 2025 16:57:59 GMT", zoned(0)),
        ("18 Apr 2025 16:57:59 -0000", zoned(0)),
        ("Fri, 18 Apr 2025 16:57:59 EST", zoned(-5)),
        ("Fri, 18 Apr 2025 16:57:59 PDT", zoned(-7)),
        ("Fri, 18 Apr 2025 16:57:59 PKT", zoned(5)),
        ("Fri, 18 Apr 2025 16:57:59 +0500 (PKT)", zoned(5)),
        ("Fri, 18 Apr 2025 16:57:59 IST", LOCAL),  # of India, Israel or Ireland
        ("Fri, 18 Apr 2025 16:57:59", LOCAL),
        ("Fri Apr 18 16:57:59 2025", LOCAL),
        ("Fri Apr 18 16:57:59 +0000 2025", zoned(0)),
        ("Fri Apr 18 2025 16:57:59 GMT+0500 (Pakistan Standard Time)", zoned(5)),
        ("Apr 18, 2025 4:57 pm", LOCAL.replace(second=0)),
        ("April 18, 2025, at 4:57:59 p.m. ET", LOCAL),
        ("Apr 18, 2025 12:00 am", datetime(2025, 4, 18)),
        ("Apr 18, 2025 12:00 pm", datetime(2025, 4, 18, 12)),
        ("۱۸ اپریل ۲۰۲۵، ۱۶:۵۷:۵۹", LOCAL),
        ("18/04/2025 16:57:59", LOCAL),
        ("2025/04/18 16:57:59 -08:00", zoned(-8)),
    ],
)
def test_a_moment_is_an_instant_only_where_its_offset_is_told(text, moment):
    found = read_moment(text)
    assert isinstance(found, datetime)
    assert (found, found.utcoffset()) == (moment, moment.utcoffset())


@pytest.mark.parametrize("text", ["03/04/2025", "3-4-2025", "۰۳/۰۴/۲۰۲۵", "03.04.2025"])
def test_day_and_month_are_never_guessed(text):
    with pytest.raises(DateError) as refused:
        read_moment(text)
    reason, _, readings = str(refused.value).partition(": ")
    assert reason == "day or month first? Say --day-first or --month-first"
    assert readings == f"{text!r} is April 3, 2025 or March 4, 2025"
    assert read_moment(text, DayOrder.DAY_FIRST) == date(2025, 4, 3)
    assert read_moment(text, DayOrder.MONTH_FIRST) == date(2025, 3, 4)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("03-Apr-25", date(2025, 4, 3)),
        ("3 Apr 25", date(2025, 4, 3)),
        ("Fri, 18 Apr 25 16:57:59 +0500", zoned(5)),
        ("18 اپریل 25", date(2025, 4, 18)),
        ("18 Apr '25", date(2025, 4, 18)),
        ("03-Apr-68", date(2068, 4, 3)),
        ("03-Apr-69", date(1969, 4, 3)),
        ("31-Dec-99", date(1999, 12, 31)),
    ],
)
def test_a_year_of_two_figures_beside_the_name_of_a_month_has_its_century(text, day):
    assert read_moment(text) == day


@pytest.mark.parametrize("text", ["45750", "45750.5", "۴۵۷۵۰"])
def test_a_day_number_of_a_spreadsheet_is_told(text):
    with pytest.raises(DateError) as refused:
        read_moment(text)
    reason = "a day number of a spreadsheet; format the column as a date"
    assert str(refused.value) == f"{reason}: {text!r}"


def test_where_there_is_but_one_reading_nothing_has_to_be_said():
    assert read_moment("25/12/2025") == read_moment("12/25/2025") == date(2025, 12, 25)
    assert read_moment("04/04/2025") == date(2025, 4, 4)


@pytest.mark.parametrize(
    ("text", "order"),
    [("12/25/2025", DayOrder.DAY_FIRST), ("25/12/2025", DayOrder.MONTH_FIRST)],
)
def test_a_date_that_contradicts_what_was_said_is_refused(text, order):
    with pytest.raises(DateError, match="there is no such day or time"):
        read_moment(text, order)


@pytest.mark.parametrize(
    "text",
    [
        *("2025-02-29", "Feb 30, 2025", "31 اپریل 2025", "32/01/2025", "13/13/2025"),
        *("2025-04-18T24:00", "2025-04-18T10:61", "Apr 18, 2025 25:00"),
        *("2025-04-18T10:00:00+99:00", "18 Apr 2025 10:00:00 +2500", "0000-00-00"),
    ],
)
def test_a_day_or_time_that_does_not_exist_is_told(text):
    with pytest.raises(DateError, match="there is no such day or time"):
        read_moment(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "yesterday",
            "today",
            "2 days ago",
            "آج",
            "کل",
            "گزشتہ سال",
            "now",
            "soon",
        ),
        *("2025", "April", "April 2025", "18 April", "Friday", "16:57", "2025-04"),
        *(
            "18 Apr-25",
            "25 Apr 2",
            "18/04/25",
            "1/2/3",
            "1745000000",
            "12 12 12",
            "18 صفر 1446",
        ),
        *("18 April 2025 and 19 April 2025", "5 May 2025 6", "5 May or 6 May 2025"),
        *("call 5 May 2025", "2025-04-18T10:00 or later", "2025-04-18x10:00"),
        *("null", "NaT", "N/A", "-", "\x00", "\ud800", "٫" * 50, "1" * 10_000),
        "18 April 2025 " + "x" * 10_000,
    ],
)
def test_what_names_no_whole_date_is_none(text):
    with pytest.raises(DateError, match="not a date: "):
        read_moment(text)


@pytest.mark.parametrize(
    ("number", "instant"),
    [
        (1_745_000_000, datetime(2025, 4, 18, 18, 13, 20, tzinfo=UTC)),
        (1_745_000_000.5, datetime(2025, 4, 18, 18, 13, 20, 500_000, tzinfo=UTC)),
        (1_745_000_000_000, datetime(2025, 4, 18, 18, 13, 20, tzinfo=UTC)),
    ],
)
def test_a_number_is_seconds_or_milliseconds(number, instant):
    assert read_epoch(number) == instant


@pytest.mark.parametrize(
    "number",
    [
        0,
        -1,
        2025,
        20250418,
        202504181657,
        20250418165759,
        1e300,
        float("nan"),
        10**4000,
    ],
)
def test_another_number_is_no_date(number):
    with pytest.raises(DateError, match="a number, but not of seconds since 1970: "):
        read_epoch(number)


@pytest.mark.parametrize(
    "text", ["12 12 may 2025", "may 2025", "5 may 5", "1 jan may 2025"]
)
def test_an_odd_date_is_one_only_by_what_it_names(text):
    assert odd_day(text) is None
