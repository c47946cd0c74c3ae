"""Numbers and days as pages write them: in Urdu, where so set, in the digits of Urdu.

All that readers see of either goes through here; what machines read, such as addresses,
`datetime` and the values of forms, does not.
"""

from datetime import date

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import get_language

_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_GROUPED = str.maketrans("0123456789,", "۰۱۲۳۴۵۶۷۸۹٬")


def in_digits(text: str | int) -> str:
    """A text of the site's own, with the digits of the language that is spoken."""
    return str(text).translate(_DIGITS) if _has_own_digits() else str(text)


def grouped(number: int) -> str:
    """A number, its thousands apart: 12,345 or ۱۲٬۳۴۵.

    Both languages part them alike. Django's own number_format looks that up each time,
    and pages have hundreds of numbers.
    """
    text = f"{number:,}"
    return text.translate(_GROUPED) if _has_own_digits() else text


def written(day: date, form: str) -> str:
    """A day or a moment in the form that Django knows by such letters: "j F Y"."""
    return in_digits(date_format(day, form))


def _has_own_digits() -> bool:
    return settings.URDU_DIGITS and get_language() == "ur"
