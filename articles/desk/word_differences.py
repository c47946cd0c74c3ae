"""Where two texts differ, word by word, in any script.

Paragraphs are aligned first, and only those that differ are compared by words. difflib
finds what people see as the same, but may take cubic time, most of all where words
repeat: when the work could be more than a limit, what differs is shown as a whole, from
its first to its last word that is another.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import groupby, takewhile
from operator import eq, itemgetter

PARAGRAPH_BREAK = "\n\n"
# At most two seconds; what people write takes some hundredths of what is counted.
_MOST_STEPS = 20_000_000
# Words end at white space and punctuation, so that vowel signs and joiners, of which
# patterns know nothing, stay in them. Chinese and Japanese have no spaces: each sign.
_MARKS = re.escape(
    "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~“”‘’«»‹›„…–—،؛؟۔٪٬٫।、。「」！？，：；"
)
_SIGNS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_TOKEN = re.compile(rf"\s+|[{_SIGNS}{_MARKS}]|[^\s{_SIGNS}{_MARKS}]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of a text: the other text has it too, or has something else there."""

    text: str
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs that stand beside each other; one side may have none there."""

    old: tuple[Piece, ...] | None
    new: tuple[Piece, ...] | None

    @property
    def differs(self) -> bool:
        sides = (self.old, self.new)
        return None in sides or any(it.differs for side in sides for it in side or ())


@dataclass(slots=True)
class Effort:
    """How many steps are left for some comparisons together."""

    steps: int = field(default=_MOST_STEPS)

    def is_enough_for(self, old: Sequence[str], new: Sequence[str]) -> bool:
        """Whether it can be done, and if so, that it will be.

        For each run in common, difflib may go through one text and all that is the same
        in the other one; white space it leaves out.
        """
        there, here = Counter(new), Counter(it for it in old if not it.isspace())
        pairs = sum(times * there[word] for word, times in here.items())
        steps = (len(old) + pairs) * (1 + (here & there).total())
        if is_enough := steps <= self.steps:
            self.steps -= steps
        return is_enough


def passages(old: str, new: str, effort: Effort | None = None) -> list[Passage]:
    """The two texts beside each other, whole: put together, a side is its text."""
    effort = effort or Effort()
    before, after = old.split(PARAGRAPH_BREAK), new.split(PARAGRAPH_BREAK)
    found: list[Passage] = []
    for is_same, lines, others in _aligned(before, after, effort):
        if is_same:
            found += [Passage((Piece(it),), (Piece(it),)) for it in lines]
        else:
            found.append(_compared(lines, others, effort))
    return found


def _compared(lines: Sequence[str], others: Sequence[str], effort: Effort) -> Passage:
    old, new = PARAGRAPH_BREAK.join(lines), PARAGRAPH_BREAK.join(others)
    if not lines or not others:
        return Passage(
            (Piece(old, differs=True),) if lines else None,
            (Piece(new, differs=True),) if others else None,
        )
    runs = list(_aligned(_TOKEN.findall(old), _TOKEN.findall(new), effort))
    return Passage(
        _pieces((is_same, words) for is_same, words, _others in runs),
        _pieces((is_same, words) for is_same, _others, words in runs),
    )


def _pieces(runs: Iterable[tuple[bool, Sequence[str]]]) -> tuple[Piece, ...]:
    """Neighbours of a kind as one piece."""
    kinds = groupby(
        ((is_same, "".join(words)) for is_same, words in runs), itemgetter(0)
    )
    texts = [(same, "".join(text for _same, text in them)) for same, them in kinds]
    return tuple(Piece(text, differs=not same) for same, text in texts if text)


def _aligned(
    old: Sequence[str], new: Sequence[str], effort: Effort
) -> Iterator[tuple[bool, Sequence[str], Sequence[str]]]:
    """Runs of what both have, and of what stands there instead, in their order."""
    first = _in_common(old, new)
    last = _in_common(old[first:][::-1], new[first:][::-1])
    middle, others = old[first : len(old) - last], new[first : len(new) - last]
    if first:
        yield True, old[:first], new[:first]
    if not effort.is_enough_for(middle, others):
        yield False, middle, others
    elif middle or others:
        # White space is never what two texts have in common, but goes with its words.
        matcher = SequenceMatcher(str.isspace, middle, others, autojunk=False)
        for kind, start, end, its_start, its_end in matcher.get_opcodes():
            yield kind == "equal", middle[start:end], others[its_start:its_end]
    if last:
        yield True, old[len(old) - last :], new[len(new) - last :]


def _in_common(old: Sequence[str], new: Sequence[str]) -> int:
    """How many of their first words are the same."""
    return sum(takewhile(bool, map(eq, old, new)))
