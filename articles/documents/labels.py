"""The labels that begin a document's header lines, in their order."""

import re
from typing import NamedTuple

# What no headline, name or body can have at its ends, whatever the database's locale.
# Other white space, as a no-break space, may belong to a text and stays.
_SPACE = " \t\n\v\f\r"


class Label(NamedTuple):
    """A label as it is written, and the lines that it begins."""

    field: str
    text: str
    line: re.Pattern[str]

    def value_in(self, line: str) -> str | None:
        """What follows the label; none where the line does not begin with it."""
        found = self.line.match(line)
        return trimmed(found["value"] or "") if found else None

    def with_value(self, value: str) -> str:
        """The line as it is written; without a value it is the label alone."""
        return f"{self.text} {value}" if value else self.text


def trimmed(text: str) -> str:
    """The text without spaces and line breaks at its ends."""
    return text.strip(_SPACE)


def label_of(line: str) -> Label | None:
    """The label that a line begins with, in any letter case."""
    return next((label for label in LABELS if label.line.match(line)), None)


def _label(field: str, text: str, words: str, end: str) -> Label:
    line = rf"\s*{words}(?:{end}\s*(?P<value>.*)|\s*\Z)"
    return Label(field, text, re.compile(line, re.IGNORECASE | re.DOTALL))


# A headline may well begin "Category five storm": there only a colon makes a label.
_COLON, _COLON_OR_SPACE = r"\s*:", r"(?:\s*:|(?=\s))"
PUBLISHED = _label("published_on", "Published on", r"published\s+on", _COLON_OR_SPACE)
CAPTURED = _label("captured_at", "Document Date:", r"document\s+date", _COLON)
CATEGORY = _label("categories", "Category:", r"categor(?:y|ies)", _COLON)
WEBSITE = _label(
    "source_url", "Show on website:", r"show\s+on\s+website", _COLON_OR_SPACE
)
LABELS = (PUBLISHED, CAPTURED, CATEGORY, WEBSITE)
