"""Dates and moments as newsrooms write them, from text and from numbers.

A text is read by what it says alone: never by today's date, and never by a guess
between day and month. A moment without an offset stays a local time, which is no
instant.
"""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from enum import Enum

from articles.documents.dates import day_text
from articles.folding import fold
from articles.importing.advice import SAY_WHICH_IS_FIRST
from articles.importing.moment_words import MONTHS, WEEKDAY, ZONES, any_of
from articles.importing.odd_dates import odd_day

LONGEST = 100  # more than any date has characters


class DateError(ValueError):
    """Why a value is no date; what it was comes after a colon."""


class DayOrder(Enum):
    """Which comes first in 03/04/2025, where nothing but an operator can tell."""

    UNTOLD = "untold"
    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


# What nearly all dates of an archive are; Python reads these, and many more.
_ISO = re.compile(
    r"(?:\d{4}-\d\d-\d\d|\d{8}|\d{4}-?W\d\d-?\d)"
    r"(?:[Tt ](?:[01]\d|2[0-3])(?::?\d\d(?::?\d\d(?:[.,]\d+)?)?)?"
    r"(?:[Zz]|[+-]\d\d(?::?\d\d)?)?)?",
    re.ASCII,
)
_NAMED_MONTH = rf"(?P<month>{any_of(MONTHS)})\.?"
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>\d{4})(?: ?ء)?"
_SHORT_YEAR = r"'?(?P<year>\d\d)"
# As POSIX has it (strptime, %y): 69 to 99 are of the last century.
_FIRST_OF_1900S = 69
_BEFORE = rf"(?:(?:{WEEKDAY}),? )?"
_TIME = (
    r"(?:(?:,| -| at|, at)? |t)(?P<hour>\d{1,2}):(?P<minute>\d\d)"
    r"(?::(?P<second>\d\d)(?:[.,](?P<fraction>\d{1,9}))?)?(?: ?(?P<half>[ap])\.?m\.?)?"
)
_ZONE = (
    rf"(?: ?(?P<zone>{any_of(ZONES)})(?![a-z])| ?(?:gmt|utc)?"
    r"(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>[0-5]\d))?(?: ?\([\w +-]*\))?"
)
_FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        rf"{_BEFORE}{_NAMED_MONTH} {_DAY},? {_YEAR}(?:{_TIME}{_ZONE})?",
        rf"{_BEFORE}{_DAY}[ /-]{_NAMED_MONTH}(?:,? |[/-]){_YEAR}(?:{_TIME}{_ZONE})?",
        # Only beside a month's name: in 03/04/25 nothing tells which the year is.
        rf"{_BEFORE}{_DAY}([ /-]){_NAMED_MONTH}\2{_SHORT_YEAR}(?:{_TIME}{_ZONE})?",
        rf"{_BEFORE}{_NAMED_MONTH} {_DAY}{_TIME}{_ZONE} {_YEAR}",  # as C writes them
        rf"(?P<year>\d{{4}})([/.-])(?P<month>\d\d?)\2(?P<day>\d\d?)(?:{_TIME}{_ZONE})?",
        rf"(?P<first>\d\d?)([/.-])(?P<then>\d\d?)\2{_YEAR}(?:{_TIME}{_ZONE})?",
    )
)
# A spreadsheet counts days, from 1900 or from 1904: which of the two no cell tells.
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?", re.ASCII)
_SEPARATORS = str.maketrans({"،": ",", "؍": "/", "؛": ","})


def read_moment(text: str, order: DayOrder = DayOrder.UNTOLD) -> date | datetime:
    """The day, local time or instant that a text tells; raises DateError."""
    text = text.strip()
    try:
        if _ISO.fullmatch(text):
            kind = datetime if len(text) > 10 else date
            return kind.fromisoformat(text.upper())
        return _written(text, order)
    except DateError:
        raise
    except ValueError as error:
        raise DateError(f"there is no such day or time: {_quoted(text)}") from error


def read_epoch(number: float) -> datetime:
    """The instant that a number tells: seconds or milliseconds since 1970.

    Seconds count from 1973 and milliseconds from 1985 to 2036: what lies outside may
    be a date written as a number, as in 20250418 or 202504181657.
    """
    for unit, first in ((1, 100_000_000), (1000, 500_000_000)):
        if first * unit <= number < 2_100_000_000 * unit:
            return datetime.fromtimestamp(number / unit, UTC)
    told = number if abs(number) < 10**18 else "too large"
    raise DateError(f"a number, but not of seconds since 1970: {told}")


def _written(text: str, order: DayOrder) -> date | datetime:
    if len(text) > LONGEST:
        raise DateError(f"not a date: {_quoted(text)}")
    plain = " ".join(fold(text).translate(_SEPARATORS).split())
    matches = (form.fullmatch(plain) for form in _FORMS)
    if not (found := next((match for match in matches if match), None)):
        if day := odd_day(plain):
            return day
        if _SERIAL.fullmatch(plain):
            reason = "a day number of a spreadsheet; format the column as a date"
            raise DateError(f"{reason}: {_quoted(text)}")
        raise DateError(f"not a date: {_quoted(text)}")
    said = found.groupdict()
    day = _ordered(said, order, text) if "first" in said else _day(said)
    if said["hour"] is None:
        return day
    return datetime.combine(day, _time(said), _zone(said))


def _day(said: dict[str, str]) -> date:
    month, year = said["month"], int(said["year"])
    if len(said["year"]) == 2:
        year += 1900 if year >= _FIRST_OF_1900S else 2000
    return date(year, MONTHS.get(month) or int(month), int(said["day"]))


def _ordered(said: dict[str, str], order: DayOrder, text: str) -> date:
    """The day of a date whose year comes last, if there is but one that it can be."""
    year, first, then = int(said["year"]), int(said["first"]), int(said["then"])
    days = []
    if order is not DayOrder.MONTH_FIRST and then <= 12:
        days.append(date(year, then, first))
    if order is not DayOrder.DAY_FIRST and first <= 12:
        days.append(date(year, first, then))
    if not days:
        raise ValueError(text)
    if days[0] != days[-1]:
        readings = " or ".join(map(day_text, days))
        reason = f"day or month first? {SAY_WHICH_IS_FIRST}"
        raise DateError(f"{reason}: {_quoted(text)} is {readings}")
    return days[0]


def _time(said: dict[str, str]) -> time:
    hour, half = int(said["hour"]), said["half"]
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    microsecond = (said["fraction"] or "0")[:6].ljust(6, "0")
    return time(hour, int(said["minute"]), int(said["second"] or 0), int(microsecond))


def _zone(said: dict[str, str]) -> tzinfo | None:
    """None also where a name may mean several zones: that leaves a local time."""
    if not said["sign"]:
        return ZONES[said["zone"]] if said["zone"] else None
    offset = timedelta(hours=int(said["hours"]), minutes=int(said["minutes"]))
    return timezone(-offset if said["sign"] == "-" else offset)


def _quoted(text: str) -> str:
    return repr(text[:40])
