"""The other spellings of the words of a text, for an index that folds no letters.

SQLite compares letters as they are, and who opens the file may type on any keyboard. So
the spellings of a word are in the index, where the archive itself folds what is typed.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from articles.folding import fold

_ARABIC = re.compile("[\u0620-\u06d3\u06d5\u06ee-\u06ff\u0750-\u077f\ufb50-\ufefc]")
# Marks and joiners stand within a word, and so does the kashida.
_WITHIN = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d"
_WORD = re.compile(f"(?:[^\\W\\d_]|[{_WITHIN}])+|[0-9\u0660-\u0669\u06f0-\u06f9]+")
# How the Persian and the Arabic layout write letters of Urdu (articles/keyboards.py).
_PERSIAN = str.maketrans("ہھے", "ههی")
_ARABIC_LAYOUT = str.maketrans("ہھےکی", "ههيكي")
_FIGURES = [
    str.maketrans("0123456789", "".join(chr(zero + n) for n in range(10)))
    for zero in (0x30, 0x660, 0x6F0)
]


def with_spellings(text: str) -> str:
    """The text, and after it what its words may be typed as."""
    if not _ARABIC.search(text):
        return text
    words = dict.fromkeys(_WORD.findall(text))
    others = {other: None for word in words for other in _spellings(word)}
    return "\n".join([text, " ".join(other for other in others if other not in words)])


@lru_cache(50_000)
def _spellings(word: str) -> tuple[str, ...]:
    """All of them; most words of an archive are words that it has had before."""
    return tuple(dict.fromkeys(_spelt(word)))


def _spelt(word: str) -> Iterator[str]:
    folded = fold(word)
    if folded.isdecimal():
        yield from (folded.translate(figures) for figures in _FIGURES)
    elif _ARABIC.search(word):
        for spelt in (word, folded):
            yield spelt
            yield spelt.translate(_PERSIAN)
            arabic = spelt.translate(_ARABIC_LAYOUT)
            yield arabic
            yield re.sub("ي$", "ى", arabic)
    else:
        yield folded
