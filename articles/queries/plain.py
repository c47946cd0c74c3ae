"""A typed text without the differences that do not matter to how it is read."""

import re
import unicodedata

from articles.characters import storable, with_ascii_digits

# Marks in a row are put in order in quadratic time, so a text is normalised in pieces.
# Only one that is longer than any form lets through is ever cut.
_PIECE = 1000

_QUOTES = dict.fromkeys(map(ord, "“”„‟«»‹›〝〞〟″❝❞「」『』"), '"')
_APOSTROPHES = dict.fromkeys(map(ord, "‘’‚‛`´′"), "'")
_HYPHENS = dict.fromkeys(map(ord, "‐‑‒–−"), "-")
# They direct a line of writing, or break it: readers do not see that they are there.
_UNSEEN = dict.fromkeys(
    map(
        ord,
        "\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\ufeff"
        "\u202a\u202b\u202c\u202d\u202e"
        "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069",
    )
)
_SAME = _QUOTES | _APOSTROPHES | _HYPHENS | _UNSEEN

# Joiners have a meaning only between letters. Each row of them is tried once.
_JOINERS_AT_EDGES = re.compile(
    r"""(?<![^\s"():-])[\u200c\u200d]+"""
    r"""|(?<![\u200c\u200d])[\u200c\u200d]++(?![^\s"():-])"""
)


def plain(text: str) -> str:
    """The text in NFKC, with ASCII digits, quotes and hyphens, and nothing unseen.

    Letters are not folded.
    """
    text = storable(text)[0].translate(_SAME)
    pieces = (text[at : at + _PIECE] for at in range(0, len(text), _PIECE))
    text = "".join(unicodedata.normalize("NFKC", piece) for piece in pieces)
    return _JOINERS_AT_EDGES.sub("", with_ascii_digits(text.translate(_SAME)))
