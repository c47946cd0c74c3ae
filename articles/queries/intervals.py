"""Days as a reader writes them: 2013-08, 2013-08/2013-10, P1W, today."""

import calendar
import re
from datetime import date
from typing import NamedTuple, TypeAlias

from articles.characters import with_ascii_digits
from articles.days import FIRST_DAY, LAST_DAY

Interval: TypeAlias = tuple[date | None, date | None]

_DAYS_AGO = {"TODAY": 0, "YESTERDAY": 1, "آج": 0}
_BETWEEN_ENDS = re.compile(r"/|\.{2,}")
_NUMBER = r"(?!00?\b)([0-9]{1,2})"
_DAY = re.compile(rf"([0-9]{{4}})(?:-{_NUMBER}(?:-{_NUMBER})?)?")
_LENGTH = re.compile(
    r"P(?:([0-9]{1,6})Y)?(?:([0-9]{1,6})M)?(?:([0-9]{1,6})W)?(?:([0-9]{1,6})D)?"
)


class _Length(NamedTuple):
    months: int
    days: int

    def before(self, day: date) -> date:
        return _moved(day, -self.months, -self.days)

    def after(self, day: date) -> date:
        return _moved(day, self.months, self.days)


def read_interval(text: str, *, today: date) -> Interval:
    """The first and the last day that a text names, both included; None is an open end.

    A year, a month or a day stands for all its days; ends are parted by "/" or "..",
    and one of them may be missing, or be a length as ISO 8601 has it. A length by
    itself ends today. Raises ValueError for what is none of these, or ends too early.
    """
    reason = f"no day, no length and no span: “{text[:60]}”"
    try:
        first, last = _read(_BETWEEN_ENDS.split(_normal(text)), today)
    except (ValueError, OverflowError) as error:
        raise ValueError(reason) from error
    begin, end = first or FIRST_DAY, last or LAST_DAY
    if not (first or last) or not FIRST_DAY <= begin <= end <= LAST_DAY:
        raise ValueError(reason)
    return first, last


def _normal(text: str) -> str:
    return with_ascii_digits("".join(text.split())).upper()


def _read(parts: list[str], today: date) -> Interval:
    if len(parts) == 1:
        length = _length(parts[0])
        return _ending(length, today) if length else _days(parts[0], today)
    begin, end = parts  # a third part is a ValueError as well
    if length := _length(begin):
        return _ending(length, _days(end, today)[1])
    first = _days(begin, today)[0] if begin else None
    if first and (length := _length(end)):
        return first, _shifted(length.after(first), -1)
    return first, _days(end, today)[1] if end else None


def _ending(length: _Length, last: date) -> Interval:
    return length.before(_shifted(last, 1)), last


def _days(text: str, today: date) -> tuple[date, date]:
    """The first and the last day of a year, a month or a day."""
    if text in _DAYS_AGO:
        named = _shifted(today, -_DAYS_AGO[text])
        return named, named
    if not (found := _DAY.fullmatch(text)):
        raise ValueError(text)
    year, month, day = (int(part or 0) for part in found.groups())
    if day:
        named = date(year, month, day)
        return named, named
    longest = calendar.monthrange(year, month or 12)[1]
    return date(year, month or 1, 1), date(year, month or 12, longest)


def _length(text: str) -> _Length | None:
    """The length of "P1Y6M", if the text is one and not nothing."""
    if not (found := _LENGTH.fullmatch(text)):
        return None
    years, months, weeks, days = (int(part or 0) for part in found.groups())
    length = _Length(years * 12 + months, weeks * 7 + days)
    return length if any(length) else None


def _moved(day: date, months: int, days: int) -> date:
    """The day some months and then days away; a shorter month has its last day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    longest = calendar.monthrange(year, month)[1]
    return _shifted(date(year, month, min(day.day, longest)), days)


def _shifted(day: date, days: int) -> date:
    return date.fromordinal(day.toordinal() + days)
