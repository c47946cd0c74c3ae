"""Keeps texts of either direction apart inside a sentence."""

_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_DIRECTING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def isolated(text: str) -> str:
    """The text, its direction its own: what stands around it does not change places."""
    return f"{_FIRST_STRONG_ISOLATE}{text.translate(_DIRECTING)}{_POP_ISOLATE}"
