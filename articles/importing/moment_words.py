"""The words that dates are written with, in English and in Urdu: months, days, zones.

All stand here as `articles.folding.fold` leaves them, so that Arabic and Urdu letters,
digits and letter cases are one.
"""

import re
from collections.abc import Iterable
from datetime import timedelta, timezone

from articles.folding import fold

_ENGLISH_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
_URDU_MONTHS = (
    *("جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر"),
    *("اکتوبر", "نومبر", "دسمبر"),
)
MONTHS = {
    **{name[:3]: month for month, name in enumerate(_ENGLISH_MONTHS, start=1)},
    "sept": 9,
    **{name: month for month, name in enumerate(_ENGLISH_MONTHS, start=1)},
    **{fold(name): month for month, name in enumerate(_URDU_MONTHS, start=1)},
}
_URDU_WEEKDAYS = "پیر سوموار منگل بدھ جمعرات جمعہ ہفتہ اتوار"

# A zone whose name does not tell its offset for sure: a moment in it is a local time.
_VAGUE_ZONES = (
    *(
        "et",
        "ct",
        "mt",
        "pt",
        "ist",
        "bst",
        "wet",
        "west",
        "cet",
        "cest",
        "eet",
        "eest",
    ),
    *("msk", "gst", "wat", "eat", "sast", "sgt", "hkt", "jst", "aest", "aedt"),
)
# RFC 822, section 5.1, but for the letters that it got wrong; and Pakistan's.
_HOURS = {
    0: ("z", "ut", "utc", "gmt"),
    5: ("pkt",),
    -4: ("edt",),
    -5: ("est", "cdt"),
    -6: ("cst", "mdt"),
    -7: ("mst", "pdt"),
    -8: ("pst",),
}
ZONES: dict[str, timezone | None] = {
    **dict.fromkeys(_VAGUE_ZONES),
    **{
        name: timezone(timedelta(hours=hours))
        for hours, names in _HOURS.items()
        for name in names
    },
}


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longer ones first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


WEEKDAY = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
    f"|(?:بروز )?(?:{any_of(fold(_URDU_WEEKDAYS).split())})"
)
