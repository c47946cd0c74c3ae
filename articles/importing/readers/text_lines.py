"""The lines of a text file in whatever encoding, with their numbers."""

import io
from collections import deque
from io import BufferedReader
from typing import Self

from articles.importing.readers.encodings import (
    NOT_DECODED,
    encoding_of,
    legacy_encoding,
)

LONGEST = 12_000_000  # characters; a body may have 10 million
LOOKED_AT = 64 * 1024


class LineTooLongError(ValueError):
    """A line that is too long to be held; the next one can be read."""


class TextLines:
    """An iterator over lines that keep their ends; lines can be put back.

    A byte that is of no character stays in its line as a lone surrogate, or as U+FFFD
    where the encoding is a wide one: `is_whole` tells.
    """

    def __init__(self, stream: BufferedReader) -> None:
        self.number = 0  # of the line given last
        self.encoding = encoding_of(stream.peek(LOOKED_AT)[:LOOKED_AT])
        self._is_wide = self.encoding.startswith(("utf-16", "utf-32"))
        self._is_ascii = True  # all until now
        self._back: deque[str] = deque()
        self._text = io.TextIOWrapper(
            stream,
            self.encoding if self._is_wide else "utf-8",
            errors="replace" if self._is_wide else "surrogateescape",
            newline="",
        )

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        """The next line; raises LineTooLongError."""
        self.number += 1
        if self._back:
            return self._back.popleft()
        if not (line := self._text.readline(LONGEST + 1)):
            self.number -= 1
            raise StopIteration
        if len(line) > LONGEST and not line.endswith(("\n", "\r")):
            self._skip()
            raise LineTooLongError(f"longer than {LONGEST:,} characters")
        line = line.removeprefix("\ufeff") if self.number == 1 else line
        return line if line.isascii() or self._is_wide else self._decoded(line)

    def put_back(self, lines: list[str]) -> None:
        """Give these once more: the last ones that were given."""
        self._back.extendleft(reversed(lines))
        self.number -= len(lines)

    def is_whole(self, text: str) -> bool:
        """Whether all of its bytes were characters."""
        return "\ufffd" not in text if self._is_wide else not NOT_DECODED.search(text)

    def close(self) -> None:
        """Let go of the stream, and leave it open."""
        self._text.detach()

    def _decoded(self, line: str) -> str:
        """The line in the file's encoding, which may show only here."""
        data = line.encode("utf-8", "surrogateescape")
        if self._is_ascii and self.encoding == "utf-8" and not self.is_whole(line):
            self.encoding = legacy_encoding(data) or "utf-8"
        self._is_ascii = False
        return data.decode(self.encoding or "ascii", "surrogateescape")

    def _skip(self) -> None:
        while rest := self._text.readline(LONGEST):
            if rest.endswith(("\n", "\r")):
                return
