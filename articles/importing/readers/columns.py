"""What the columns of a table are, told by their names or by an operator."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from articles.characters import storable
from articles.importing.advice import NAME_THEM
from articles.importing.readers.column_names import NAMES, RANKS, folded

# Columns by which an archive like this one is known to have written a table; then those
# below are fields, too. Elsewhere a number may be anything.
_OWN = {"number", "dateline", "captured_at", "source_url"}
_OWN_FIELDS = ("number", "state")
_TELLING = ("headline", "body", "source_url")  # one of them an article must have
_MOST = 1000
# Each row is kept with the header. In characters, of one name and of all.
LONGEST_NAME, LONGEST_HEADER = 300, 16 * 1024
_SHOWN = 12  # in a refusal or a note

Mapped = Mapping[str, tuple[str, ...]]  # the columns that an operator named for a field


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


def is_named(name: str, mapped: Mapped) -> bool:
    """Whether an operator named this column."""
    columns = (column for names in mapped.values() for column in names)
    return folded(name) in map(folded, columns)


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
    _assure_short(header)
    names = tuple(" ".join(storable(name)[0].split()) for name in header)
    fields = [""] * len(names)
    for field in NAMES:
        for position in _positions(field, names, mapped):
            fields[position] = field
    if set(names) >= _OWN:
        for position, name in enumerate(names):
            fields[position] = name if name in _OWN_FIELDS else fields[position]
    return Columns(names, tuple(fields))


def _assure_short(header: list[str]) -> None:
    if any(len(name) > LONGEST_NAME for name in header):
        reason = f"a name is longer than {LONGEST_NAME} characters"
        raise HeaderError(f"no header, or a damaged one: {reason}")
    if sum(map(len, header)) > LONGEST_HEADER:
        raise HeaderError(f"more than {LONGEST_HEADER:,} characters in all")


def quoted(names: list[str]) -> str:
    """The names for people, the first of them where there are many."""
    shown = ", ".join(repr(name[:40]) for name in names[:_SHOWN])
    rest = len(names) - _SHOWN
    return f"{shown} and {rest:,} more" if rest > 0 else shown


def _positions(field: str, names: tuple[str, ...], mapped: Mapped) -> list[int]:
    """The columns of a field: of its categories all, of other fields the best named."""
    if field in mapped:
        return [_named(name, names) for name in mapped[field]]
    taken = {folded(name) for columns in mapped.values() for name in columns}
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
        known_for, rank = RANKS.get(folded(name), ("", 0))
        if known_for == field and folded(name) not in taken:
            yield rank, position


def _named(name: str, names: tuple[str, ...]) -> int:
    """The place of a column that an operator named."""
    found = Counter(folded(other) for other in names)[folded(name)]
    if found != 1:
        reason = "two columns have one name" if found else "there is no such column"
        raise HeaderError(f"{reason}: {name!r}")
    return [folded(other) for other in names].index(folded(name))
