"""How texts are compared, letter by letter: the fold of the database, in Python.

`fold` gives what the SQL function archive_fold gives, for all characters that Python's
Unicode data know; a test compares the two. Spellings of one word fold alike: in another
letter case, with other marks or accents, or from another keyboard.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_INVISIBLE = (
    "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"  # and joiners
)
_MARKS = (
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u0674\u06d6-\u06ed"
    "\u0898-\u089f\u08ca-\u08ff"
)
_LETTERS = str.maketrans(
    {
        **dict.fromkeys("\u0643", "\u06a9"),  # ك: ک
        **dict.fromkeys("\u0649\u064a\u0626", "\u06cc"),  # ى ي ئ: ی
        "\u06d3": "\u06cc\u06d2",  # ۓ: یے, as ئے becomes
        **dict.fromkeys("\u0647\u0629\u06c0\u06c2\u06c3\u06d5", "\u06c1"),  # ه ة ۀ …: ہ
        "\u0624": "\u0648",  # ؤ: و
        **dict.fromkeys("\u0623\u0625\u0671", "\u0627"),  # أ إ ٱ: ا
        **{chr(zero + n): str(n) for zero in (0x660, 0x6F0) for n in range(10)},
        "Σ": "σ",  # for lower() it is another letter at the end of a word
    }
)

_IS_OTHER_LETTER = re.compile(f"[{''.join(map(chr, _LETTERS))}]")
_IS_INVISIBLE = re.compile(f"[{_INVISIBLE}]")
_IS_STRIPPED = re.compile(f"[{_INVISIBLE}{_MARKS}]")
_MAY_HAVE_ACCENT = re.compile("[\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff\u212b]")
_ACCENTED = re.compile("([A-Za-z\u00c0-\u02af])[\u0300-\u036f]+")

# Characters that fold to one character each, whatever stands before them.
_ALONE = re.compile(
    "[\\x00-\\x7f\u060c\u061b\u061f-\u063f\u0641-\u064a\u0660-\u066f\u0671-\u0673"
    "\u0679-\u06d2\u06d4\u06d5\u06ee-\u06ff\u2013\u2014\u2018-\u201d]+"
)
_LONGEST_CLUSTER = 64


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, and from where in the original each of its characters comes.

    `offsets` has one number more than the text has characters: the original's length.
    """

    text: str
    offsets: Sequence[int]

    def span(self, begin: int, end: int) -> tuple[int, int]:
        """The part of the original that a part of this is of, with marks after it."""
        offsets = self.offsets
        while offsets[end] == offsets[end - 1]:  # one character became several
            end += 1
        return offsets[begin], offsets[end]


def fold(text: str) -> str:
    """The text as it is compared: as the SQL function archive_fold gives it."""
    if text.isascii():
        return text.lower()
    text = _IS_INVISIBLE.sub("", text)
    if _MAY_HAVE_ACCENT.search(text):
        text = _ACCENTED.sub(r"\1", unicodedata.normalize("NFKD", text))
    text = _IS_STRIPPED.sub("", unicodedata.normalize("NFKC", text))
    return _lowered(text)


def _lowered(text: str) -> str:
    """Small letters, with one letter for all that stand for it on some keyboard."""
    return _IS_OTHER_LETTER.sub(lambda it: _LETTERS[ord(it[0])], text).lower()


def folded(text: str) -> Folded:
    """The folded text with its offsets.

    Marks in a row are folded 64 at a time, more than any language has: the time that
    their normal form takes is the square of their number.
    """
    if text.isascii():
        return Folded(text.lower(), range(len(text) + 1))
    parts: list[str] = []
    offsets: list[int] = []
    at = 0
    while at < len(text):
        alone = _end_of_alone(text, at)
        if alone > at:
            parts.append(_lowered(text[at:alone]))
            offsets.extend(range(at, alone))
            at = alone
            continue
        end = _end_of_cluster(text, at)
        parts.append(_fold_cluster(text[at:end]))
        offsets.extend([at] * len(parts[-1]))
        at = end
    return Folded("".join(parts), [*offsets, len(text)])


def _end_of_alone(text: str, at: int) -> int:
    """Where characters end that fold one by one; the last may belong to a mark."""
    found = _ALONE.match(text, at)
    if not found:
        return at
    end = found.end()
    return end - 1 if end < len(text) and _is_joined(text[end]) else end


def _end_of_cluster(text: str, at: int) -> int:
    """Where a character ends with all that could change what it folds to."""
    last = min(len(text), at + _LONGEST_CLUSTER)
    end = at + 1
    while end < last and _is_joined(text[end]):
        end += 1
    return end


@lru_cache(4096)
def _is_joined(character: str) -> bool:
    """Whether normalisation may join it to what stands before, or it is invisible."""
    first = unicodedata.normalize("NFKD", character)[0]
    return (
        unicodedata.category(first).startswith("M")
        or "\u1160" <= first <= "\u11ff"  # the vowels and finals of Korean syllables
        or _IS_INVISIBLE.match(character) is not None
    )


_fold_cluster = lru_cache(4096)(fold)
