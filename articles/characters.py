"""The characters that the archive stores, and the shapes that its texts have.

Removed at the door are those that PostgreSQL, UTF-8 or XML 1.0 (section 2.2) have no
place for: one of them in a headline would break a query, a batch or a whole feed.
"""

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAK = re.compile("\r\n|[\r\x85\u2028\u2029]")
_DIGITS = {zero + value: str(value) for zero in (0x660, 0x6F0) for value in range(10)}
_BLANK_LINES = re.compile(r"\n{3,}")


def with_ascii_digits(text: str) -> str:
    """The text with Arabic, Persian and Urdu digits as European ones."""
    return text.translate(_DIGITS)


def storable(text: str) -> tuple[str, int]:
    """The text without forbidden characters, and how many there were."""
    return _FORBIDDEN.subn("", text)


def one_line(text: str) -> str:
    """The text as one line: every run of white space is one space, none at the ends."""
    return " ".join(text.split())


def paragraphs(text: str) -> str:
    """The text as paragraphs with one blank line between them.

    Lines end in a line feed and not in spaces; none is blank at either end.
    """
    lines = map(str.rstrip, _LINE_BREAK.sub("\n", text).split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()
