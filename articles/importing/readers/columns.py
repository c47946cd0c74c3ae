"""What the columns of a table are, told by their names in English and in Urdu."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from articles.characters import storable
from articles.folding import fold
from articles.importing.advice import NAME_THEM

# By field, the better name first; letter case, spaces and marks between do not count.
_NAMES = {
    "headline": "headline|title|heading|headline text|article title|post title"
    "|سرخی|شہ سرخی|عنوان",
    "summary": "summary|standfirst|deck|description|abstract|excerpt|subtitle|lead"
    "|خلاصہ",
    "body": "body|text|content|article|article text|article body|body text|full text"
    "|story|story text|post content|متن|خبر|تفصیل",
    "byline": "byline|author|authors|author name|writer|writer name|reporter|by"
    "|مصنف|نامہ نگار|تحریر",
    "published_on": "published on",
    "published_at": "published at",
    "published": "published|date|date published|publish date|publication date|pub date"
    "|datetime|timestamp|post date|تاریخ|تاریخ اشاعت",
    "captured_at": "captured at|document date|retrieved at|scraped at",
    "categories": "categories|category|section|sections|tags|tag|topics|topic|subject"
    "|زمرہ|زمرے|شعبہ|موضوع",
    "source": "source|site|website|publication|publisher|newspaper|outlet|ماخذ|اخبار",
    "source_url": "source url|url|link|address|permalink|web url|article url"
    "|web address|ربط|لنک|پتہ",
    "language": "language|lang|زبان",
}
# Columns by which an archive like this one is known to have written a table; then those
# below are fields, too. Elsewhere a number may be anything.
_OWN = {"number", "dateline", "captured_at", "source_url"}
_OWN_FIELDS = ("number", "state")
_TELLING = ("headline", "body", "source_url")  # one of them an article must have
_MOST, _LONGEST_NAME = 1000, 300
_SHOWN = 12  # in a refusal or a note

Mapped = Mapping[str, tuple[str, ...]]  # the columns that an operator named for a field


def _folded(name: str) -> str:
    return re.sub(r"[\W_]+", "", fold(name))


_RANKS = {
    _folded(name): (field, rank)
    for field, names in _NAMES.items()
    for rank, name in enumerate(names.split("|"))
}


class HeaderError(ValueError):
    """Why the columns of a table cannot be told."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The header of a table, and for each column its field, or "" where it has none."""

    header: tuple[str, ...]
    fields: tuple[str, ...]

    @property
    def is_own(self) -> bool:
        """Whether an archive like this one wrote the table."""
        return set(self.header) >= _OWN

    @property
    def left_out(self) -> list[str]:
        """The names of the columns that are not read."""
        known = {"dateline"} if self.is_own else set()  # the body opens with it
        pairs = zip(self.header, self.fields, strict=True)
        return [
            name for name, field in pairs if name and not field and name not in known
        ]


def field_of(name: str) -> str:
    """The field that a name is known for, or an empty text."""
    return _RANKS.get(_folded(name), ("", 0))[0]


def is_named(name: str, mapped: Mapped) -> bool:
    """Whether an operator named this column."""
    columns = (column for names in mapped.values() for column in names)
    return _folded(name) in map(_folded, columns)


def is_telling(fields: set[str]) -> bool:
    """Whether columns of these fields can make an article."""
    return not fields.isdisjoint(_TELLING)


def columns_of(header: list[str], mapped: Mapped) -> Columns:
    """What each column is; raises HeaderError where that makes no article."""
    columns = columns_told(header, mapped)
    if not is_telling(set(columns.fields)):
        reason = "no column is known for headline, body or address"
        raise HeaderError(f"{reason}; {NAME_THEM}: {quoted(list(columns.header))}")
    return columns


def columns_told(header: list[str], mapped: Mapped) -> Columns:
    """What each column is, be it nothing; raises HeaderError where it may be two."""
    if len(header) > _MOST:
        raise HeaderError(f"more than {_MOST:,} columns")
    if any(len(name) > _LONGEST_NAME for name in header):  # each row is kept with it
        reason = f"a name is longer than {_LONGEST_NAME} characters"
        raise HeaderError(f"no header, or a damaged one: {reason}")
    names = tuple(" ".join(storable(name)[0].split()) for name in header)
    fields = [""] * len(names)
    for field in _NAMES:
        for position in _positions(field, names, mapped):
            fields[position] = field
    if set(names) >= _OWN:
        for position, name in enumerate(names):
            fields[position] = name if name in _OWN_FIELDS else fields[position]
    return Columns(names, tuple(fields))


def quoted(names: list[str]) -> str:
    """The names for people, the first of them where there are many."""
    shown = ", ".join(repr(name[:40]) for name in names[:_SHOWN])
    rest = len(names) - _SHOWN
    return f"{shown} and {rest:,} more" if rest > 0 else shown


def _positions(field: str, names: tuple[str, ...], mapped: Mapped) -> list[int]:
    """The columns of a field: of its categories all, of other fields the best named."""
    if field in mapped:
        return [_named(name, names) for name in mapped[field]]
    taken = {_folded(name) for columns in mapped.values() for name in columns}
    ranks = sorted(_ranked(field, names, taken))
    if field == "categories":
        return [position for _, position in ranks]
    best = [position for rank, position in ranks if rank == ranks[0][0]]
    if len(best) > 1:
        raise HeaderError(f"two columns have one name: {names[best[0]]!r}")
    return best


def _ranked(
    field: str, names: tuple[str, ...], taken: set[str]
) -> Iterator[tuple[int, int]]:
    for position, name in enumerate(names):
        known_for, rank = _RANKS.get(_folded(name), ("", 0))
        if known_for == field and _folded(name) not in taken:
            yield rank, position


def _named(name: str, names: tuple[str, ...]) -> int:
    """The place of a column that an operator named."""
    found = Counter(_folded(other) for other in names)[_folded(name)]
    if found != 1:
        reason = "two columns have one name" if found else "there is no such column"
        raise HeaderError(f"{reason}: {name!r}")
    return [_folded(other) for other in names].index(_folded(name))
