"""What differs between two texts, word by word, as Python's own difflib tells it."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

Kind = Literal["equal", "deleted", "inserted"]

_WORD = re.compile(r"\s+|[^\s]+")


class Part(NamedTuple):
    kind: Kind
    text: str


def differences(old: str, new: str) -> list[Part]:
    """The parts of both texts in their order; those of a change stand side by side."""
    return [
        part for part in _parts(_WORD.findall(old), _WORD.findall(new)) if part.text
    ]


def _parts(old: list[str], new: list[str]) -> Iterator[Part]:
    matcher = SequenceMatcher(None, old, new)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        before, after = "".join(old[start:end]), "".join(new[new_start:new_end])
        if tag == "equal":
            yield Part("equal", before)
        else:
            yield Part("deleted", before)
            yield Part("inserted", after)
