"""Days in words and orders that nobody lists: "Friday the 18th of April, 2025".

dateparser reads them, in half a millisecond or more, and reads a little too much. So it
is asked only where a text has one month and one year, and what it answers must be what
the text names. It is asked for no time: what it makes of the names of zones depends on
its own list of them.
"""

import re
from datetime import date
from functools import lru_cache

from dateparser.date import DateDataParser

from articles.importing.moment_words import MONTHS, any_of

_PARSER = DateDataParser(
    languages=["en", "ur"],
    settings={
        "STRICT_PARSING": True,  # or parts of today are filled in
        "PARSERS": ["absolute-time"],  # no "yesterday", no "2 days ago"
        "TIMEZONE": "UTC",  # or it asks the machine
    },
)
_MONTH = re.compile(rf"\b(?:{any_of(MONTHS)})\b")
_NUMBER = re.compile("[0-9]+")


@lru_cache(maxsize=4096)  # the stories of a day have its date each
def odd_day(text: str) -> date | None:
    """The day that a folded text names, or None."""
    months = {MONTHS[name] for name in _MONTH.findall(text)}
    numbers = _NUMBER.findall(text)
    years = [int(number) for number in numbers if len(number) == 4]
    if len(months) != 1 or len(years) != 1:
        return None
    moment = _PARSER.get_date_data(text).date_obj
    if not moment or moment.year != years[0] or moment.month not in months:
        return None
    days = {int(number) for number in numbers if len(number) <= 2}
    return moment.date() if moment.day in days else None
