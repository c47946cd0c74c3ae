"""What is shown of a text: all of it or its best passage, with the hits marked.

The marks are characters of the private use area, so that the text between them can be
escaped before they become markup. Of a long text the beginning alone is looked at.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articles import characters
from articles.marking.text import MARK_END, MARK_START, Hit, Term, Text

_LEAD = 60
_SENTENCE_BEGINS = re.compile(r"(?:[.!?…؟۔][^\w\s]*\s|[。！？]|\n)\s*(?![a-z\s])")
_SPACE = re.compile(r"\s+")


class _Part(NamedTuple):
    start: int
    end: int
    terms: frozenset[int]


def marked(text: Text, terms: Sequence[Term]) -> str:
    """The whole text, with its hits between marks; a phrase is one hit."""
    return _with_marks(text.text, text.hits(terms), 0, len(text.text))


def passage(text: Text, terms: Sequence[Term], *, length: int = 240) -> str:
    """The part of a text that shows most of the terms, on one line with marks.

    It has about the length asked for: two parts of half of it each, where these have
    more of the terms than one. A text without hits has no passage.
    """
    hits = text.hits(terms)
    if not hits:
        return ""
    parts = _best_parts(hits, length)
    ranges = [_range(text, part, length // len(parts)) for part in parts]
    shown = (_with_marks(text.text, hits, *span) for span in _joined(ranges))
    return " … ".join(map(characters.one_line, shown))


def _best_parts(hits: list[Hit], length: int) -> list[_Part]:
    """The best part of a text, or the two that show more of the terms between them."""
    length -= length // 4  # which is for the text around it
    one = _best_part(hits, length)
    if len(one.terms) < len({hit.term for hit in hits}):
        first = _best_part(hits, length // 2)
        second = _best_part(hits, length // 2, known=first.terms)
        if len(first.terms | second.terms) > len(one.terms):
            return [first, second]
    return [one]


def _best_part(
    hits: list[Hit], length: int, known: frozenset[int] = frozenset()
) -> _Part:
    """What has most terms, those known aside, then most hits, then comes first."""
    counts: Counter[int] = Counter()
    best, best_score = slice(0, 1), (0, 0)
    end = 0
    for first, hit in enumerate(hits):
        while end < len(hits) and (end == first or hits[end].end - hit.start <= length):
            counts[hits[end].term] += 1
            end += 1
        score = (len(counts.keys() - known), end - first)
        if score > best_score:
            best, best_score = slice(first, end), score
        counts[hit.term] -= 1
        if not counts[hit.term]:
            del counts[hit.term]
    chosen = hits[best]
    terms = frozenset(hit.term for hit in chosen)
    return _Part(chosen[0].start, max(hit.end for hit in chosen), terms)


def _range(read: Text, part: _Part, length: int) -> tuple[int, int]:
    """From where to where a part is shown: with some text around it, by whole words."""
    room = max(0, length - (part.end - part.start))
    lead = min(_LEAD, length // 4, room)
    earliest = min(part.start - lead, len(read.text) - length)
    begin = _begin(read, earliest, part.start)
    return begin, _end(read, part.end, max(part.end, begin + length))


def _begin(read: Text, earliest: int, latest: int) -> int:
    """Where a sentence begins, if one does near the earliest place; else a word."""
    if earliest <= 0:
        return 0
    near = min(latest, earliest + _LEAD)
    found = _SENTENCE_BEGINS.search(read.text, earliest, near)
    if found := found or _SPACE.search(read.text, earliest, latest):
        return found.end()
    return read.start_of_word(earliest)


def _end(read: Text, earliest: int, latest: int) -> int:
    """Where a word ends, at the latest place or before it."""
    if latest >= len(read.text):
        return len(read.text)
    for place in range(latest, earliest, -1):
        if read.text[place].isspace():
            return place
    return max(earliest, read.end_of_word(latest))


def _joined(ranges: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The ranges in their order; those that meet are one."""
    begin, end = min(ranges)
    for next_begin, next_end in sorted(ranges):
        if next_begin > end:
            yield begin, end
            begin = next_begin
        end = max(end, next_end)
    yield begin, end


def _with_marks(text: str, hits: list[Hit], begin: int, end: int) -> str:
    """A range of a text with the hits in it between marks, none inside another."""
    inside = [(it.start, it.end) for it in hits if begin <= it.start and it.end <= end]
    pieces: list[str] = []
    for start, stop in _joined(inside) if inside else ():
        pieces += text[begin:start], MARK_START, text[start:stop], MARK_END
        begin = stop
    return "".join([*pieces, text[begin:end]])
