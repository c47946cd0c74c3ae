"""Spans of days in words: "August to October 2013"."""

from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.figures import written

# A year, a month, a day; and what a first one leaves out that lies in the same month,
# in the same year, or elsewhere.
_FORMS = {"year": "Y", "month": "F Y", "day": "j F Y"}
_SHORT_FORMS = {
    "year": ("Y", "Y", "Y"),
    "month": ("F", "F", "F Y"),
    "day": ("j", "j F", "j F Y"),
}


def describe_span(first: date | None, last: date | None) -> str:
    """The days from first to last, by whole years or months where they are that.

    None is an open end; without any end, the text is empty.
    """
    if first and last:
        return _between(first, last)
    if first:
        return _("from %(day)s") % {"day": _in(_unit(first, None), first)}
    if last:
        return _("up to %(day)s") % {"day": _in(_unit(None, last), last)}
    return ""


def _between(first: date, last: date) -> str:
    unit = _unit(first, last)
    if _in(unit, first) == _in(unit, last):
        return _in(unit, last)
    same_month, same_year, other = _SHORT_FORMS[unit]
    form = same_year if first.year == last.year else other
    if (first.year, first.month) == (last.year, last.month):
        form = same_month
    days = {"first": written(first, form), "last": _in(unit, last)}
    return pgettext("a span of days", "%(first)s to %(last)s") % days


def _unit(first: date | None, last: date | None) -> str:
    """The longest of year, month and day that begins and ends with the span."""
    begins, ends = first or date(1, 1, 1), last or date(9999, 12, 31)
    if begins.day != 1 or not _ends_month(ends):
        return "day"
    return "year" if begins.month == 1 and ends.month == 12 else "month"


def _ends_month(day: date) -> bool:
    return day == date.max or (day + timedelta(days=1)).day == 1


def _in(unit: str, day: date) -> str:
    return written(day, _FORMS[unit])
