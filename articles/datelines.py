"""Datelines: the place and day that open a story, as in "PARIS, April 18, ..."."""

import re

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?"
    r"|Dec(?:ember|\.)?)"
)
_URDU_MONTH = "(?:جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر)"
# Of scripts that have capitals: Latin, Greek, Cyrillic.
_CAPITALS = r"[^\W\d_a-zßà-öø-ÿ\u0530-\u1dff\u1f00-\U0010ffff]+"
_AGENCY = r" ?\([^()\n]{2,60}\)"
_ENGLISH = re.compile(
    rf"(?P<dateline>(?P<place>{_CAPITALS}(?:[ .'’/-]{{1,2}}{_CAPITALS}){{0,5}}\.?"
    r"(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)??)"  # "PORTLAND, Maine"
    rf"(?P<day>, {_MONTH} [0-9]{{1,2}}(?:, [0-9]{{4}})?)?)"
    rf"(?:(?:,?{_AGENCY})? ?[-–—:]+ |(?(day), |(?!)))"
)
_URDU = re.compile(
    r"(?P<dateline>(?P<place>[\u0621-\u06d3]+(?: [\u0621-\u06d3]+)?)"
    rf"(?P<day>، ?[0-9۰-۹]{{1,2}} {_URDU_MONTH})?)"
    rf"(?:{_AGENCY}(?: ?[-–—:۔])? | ?[-–—:]+ |(?(day)[۔،] |(?!)))"
)
_NO_PLACES = {"AP", "AFP", "APP", "UPI", "BREAKING", "LIVE", "UPDATE", "WATCH"}
_LONGEST = 160


def dateline_of(body: str) -> str:
    """The dateline that opens a body, as it stands there; empty when there is none.

    It is a place in capitals (in Urdu: one or two words), perhaps with a day and an
    agency in brackets, set off by a dash or a colon, or by a comma after the day. The
    Associated Press Stylebook describes the form.
    """
    found = _ENGLISH.match(body[:_LONGEST]) or _URDU.match(body[:_LONGEST])
    if not found or len(found["place"]) < 3 or found["place"] in _NO_PLACES:
        return ""
    return found["dateline"]
