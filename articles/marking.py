"""The words found in a text: marked in it as they are spelt, and its best passage.

The marks are characters of the private use area, so that the text between them can be
escaped before they become markup. Of a long text the beginning alone is looked at.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from articles import characters
from articles.folding import folded

MARK_START, MARK_END = "\ue000", "\ue001"
_LOOKED_AT = 50_000
_LEAD = 60

_COMBINING = "".join(
    character
    for character in map(chr, range(0x300, 0x3100))
    if unicodedata.category(character).startswith("M")
)
# As PostgreSQL's parser has words: "u.s" and "3.5" are one, "don't" and "3.5m" are two.
_NUMBER = r"[0-9]+\.[0-9]+(?![0-9.])"
_ASCII_WORD = re.compile(rf"{_NUMBER}|[a-z0-9]+(?:\.[a-z0-9]+)*")
_WORD = re.compile(
    rf"{_NUMBER}|[^\W_]+(?:[{_COMBINING}]+[^\W_]*|(?<=[a-z0-9])\.[a-z0-9]+)*"
)
_SENTENCE_BEGINS = re.compile(r"(?:[.!?…؟۔][^\w\s]*\s|[。！？]|\n)\s*(?![a-z\s])")
_SPACE = re.compile(r"\s+")


class Surface(NamedTuple):
    """A word where it stands in a text, and as it is compared."""

    start: int
    end: int
    folded: str


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to mark: a word, or the words of a phrase one after the other.

    Each place has the folded words that count there; none means any word, as where the
    phrase has one too common to be searched for. With `is_prefix`, words count in the
    last place that begin with one of those there.
    """

    words: tuple[frozenset[str], ...]
    is_prefix: bool = False


class _Hit(NamedTuple):
    start: int
    end: int
    term: int


class _Part(NamedTuple):
    start: int
    end: int
    terms: frozenset[int]


class _Text:
    """The beginning of a text, read for words: what they are, and where they stand."""

    def __init__(self, text: str) -> None:
        self.text = text.replace(MARK_START, "").replace(MARK_END, "")
        self._folded = folded(self.text[:_LOOKED_AT])
        self._spans = _spans(self._folded.text)
        if len(self.text) > _LOOKED_AT and self._spans:
            self._spans.pop()  # it may go on
        self.words = [self._folded.text[start:end] for start, end in self._spans]

    def hits(self, terms: Sequence[Term]) -> list[_Hit]:
        """Where the terms stand, in the order of their first words."""
        terms = [term for term in map(_trimmed, terms) if term.words]
        first_words, beginnings = set[str](), set[str]()
        for term in terms:
            is_beginning = term.is_prefix and len(term.words) == 1
            (beginnings if is_beginning else first_words).update(term.words[0])
        begun = tuple(beginnings)
        return [
            self._hit(at, term, number)
            for at, word in enumerate(self.words)
            if word in first_words or word.startswith(begun)
            for number, term in enumerate(terms)
            if _is_hit(self.words[at : at + len(term.words)], term)
        ]

    def start_of_word(self, earliest: int) -> int:
        """Where the first word begins that does not begin before a place."""
        starts = self._folded.offsets
        at = bisect_left(self._spans, earliest, key=lambda span: starts[span[0]])
        return starts[self._spans[at][0]]

    def end_of_word(self, latest: int) -> int:
        """Where the last word ends that does not end after a place."""
        ends = self._folded.offsets
        at = bisect_right(self._spans, latest, key=lambda span: ends[span[1]])
        return ends[self._spans[at - 1][1]]

    def _hit(self, at: int, term: Term, number: int) -> _Hit:
        start, end = self._spans[at][0], self._spans[at + len(term.words) - 1][1]
        return _Hit(*self._folded.span(start, end), number)


def surface_words(text: str) -> list[Surface]:
    """The words of a text, in their order."""
    compared = folded(text)
    return [
        Surface(*compared.span(start, end), compared.text[start:end])
        for start, end in _spans(compared.text)
    ]


def _spans(folded_text: str) -> list[tuple[int, int]]:
    pattern = _ASCII_WORD if folded_text.isascii() else _WORD
    return [word.span() for word in pattern.finditer(folded_text)]


def marked(text: str, terms: Sequence[Term]) -> str:
    """The whole text, with its hits between marks; a phrase is one hit."""
    read = _Text(text)
    return _with_marks(read.text, read.hits(terms), 0, len(read.text))


def passage(text: str, terms: Sequence[Term], *, length: int = 240) -> str:
    """The part of a text that shows most of the terms, on one line with marks.

    It has about the length asked for: two parts of half of it each, where these have
    more of the terms than one. A text without hits has no passage.
    """
    read = _Text(text)
    hits = read.hits(terms)
    if not hits:
        return ""
    parts = _best_parts(hits, length)
    ranges = [_range(read, part, length // len(parts)) for part in parts]
    shown = (_with_marks(read.text, hits, *span) for span in _joined(ranges))
    return " … ".join(map(characters.one_line, shown))


def _trimmed(term: Term) -> Term:
    """The term without places at its ends where any word would do."""
    filled = [place for place, forms in enumerate(term.words) if forms]
    if not filled:
        return Term(())
    first, end = filled[0], filled[-1] + 1
    return Term(term.words[first:end], term.is_prefix and end == len(term.words))


def _is_hit(words: list[str], term: Term) -> bool:
    if len(words) < len(term.words):
        return False
    *places, (word, forms) = zip(words, term.words, strict=True)
    if not (word.startswith(tuple(forms)) if term.is_prefix else word in forms):
        return False
    return all(not forms or word in forms for word, forms in places)


def _best_parts(hits: list[_Hit], length: int) -> list[_Part]:
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
    hits: list[_Hit], length: int, known: frozenset[int] = frozenset()
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


def _range(read: _Text, part: _Part, length: int) -> tuple[int, int]:
    """From where to where a part is shown: with some text around it, by whole words."""
    room = max(0, length - (part.end - part.start))
    lead = min(_LEAD, length // 4, room)
    earliest = min(part.start - lead, len(read.text) - length)
    begin = _begin(read, earliest, part.start)
    return begin, _end(read, part.end, max(part.end, begin + length))


def _begin(read: _Text, earliest: int, latest: int) -> int:
    """Where a sentence begins, if one does near the earliest place; else a word."""
    if earliest <= 0:
        return 0
    near = min(latest, earliest + _LEAD)
    found = _SENTENCE_BEGINS.search(read.text, earliest, near)
    if found := found or _SPACE.search(read.text, earliest, latest):
        return found.end()
    return read.start_of_word(earliest)


def _end(read: _Text, earliest: int, latest: int) -> int:
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


def _with_marks(text: str, hits: list[_Hit], begin: int, end: int) -> str:
    """A range of a text with the hits in it between marks, none inside another."""
    inside = [(it.start, it.end) for it in hits if begin <= it.start and it.end <= end]
    pieces: list[str] = []
    for start, stop in _joined(inside) if inside else ():
        pieces += text[begin:start], MARK_START, text[start:stop], MARK_END
        begin = stop
    return "".join([*pieces, text[begin:end]])
