"""What a word may stand for that was typed on a keyboard without all Urdu letters.

Arabic (101), the layout of Windows, has one heh (ه U+0647) for both ہ and ھ, and no ے:
it is typed ي or ى there. The Persian layout (ISIRI 9147) has the same heh, and its ی
stands for ے too. Folding cannot put this right, because کہا and کھا, آئی and آئے are
different words: so a query looks for each word that may be meant. What these layouts
have in another form only, such as ك for ک, is folded.
"""

import unicodedata
from collections.abc import Iterator
from itertools import chain, combinations, islice

_HEH = "\u0647"
_ARABIC_YEHS, _YEH = {"\u064a", "\u0649"}, "\u06cc"
_NOT_OF_URDU_LAYOUTS = {_HEH, "\u0643"}  # ه ك
_OF_URDU_LAYOUTS_ONLY = set("ٹڈڑںہھے")
# After these letters ھ is more frequent than ہ in Urdu news; after all others ہ is.
_ASPIRATED = set("بتٹچڈڑگ")
_AT_MOST = 16


def spellings(word: str) -> tuple[str, ...]:
    """The Urdu spellings that a typed word may stand for, the likeliest first.

    They are to be folded still. A word that can mean only itself comes back as it is.
    """
    letters = unicodedata.normalize("NFKC", word)
    choices = dict(_choices(letters))
    if not choices:
        return (word,)
    # The fewer letters are other than the likeliest, the likelier is the word.
    amounts = range(len(choices) + 1)
    others = chain.from_iterable(combinations(choices, amount) for amount in amounts)
    return tuple(
        _spelt(letters, choices, places) for places in islice(others, _AT_MOST)
    )


def _choices(letters: str) -> Iterator[tuple[int, tuple[str, str]]]:
    """The places whose letter may stand for either of two, with the likelier first."""
    for place, letter in enumerate(letters):
        if letter == _HEH:
            is_aspirated = letters[place - 1 : place] in _ASPIRATED
            yield place, ("ھ", "ہ") if is_aspirated else ("ہ", "ھ")
    final = max((place for place, it in enumerate(letters) if it.isalpha()), default=0)
    if _may_be_bari_yeh(letters, letters[final : final + 1]):
        yield final, ("ی", "ے")


def _may_be_bari_yeh(letters: str, final: str) -> bool:
    if _OF_URDU_LAYOUTS_ONLY.intersection(letters):
        return False  # whoever typed it has a ے
    return final in _ARABIC_YEHS or (
        final == _YEH and bool(_NOT_OF_URDU_LAYOUTS.intersection(letters))
    )


def _spelt(
    letters: str, choices: dict[int, tuple[str, str]], others: tuple[int, ...]
) -> str:
    """The word with the likelier choice in each place, except for some."""
    spelt = list(letters)
    for place, (likelier, other) in choices.items():
        spelt[place] = other if place in others else likelier
    return "".join(spelt)
