"""The rows of CSV, each with the line where it begins; a broken one costs no other."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from articles.importing.readers.text_lines import LONGEST, LineTooLongError, TextLines

# After a quote that does not close, lines are read again: in all about as many as there
# are, or a file of such quotes would take hours.
_MOST_READ_AGAIN = 4 * LONGEST


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, or why it has none."""

    line: int
    cells: list[str]
    fault: str = ""


class _RowTooLongError(ValueError):
    """A row that goes on and on: mostly a quote that does not close."""


class _Taken:
    """Hands lines to the csv module, and remembers those of the row under way."""

    def __init__(self, lines: TextLines) -> None:
        self._lines = lines
        self.begin()

    def begin(self) -> None:
        self.lines: list[str] = []
        self.size = 0

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.lines.append(line)
        self.size += len(line)
        if self.size > LONGEST:
            raise _RowTooLongError
        return line


def rows(lines: TextLines, delimiter: str) -> Iterator[Row]:
    """The rows; after a broken one it goes on with the line below its first."""
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST))  # one for all of Python
    taken, left = _Taken(lines), _MOST_READ_AGAIN
    reader = csv.reader(taken, delimiter=delimiter, strict=True)
    while left > 0:
        taken.begin()
        line = lines.number + 1
        try:
            row = Row(line, next(reader))
        except StopIteration:
            return
        except (csv.Error, _RowTooLongError, LineTooLongError) as error:
            yield Row(line, [], _fault(error, line, taken.lines))
            if not isinstance(error, LineTooLongError):
                lines.put_back(taken.lines[1:])
            left -= taken.size
            reader = csv.reader(taken, delimiter=delimiter, strict=True)
        else:
            left += taken.size
            yield row
    yield Row(lines.number, [], "too many quotes do not close: the rest is not read")


def _fault(error: Exception, line: int, lines: list[str]) -> str:
    if isinstance(error, LineTooLongError):
        return str(error)
    if '"' in str(error):
        return "a quote within quotes is not doubled"
    opened = line + _opening(lines)
    end = "the file" if isinstance(error, csv.Error) else f"{LONGEST:,} characters"
    return f"a quote does not close before the end of {end}: opened in line {opened}"


def _opening(lines: list[str]) -> int:
    """In which of the lines the quote that is still open at their end was opened."""
    quotes, opening = 0, 0
    for number, line in enumerate(lines):
        opening = opening if quotes % 2 else number
        quotes += line.count('"')
    return opening
