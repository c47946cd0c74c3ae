"""The search form: from a query string to an ArticleSearch."""

import calendar
import re
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles import characters
from articles.days import FIRST_YEAR, LAST_YEAR
from articles.languages import CHOICES
from articles.models import Category, Source
from articles.search import ArticleSearch

LONGEST_TEXT = 1000
_NUMBER = r"(?!00?\b)([0-9]{1,2})"
_SPAN = re.compile(rf"(?P<year>[0-9]{{4}})(?:-{_NUMBER}(?:-{_NUMBER})?)?")


class SpanField(forms.CharField):
    """A year, a month or a day, read as the first or the last day of it."""

    def __init__(self, *, end: str, **options: Any) -> None:
        super().__init__(**options)
        self.end = end

    def clean(self, value: Any) -> date | None:
        """The day; raises ValidationError for what is no year, month or day."""
        text = characters.with_ascii_digits(super().clean(value))
        if not text:
            return None
        try:
            return self._day(text)
        except ValueError as error:
            raise forms.ValidationError(
                _("Write a year, a month or a day, as in 2025, 2025-04 or 2025-04-18.")
            ) from error

    def _day(self, text: str) -> date:
        parts = _SPAN.fullmatch(text)
        if not parts or not FIRST_YEAR <= int(parts["year"]) <= LAST_YEAR:
            raise ValueError(text)
        year, month, day = (int(part or 0) for part in parts.groups())
        if self.end == "first":
            return date(year, month or 1, day or 1)
        month = month or 12
        return date(year, month, day or calendar.monthrange(year, month)[1])


class SearchForm(forms.Form):
    """What the search page takes, by the names in its address; nothing is required."""

    q = forms.CharField(
        label=_("Search the archive"), required=False, max_length=LONGEST_TEXT
    )
    since = SpanField(label=_("From"), end="first", required=False)
    until = SpanField(label=_("To"), end="last", required=False)
    category = forms.ModelChoiceField(
        Category.objects, to_field_name="slug", required=False, label=_("Category")
    )
    source = forms.ModelChoiceField(
        Source.objects, to_field_name="slug", required=False, label=_("Source")
    )
    lang = forms.ChoiceField(
        choices=[("", _("All languages")), *CHOICES],
        required=False,
        label=_("Language"),
    )

    def add_prefix(self, field_name: str) -> str:
        """A field's name in the address: "from" and "to" are taken in Python."""
        return {"since": "from", "until": "to"}.get(field_name, field_name)

    def clean_q(self) -> str:
        return characters.storable(characters.one_line(self.cleaned_data["q"]))[0]

    def clean(self) -> None:
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and since > until:
            self.add_error("until", _("The span ends before it begins."))

    def search(self) -> ArticleSearch:
        """What a valid form asks for."""
        asked = self.cleaned_data
        return ArticleSearch(
            text=asked["q"],
            since=asked["since"],
            until=asked["until"],
            category=asked["category"],
            source=asked["source"],
            language=asked["lang"],
        )
