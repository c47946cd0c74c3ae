"""The messages of the Urdu catalogue, as its source has them."""

import ast
import gettext
import re
from typing import NamedTuple

from tests.processes import PROJECT

SOURCE = PROJECT / "locale" / "ur" / "LC_MESSAGES" / "django.po"
COMPILED = SOURCE.with_suffix(".mo")
_FIELD = re.compile(r'(msg\w+(?:\[\d\])?) ((?:".*"\n?)+)')


class Message(NamedTuple):
    """What is to be said, and how it is said in Urdu: two texts where it counts."""

    context: str
    text: str
    plural: str
    urdu: tuple[str, ...]
    is_fuzzy: bool

    @property
    def pairs(self):
        """Each text in Urdu, with the English that it stands for."""
        return list(zip(self.english, self.urdu, strict=False))

    @property
    def english(self):
        return (self.text, self.plural) if self.plural else (self.text,)

    @property
    def keys(self):
        """What gettext finds it by, once it is compiled."""
        key = f"{self.context}\4{self.text}" if self.context else self.text
        return [(key, form) for form in range(2)] if self.plural else [key]


def messages(source=SOURCE):
    """All messages of a catalogue but its header."""
    blocks = source.read_text(encoding="utf-8").split("\n\n")
    return [_message(block) for block in blocks[1:]]


def compiled():
    """What gettext reads from the compiled catalogue, the header aside."""
    with COMPILED.open("rb") as file:
        catalogue = gettext.GNUTranslations(file)._catalog
    return {key: text for key, text in catalogue.items() if key}


def _message(block):
    fields = {name: _text(lines) for name, lines in _FIELD.findall(block)}
    return Message(
        fields.get("msgctxt", ""),
        fields.get("msgid", ""),
        fields.get("msgid_plural", ""),
        tuple(text for name, text in fields.items() if name.startswith("msgstr")),
        bool(re.search("^#,.*fuzzy", block, re.MULTILINE)),
    )


def _text(lines):
    return "".join(map(ast.literal_eval, lines.splitlines()))
