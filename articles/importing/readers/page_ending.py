"""Where a story ends: what follows it in its own column is the site's."""

import re
from itertools import takewhile

from articles import characters

_COPYRIGHT = re.compile(r"(?:©|\(c\)\s*\d{4}|copyright\b)", re.IGNORECASE)
_BULLET = re.compile(r"\A[\W_]+")
_LONGEST_LABEL = 60


def without_ending(text: str, links: set[str], italics: set[str]) -> str:
    """The text without the links and notices that follow the story; never without all.

    `links` and `italics` are the texts that the page has as such.
    """
    paragraphs = text.split("\n\n")
    while len(paragraphs) > 1 and (count := _ending(paragraphs, links, italics)):
        del paragraphs[max(1, len(paragraphs) - count) :]
    return "\n\n".join(paragraphs)


def _ending(paragraphs: list[str], links: set[str], italics: set[str]) -> int:
    """How many of the last paragraphs are no story."""
    last = paragraphs[-1]
    if _COPYRIGHT.match(last):
        # What stands before it in italics are the site's words about itself, too.
        return 1 + _in_italics(paragraphs[:-1], italics)
    announces = last.endswith(":") and len(last) <= _LONGEST_LABEL
    return 1 if announces or _is_links(last, links) else 0


def _in_italics(paragraphs: list[str], italics: set[str]) -> int:
    """How many at the end are in italics as a whole."""
    lines = map(characters.one_line, reversed(paragraphs))
    return sum(1 for _ in takewhile(italics.__contains__, lines))


def _is_links(paragraph: str, links: set[str]) -> bool:
    lines = (characters.one_line(line) for line in paragraph.split("\n"))
    return all(line in links or _BULLET.sub("", line) in links for line in lines)
