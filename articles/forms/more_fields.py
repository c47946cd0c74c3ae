"""The fields for readers who would rather not type the language of the search box."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.forms.composing import composed
from articles.forms.span_field import SpanField
from articles.queries import LONGEST_TEXT


class _TextField(forms.CharField):
    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, max_length=LONGEST_TEXT, **options)


class MoreFieldsForm(forms.Form):
    """One field for each thing that can be asked; together they make a text."""

    all = _TextField(label=_("All of these words"))
    phrase = _TextField(label=_("Exactly this phrase"))
    any = _TextField(label=_("Any of these words"))
    none = _TextField(label=_("None of these words"))
    headline = _TextField(label=_("Words in the headline"))
    place = _TextField(label=_("Place that the report is from"))
    by = _TextField(label=_("Written by"))
    document_from = SpanField(label=_("Document dated from"), end="first")
    document_to = SpanField(label=pgettext_lazy("document dated", "to"), end="last")
    added_from = SpanField(label=_("Added from"), end="first")
    added_to = SpanField(label=pgettext_lazy("added", "to"), end="last")

    @property
    def is_sent(self) -> bool:
        """Whether these fields were sent, be it that nothing was filled in."""
        return any(name in self.data for name in self.fields)

    def clean(self) -> None:
        for name in ("document", "added"):
            first = self.cleaned_data.get(f"{name}_from")
            last = self.cleaned_data.get(f"{name}_to")
            if first and last and first > last:
                self.add_error(f"{name}_to", _("The span ends before it begins."))

    def text(self, typed: str) -> str:
        """The text that asks for what was typed, and for what valid fields ask."""
        return composed(typed, self.cleaned_data, today=timezone.localdate())
