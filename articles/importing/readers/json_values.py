"""The values of a JSON file as bytes: of its list, or one after the other.

A scanner of brackets and strings finds where each value ends, and leaves the reading
of it to Python's json. So a broken value costs only itself, each is at hand as it came,
and only the one under way is held. (A streaming parser such as ijson is faster, but
stops for good at the first fault, and keeps no bytes.)
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedIOBase

LONGEST = 24 * 1024 * 1024  # bytes of one value: 10 million letters of Urdu are 20
# Brackets and commas of one value: each empty list takes thirty times its bytes.
MOST_PARTS = 100_000
DEEPEST = 500  # Python's json goes as deep, and not much deeper
# Where an object keeps its stories; one that has a headline is a story itself.
LISTS = ("articles", "items", "records", "data", "posts", "results")
_LIST_BEGINS = re.compile(rb'"(?:' + "|".join(LISTS).encode() + rb')"\s*:\s*\Z')
_LONGEST_BEGINNING = 64  # of a list, or of a line
_CHUNK = 256 * 1024

_NEXT = re.compile(rb'["{}\[\],]')
# A string breaks off at the end of its line, which JSON allows none to hold: a quote
# that does not close does not take the rest of the file with it.
_IN_STRING = re.compile(rb'[^"\\\n]*+(?:\\[^\n][^"\\\n]*+)*+')
# What separates values that stand one after the other; and the mark of UTF-8.
_BETWEEN = b" \t\r\n,\x1e\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Value:
    """The bytes of a value, or why it cannot be read."""

    data: bytes
    fault: str = ""


class JsonValues:
    """An iterator over the values of a stream."""

    def __init__(self, stream: BufferedIOBase) -> None:
        self._stream = stream
        self._buffer = bytearray()
        self._start = self._position = 0  # of the value under way; of what was scanned
        self._is_too_long = False
        self._parts = 0  # of the value under way
        self._indent = 0  # of its first bracket
        self._is_broken = False  # it has a string that does not end
        self._is_story = False
        self.depth = 0
        self.is_in_string = False
        self.list_depth = 0  # of the list whose values these are; 0 outside of one
        self.has_list = False  # the object under way has, or had, one

    def __iter__(self) -> Iterator[Value]:
        while self._has_more():
            while (found := self._found()) >= 0:
                self._position = found + 1
                yield from self._at(found)
                if self.depth > DEEPEST:
                    fault = f"nested more than {DEEPEST} deep: the rest is not read"
                    yield Value(b"", fault)
                    return
        yield from self._end()

    def _has_more(self) -> bool:
        """Read on; what lies before the value under way is forgotten."""
        if self._position - self._start > LONGEST:
            self._is_too_long = True
            self._start = self._position - _LONGEST_BEGINNING
        del self._buffer[: self._start]
        self._position -= self._start
        self._start = 0
        self._buffer += (more := self._stream.read1(_CHUNK))
        return bool(more)

    def _found(self) -> int:
        """Where the next bracket or comma is, or -1 if it is not read yet."""
        while True:
            if self.is_in_string and not self._passed_string():
                return -1
            found = _NEXT.search(self._buffer, self._position)
            self._position = found.start() if found else len(self._buffer)
            if not found or found[0] != b'"':
                return found.start() if found else -1
            self._position += 1
            self.is_in_string = True

    def _passed_string(self) -> bool:
        inside = _IN_STRING.match(self._buffer, self._position)
        self._position = inside.end() if inside else self._position
        rest = self._buffer[self._position : self._position + 2]
        if not rest or rest == b"\\":
            return False
        self._position += 1  # past the quote, or what breaks the string
        self.is_in_string = False
        self._is_broken |= rest[:1] != b'"'
        return True

    def _at(self, found: int) -> Iterator[Value]:
        """Go into a bracket, or out of it, or to the next value of the list."""
        self._parts += 1
        character = self._buffer[found : found + 1]
        if character == b",":
            if self.depth == self.list_depth > 0:
                yield self._value(found)
            elif self.depth == 1 and self.has_list:
                self._begin(found + 1)
        elif character in b"{[":
            yield from self._go_in(found, is_list=character == b"[")
        elif self.depth:
            yield from self._go_out(found)

    def _go_in(self, found: int, *, is_list: bool) -> Iterator[Value]:
        if self.depth == 0:
            if self._buffer[self._start : found].strip(_BETWEEN):
                yield self._value(found)
            self._start = found
        elif self.list_depth:
            yield from self._in_list(found)
        self.depth += 1
        if is_list and (self.depth == 1 or self._is_of_stories(found)):
            self.list_depth = self.depth
            self.has_list = self.depth == 2
            self._begin(found + 1)

    def _in_list(self, found: int) -> Iterator[Value]:
        """See where a value begins: after a broken one, as far in as that began."""
        near = max(self._start, found - _LONGEST_BEGINNING)
        line = self._buffer.rfind(b"\n", near, found) + 1
        is_first = line and not self._buffer[line:found].strip()
        indent = found - line if is_first else 0
        if self.depth == self.list_depth and not self._is_broken:
            self._indent = indent
        elif self._is_broken and is_first and indent == self._indent:
            yield self._value(line - 1)
            self.depth = self.list_depth

    def _is_of_stories(self, found: int) -> bool:
        if self.depth != 2 or self.list_depth or self._is_story:
            return False
        begins = max(self._start, found - _LONGEST_BEGINNING)
        if not _LIST_BEGINS.search(self._buffer, begins, found):
            return False
        self._is_story = self._buffer.find(b'"headline"', self._start, found) >= 0
        return not self._is_story

    def _go_out(self, found: int) -> Iterator[Value]:
        self.depth -= 1
        if self.list_depth > self.depth:
            if self._is_too_long or self._buffer[self._start : found].strip():
                yield self._value(found)
            self.list_depth = 0
            self._begin(found + 1)
        elif self.depth == 0:
            if not self.has_list:
                yield self._value(found + 1)
            self.has_list = self._is_story = False
            self._begin(found + 1)

    def _value(self, end: int) -> Value:
        """The value that ends here; the next one begins below."""
        fault = ""
        if self._is_too_long or end - self._start > LONGEST:
            fault = f"longer than {LONGEST:,} bytes"
        elif self._parts > MOST_PARTS:
            fault = f"more than {MOST_PARTS:,} values in one"
        data = b"" if fault else bytes(self._buffer[self._start : end])
        self._begin(end + (self.depth > 0))
        return Value(data, fault)

    def _begin(self, start: int) -> None:
        self._start, self._parts = start, 0
        self._is_too_long = self._is_broken = False

    def _end(self) -> Iterator[Value]:
        is_between = self.depth == self.list_depth and not self.is_in_string
        rest = self._buffer[self._start :].strip(_BETWEEN)
        if is_between and (rest or self._is_too_long):
            yield self._value(len(self._buffer))
        if self.depth:
            yield Value(b"", "the file ends within it, or within its list")
