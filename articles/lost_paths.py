"""What a reader may have looked for under an address that has no page.

Addresses come from other archives, from memory, and from dates that no calendar has.
"""

import calendar
import re
from datetime import date
from urllib.parse import unquote

from articles.days import FIRST_YEAR, LAST_YEAR

_LONGEST, _MOST_WORDS = 200, 20
# Our own lists stand at these beginnings, and say nothing of what was looked for.
_OF_THE_SITE = re.compile(r"^/(a|category|source|on-this-day|search|about)(?=/)")
_FILE_ENDING = re.compile(r"\.(html?|xhtml|php|aspx?|jsp|cfm)$", re.IGNORECASE)
# As whole parts of a path, or written together: /2025/04/31/, /news/2025-04-31-quay.
_IN_PARTS = re.compile(
    r"/([0-9]{4})(?:/([0-9]{1,2})(?:/([0-9]{1,2}))?)?(?![^/])"  # up to the next slash
)
_TOGETHER = re.compile(
    r"(?<![0-9])([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![0-9])",
)


def words_of(path: str) -> str:
    """The words of a path for a search: no figures, kind of file or name of a list."""
    bare = _FILE_ENDING.sub("", unquote(path).rstrip("/"))
    bare = _OF_THE_SITE.sub("", bare)
    words = [word for word in re.split(r"[\W_]+", bare) if word and not word.isdigit()]
    return " ".join(words[:_MOST_WORDS])[:_LONGEST]


def day_of(path: str) -> date | None:
    """The day that a path names, or the nearest one that a calendar has.

    Of a month or a year it is the first day; of /2025/13/ it is the year's last.
    """
    if not (found := _IN_PARTS.search(path) or _TOGETHER.search(path)):
        return None
    year, month, day = (int(part) if part else 1 for part in found.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if month > 12:
        return date(year, 12, 31)
    last = calendar.monthrange(year, max(month, 1))[1]
    return date(year, max(month, 1), min(max(day, 1), last))
