"""What differs between a form as it was typed and what somebody else has saved."""

from dataclasses import dataclass

from django import forms

from articles import languages
from articles.desk.corrected_form import NOTE
from articles.desk.differences import LeftOut, abridged
from articles.desk.typed_values import told
from articles.desk.word_differences import Effort, Passage, passages


@dataclass(frozen=True, slots=True)
class Side:
    """One of two texts of a field, as it runs."""

    text: str

    @property
    def language(self) -> str:
        return languages.of_script(self.text)

    @property
    def direction(self) -> str:
        return languages.direction(self.language)


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A field, as it was saved and as it was typed, beside each other."""

    label: str
    old: Side
    new: Side
    passages: list[Passage | LeftOut]


def between(saved: forms.BaseForm, typed: forms.BaseForm) -> list[FieldDifference]:
    """The fields that differ, in the order of the form; a note to readers is none."""
    effort = Effort()  # for all of them together
    texts = [
        (str(field.label), told(saved[field.name]), told(field))
        for field in typed
        if field.name != NOTE
    ]
    return [
        FieldDifference(
            label,
            Side(theirs),
            Side(mine),
            list(abridged(passages(theirs, mine, effort))),
        )
        for label, theirs, mine in texts
        if theirs != mine
    ]
