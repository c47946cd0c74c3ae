"""A text read for words: which it has, and where they stand in it as it is spelt."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from articles.folding import folded

MARK_START, MARK_END = "\ue000", "\ue001"
_LOOKED_AT = 50_000

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


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to mark: a word, or the words of a phrase one after the other.

    Each place has the folded words that count there; none means any word, as where the
    phrase has one too common to be searched for. With `is_prefix`, words count in the
    last place that begin with one of those there.
    """

    words: tuple[frozenset[str], ...]
    is_prefix: bool = False


class Word(NamedTuple):
    """A word as it is compared, and where that stands in the folded text."""

    folded: str
    start: int
    end: int


class Hit(NamedTuple):
    """A part of the text that is a term, by the number of that."""

    start: int
    end: int
    term: int


class Text:
    """The beginning of a text, folded once for all that is looked for in it.

    A page of hits has some ten thousand words, and a handful of them are found: so the
    text is searched for what they begin with, and read word by word only there.
    """

    def __init__(self, text: str) -> None:
        self.text = text.replace(MARK_START, "").replace(MARK_END, "")
        self._folded = folded(self.text[:_LOOKED_AT])
        self._pattern = _ASCII_WORD if self._folded.text.isascii() else _WORD

    def words(self, start: int = 0) -> Iterator[Word]:
        """The words from a place on, which is not inside of one."""
        is_cut = len(self.text) > _LOOKED_AT  # its last word may go on
        last = len(self._folded.text) if is_cut else None
        for found in self._pattern.finditer(self._folded.text, start):
            if found.end() != last:
                yield Word(found[0], *found.span())

    def words_beginning(self, beginnings: Collection[str]) -> Iterator[Word]:
        """The words that begin with any of these, in their order."""
        shortest = _without_longer(beginnings)
        if not shortest:
            return
        text, read_to, at = self._folded.text, 0, 0
        begins_so = re.compile("|".join(map(re.escape, shortest)))
        while found := begins_so.search(text, at):
            at = found.start()
            # A space is in no word: what stands before it changes nothing after it.
            space = max(text.rfind(" ", read_to, at), text.rfind("\n", read_to, at))
            for word in self.words(max(read_to, space + 1)):
                if word.start > at:
                    break
                read_to = word.end
                if word.start == at:
                    yield word
            else:
                return  # there are no more words
            at = max(at + 1, read_to)

    def hits(self, terms: Sequence[Term]) -> list[Hit]:
        """Where the terms stand, in the order of their first words."""
        terms = [term for term in map(_trimmed, terms) if term.words]
        longest = max((len(term.words) for term in terms), default=0)
        firsts = {first for term in terms for first in term.words[0]}
        return [
            self._hit(words[: len(term.words)], number)
            for first in self.words_beginning(firsts)
            for words in [list(islice(self.words(first.start), longest))]
            for number, term in enumerate(terms)
            if _is_hit(words[: len(term.words)], term)
        ]

    def start_of_word(self, earliest: int) -> int:
        """Where the first word begins that does not begin before a place."""
        return next(start for start, _end in self._places if start >= earliest)

    def end_of_word(self, latest: int) -> int:
        """Where the last word ends that does not end after a place."""
        return max((end for _start, end in self._places if end <= latest), default=0)

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        """Where in the text its words begin and end."""
        return [self._folded.span(word.start, word.end) for word in self.words()]

    def _hit(self, words: Sequence[Word], term: int) -> Hit:
        return Hit(*self._folded.span(words[0].start, words[-1].end), term)


def _without_longer(beginnings: Collection[str]) -> list[str]:
    """Those that begin with no other one."""
    shortest: list[str] = []
    for beginning in sorted(filter(None, beginnings)):
        if not (shortest and beginning.startswith(shortest[-1])):
            shortest.append(beginning)
    return shortest


def _trimmed(term: Term) -> Term:
    """The term without places at its ends where any word would do."""
    filled = [place for place, forms in enumerate(term.words) if forms]
    if not filled:
        return Term(())
    first, end = filled[0], filled[-1] + 1
    return Term(term.words[first:end], term.is_prefix and end == len(term.words))


def _is_hit(words: Sequence[Word], term: Term) -> bool:
    if len(words) < len(term.words):
        return False
    *places, (last, forms) = zip(words, term.words, strict=True)
    word = last.folded
    if not (word.startswith(tuple(forms)) if term.is_prefix else word in forms):
        return False
    return all(not of or word.folded in of for word, of in places)
