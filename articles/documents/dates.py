"""Days and moments as documents write them: in English, in every reader's language."""

import re
from datetime import date, datetime, time, timedelta

from articles.characters import with_ascii_digits
from articles.days import FIRST_DAY, FIRST_YEAR, LAST_DAY, LAST_YEAR

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
# A moment in the hour that a clock shows again when summer time ends.
_SECOND_TIME = "(second time)"

# Texts are matched in lower case, every run of white space one space.
_WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
)
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_MONTH, _YEAR = r"(?P<month>[a-z]+)\.?", r"(?P<year>[0-9]{4})"
_DAY_FORMS = (
    rf"{_WEEKDAY}{_MONTH} {_DAY},? {_YEAR}",
    rf"{_WEEKDAY}{_DAY} {_MONTH},? {_YEAR}",
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})",
)
_TIME = (
    r"(?:,? (?:at )?|t)(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{2}))?(?: ?(?P<half>[ap])\.?m\.?)?"
    rf"(?P<again> {re.escape(_SECOND_TIME)})?"
)
_DAYS = tuple(re.compile(form) for form in _DAY_FORMS)
_MOMENTS = tuple(re.compile(form + _TIME) for form in _DAY_FORMS)
# A clock may show the neighbour of the day in UTC, for which the archive's limits hold.
_SLACK = timedelta(days=1)


def day_text(day: date) -> str:
    """The day as in "April 18, 2025"."""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year:04}"


def moment_text(moment: datetime) -> str:
    """The moment to the second, as in "Fri, Nov 21 2025 04:57:59 pm"."""
    weekday, month = _WEEKDAYS[moment.weekday()], _MONTHS[moment.month - 1][:3]
    hour, half = (moment.hour + 11) % 12 + 1, "am" if moment.hour < 12 else "pm"
    text = (
        f"{weekday}, {month} {moment.day:02} {moment.year:04}"
        f" {hour:02}:{moment.minute:02}:{moment.second:02} {half}"
    )
    return f"{text} {_SECOND_TIME}" if moment.fold else text


def read_day(text: str) -> date:
    """The day that a text tells; what it says of the weekday is not looked at.

    Raises ValueError with a reason for people.
    """
    found = _match(_DAYS, text, 'a day as in "April 18, 2025"')
    day = _day(found, text)
    _check_year(day, FIRST_DAY, LAST_DAY)
    return day


def read_moment(text: str) -> datetime:
    """The local time that a text tells, its `fold` 1 where the text says "second time".

    Raises ValueError with a reason for people.
    """
    found = _match(_MOMENTS, text, 'a moment as in "Nov 21 2025 04:57:59 pm"')
    day = _day(found, text)
    _check_year(day, FIRST_DAY - _SLACK, LAST_DAY + _SLACK)
    hour, minute = _hour(found), int(found["minute"])
    second, fold = int(found["second"] or 0), 1 if found["again"] else 0
    try:
        return datetime.combine(day, time(hour, minute, second, fold=fold))
    except ValueError as error:
        raise ValueError(f"there is no such time: {_quoted(text)}") from error


def _match(forms: tuple[re.Pattern[str], ...], text: str, wanted: str) -> re.Match[str]:
    plain = with_ascii_digits(" ".join(text.lower().split()))
    matches = (form.fullmatch(plain) for form in forms)
    if not (found := next((match for match in matches if match), None)):
        raise ValueError(f"not {wanted}: {_quoted(text)}")
    return found


def _day(found: re.Match[str], text: str) -> date:
    try:
        return date(int(found["year"]), _month(found["month"]), int(found["day"]))
    except ValueError as error:
        raise ValueError(f"there is no such day: {_quoted(text)}") from error


def _month(name: str) -> int:
    """The number of a month that is called by its number or its first letters."""
    if name.isdecimal():
        return int(name)
    if len(name) < 3:
        raise ValueError(name)
    begins = (month.lower().startswith(name) for month in _MONTHS)
    return list(begins).index(True) + 1


def _hour(found: re.Match[str]) -> int:
    """The hour of the day; one over 12 is of 24, though "pm" may follow it."""
    hour, half = int(found["hour"]), found["half"]
    if half and hour <= 12:
        return hour % 12 + (12 if half == "p" else 0)
    return hour


def _check_year(day: date, first: date, last: date) -> None:
    if not first <= day <= last:
        reason = f"{day.year} does not lie between {FIRST_YEAR} and {LAST_YEAR}"
        raise ValueError(reason)


def _quoted(text: str) -> str:
    return f"“{text[:60].strip()}”"
