"""The order of names in two scripts, and the letters that they are found under.

Each script has an alphabet of its own, and readers find that of their edition first.
Unicode and PostgreSQL order Urdu by the numbers of its letters, with پ behind ی.
"""

from functools import lru_cache

from articles.folding import fold
from articles.languages import of_script

_ENGLISH = "abcdefghijklmnopqrstuvwxyz"
_URDU = "آابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیے"
# A space comes before all letters: "New York" before "Newark".
_PLACES = {letter: place for place, letter in enumerate(f" {_ENGLISH}{_URDU}")}
FIGURES = "0–9"
OTHERS = "#"


@lru_cache(4096)
def letter_of(name: str) -> str:
    """The letter that a name is found under: "É" under E, "آ" under ا."""
    folded = fold(name)
    first = next((each for each in folded if each.isalnum()), "")
    if first.isdecimal():
        return FIGURES
    if not first:
        return OTHERS
    return "ا" if first == "آ" else first.upper()[:1]


def order_of(name: str, edition: str) -> tuple[int, int, list[int], str]:
    """What names are sorted by: those in the edition's script first, figures last."""
    letter = letter_of(name)
    return (
        _order_of_script(letter, edition),
        _place(letter.lower()[:1]),
        [_place(each) for each in fold(name)],
        name,
    )


def _order_of_script(letter: str, edition: str) -> int:
    if letter in (FIGURES, OTHERS):
        return 2 if letter == FIGURES else 3
    return 0 if of_script(letter) == edition else 1


def _place(character: str) -> int:
    return _PLACES.get(character, len(_PLACES) + ord(character))
