"""The values of a record as a reader found it: their names, types and lengths."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from articles import addresses, characters
from articles.days import (
    FIRST_DAY,
    FIRST_INSTANT,
    FIRST_YEAR,
    LAST_DAY,
    LAST_INSTANT,
    LAST_YEAR,
)
from articles.importing.moments import DateError, DayOrder, read_epoch, read_moment

LONGEST = {
    "headline": 1000,
    "summary": 20_000,
    "byline": 500,
    "body": 10_000_000,
    "source": 200,
    "category": 200,
}
# Each is a category of its own, which is looked for and perhaps made.
MOST_CATEGORIES = 50
# Higher ones would leave too few for the articles that are added after them.
HIGHEST_NUMBER = 10**12
# A value may stand under our own name for it, or under one that other archives use.
_NAMES = {
    "summary": ("summary", "standfirst", "deck"),
    "byline": ("byline", "author"),
    "categories": ("categories", "category"),
    "published_on": ("published_on", "published", "published_at"),
    "published_at": ("published_at", "published"),
}


class RecordError(ValueError):
    """A record that cannot be stored: the field that is at fault, and why."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field, self.reason = field, reason


class Values:
    """The values of one record by any of their names, checked for type and length."""

    def __init__(self, fields: Mapping[str, object], order: DayOrder) -> None:
        self.fields = fields
        self.order = order
        self.removed = 0

    def text(self, field: str) -> str:
        value = self._value(field)
        if value is None:
            return ""
        return self._clean(field, value)

    def names(self, field: str) -> tuple[str, ...]:
        value = self._value(field)
        if value is None:
            return ()
        parts = value.split(",") if isinstance(value, str) else value
        if not isinstance(parts, list | tuple):
            raise RecordError(field, f"is {_kind(value)}, not a list of names")
        if len(parts) > MOST_CATEGORIES:
            raise RecordError(field, f"more than {MOST_CATEGORIES} names")
        names = [characters.one_line(self._clean("category", part)) for part in parts]
        for name in names:
            if "," in name:
                raise RecordError(field, f"a name may not hold a comma: {name!r}")
        return tuple(dict.fromkeys(filter(None, names)))

    def number(self, field: str) -> int | None:
        value = self._value(field)
        if value is None:
            return None
        text = str(value) if type(value) is int else self._clean(field, value)
        if not re.fullmatch("[0-9]{1,13}", text) or not 0 < int(text) < HIGHEST_NUMBER:
            raise RecordError(field, f"no number of an article: {text[:40]!r}")
        return int(text)

    def day(self, field: str) -> date | None:
        moment = self._moment(field)
        return moment.date() if isinstance(moment, datetime) else moment

    def instant(self, field: str) -> datetime | None:
        """The instant, if the value tells one: a time without an offset does not."""
        moment = self._moment(field)
        is_instant = isinstance(moment, datetime) and moment.tzinfo is not None
        return moment if isinstance(moment, datetime) and is_instant else None

    def _moment(self, field: str) -> date | datetime | None:
        value = self._value(field)
        moment = value if isinstance(value, date) else self._read(field, value)
        if moment and not _is_sane(moment):
            reason = f"not between {FIRST_DAY} and {LAST_DAY}: {moment.isoformat()}"
            raise RecordError(field, reason)
        return moment

    def _read(self, field: str, value: object) -> date | datetime | None:
        try:
            if isinstance(value, int | float) and not isinstance(value, bool):
                return read_epoch(value)
            text = self._clean(field, "" if value is None else value).strip()
            return read_moment(text, self.order) if text else None
        except DateError as error:
            raise RecordError(field, str(error)) from error

    def _value(self, field: str) -> object:
        names = _NAMES.get(field, (field,))
        given = (self.fields.get(name) for name in names)
        return next((value for value in given if value not in (None, "")), None)

    def _clean(self, field: str, value: object) -> str:
        if not isinstance(value, str):
            raise RecordError(field, f"is {_kind(value)}, not text")
        text, removed = characters.storable(value)
        self.removed += removed
        longest = LONGEST.get(field, addresses.MAX_LENGTH)
        if len(text) > longest:
            raise RecordError(field, f"longer than {longest:,} characters")
        return text


def _is_sane(moment: date | datetime) -> bool:
    if isinstance(moment, datetime) and moment.tzinfo:
        return FIRST_INSTANT <= moment <= LAST_INSTANT
    return FIRST_YEAR <= moment.year <= LAST_YEAR


def _kind(value: object) -> str:
    kinds = {
        bool: "true or false",
        dict: "an object",
        list: "a list",
        type(None): "null",
    }
    return kinds.get(type(value), "a number")
