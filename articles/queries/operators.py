"""The names before a colon that say where, in what, or when to search."""

from enum import StrEnum


class Operator(StrEnum):
    HEADLINE = "headline"
    PLACE = "place"
    BYLINE = "by"
    CATEGORY = "category"
    SOURCE = "source"
    LANGUAGE = "lang"
    PUBLISHED = "date"
    DOCUMENT = "document"
    ADDED = "added"
    AFTER = "after"
    BEFORE = "before"


_NAMES = {
    Operator.HEADLINE: ("headline", "title", "intitle", "سرخی"),
    Operator.PLACE: ("place", "مقام"),
    Operator.BYLINE: ("by", "author", "از"),
    Operator.CATEGORY: ("category", "topic", "زمرہ"),
    Operator.SOURCE: ("source", "site", "ذریعہ", "ماخذ"),
    Operator.LANGUAGE: ("lang", "language", "زبان"),
    Operator.PUBLISHED: ("date", "published", "تاریخ"),
    Operator.DOCUMENT: ("document", "دستاویز"),
    Operator.ADDED: ("added", "شامل"),
    Operator.AFTER: ("after", "from", "since", "بعد"),
    Operator.BEFORE: ("before", "to", "until", "پہلے"),
}
# Arabic keyboards write two of the letters with other characters.
_ARABIC_LETTERS = str.maketrans("یہ", "يه")
_SPELLINGS = {
    spelling: operator
    for operator, names in _NAMES.items()
    for name in names
    for spelling in (name, name.translate(_ARABIC_LETTERS))
}
NAMES = tuple(_SPELLINGS)


def operator_of(name: str) -> Operator | None:
    """The operator that a name stands for, in any letter case."""
    return _SPELLINGS.get(name.lower())
