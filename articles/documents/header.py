"""Finds a document's header lines: where they stand, what they hold, where they end."""

import re
from typing import NamedTuple

from articles.documents.labels import LABELS, Label, label_of, trimmed

LINK = re.compile(r"(?:\[\s*)?click\s+here\b\s*\]?\s*", re.IGNORECASE)


class Entry(NamedTuple):
    """A value of the header, and the line on which it stands, counted from 1."""

    value: str
    line: int


class Header(NamedTuple):
    """The values by their labels, and the index of the line after the last of them."""

    entries: dict[Label, Entry]
    end: int

    def is_whole(self) -> bool:
        """Whether all labels are there and no line lies between them."""
        lines = [entry.line for entry in self.entries.values()]
        return lines == list(range(self.end - len(LABELS) + 1, self.end + 1))


def next_line(lines: list[str], start: int) -> int:
    """The index of the next line that is not blank, or that after the last line."""
    rest = range(start, len(lines))
    return next((index for index in rest if lines[index].strip()), len(lines))


def read_header(lines: list[str], start: int) -> Header:
    """Each label once, in its order; the first line without a later one ends it."""
    entries: dict[Label, Entry] = {}
    end = start
    for number, label in enumerate(LABELS):
        at = next_line(lines, end)
        value = label.value_in(lines[at]) if at < len(lines) else None
        if value is None:
            continue
        if not value and _is_value_below(lines, at + 1, LABELS[number + 1 :]):
            at = next_line(lines, at + 1)
            value = trimmed(lines[at])
        entries[label] = Entry(value, at + 1)
        end = at + 1
    return Header(entries, end)


def _is_value_below(lines: list[str], start: int, later: tuple[Label, ...]) -> bool:
    """Whether a label's value has the next line to itself: a later label follows it.

    After the last label, the value is the link.
    """
    at = next_line(lines, start)
    if at == len(lines) or label_of(lines[at]):
        return False
    if not later:
        return bool(LINK.match(trimmed(lines[at])))
    after = next_line(lines, at + 1)
    return after < len(lines) and label_of(lines[after]) in later
