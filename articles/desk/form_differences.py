"""What differs between a form as it was typed and what somebody else has saved."""

from dataclasses import dataclass

from django import forms

from articles import languages
from articles.desk.corrected_form import NOTE
from articles.desk.plain_differences import Part, differences
from articles.desk.typed_values import told


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A field, and what of the saved text was deleted and what inserted in typing."""

    label: str
    parts: list[Part]

    @property
    def language(self) -> str:
        return languages.of_script("".join(part.text for part in self.parts))

    @property
    def direction(self) -> str:
        return languages.direction(self.language)


def between(saved: forms.BaseForm, typed: forms.BaseForm) -> list[FieldDifference]:
    """The fields that differ, in the order of the form; a note to readers is none."""
    texts = [
        (str(field.label), told(saved[field.name]), told(field))
        for field in typed
        if field.name != NOTE
    ]
    return [
        FieldDifference(label, differences(theirs, mine))
        for label, theirs, mine in texts
        if theirs != mine
    ]
