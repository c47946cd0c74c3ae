"""A form field for one end of a span of days."""

import re
from datetime import date
from typing import Any, Literal

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles import characters
from articles.queries import read_interval

_SHAPE = re.compile(r"[0-9]{4}[0-9-]*")  # no span, no length: these have two ends


class SpanField(forms.CharField):
    """A year, a month or a day, read as the first or the last day of it."""

    def __init__(self, *, end: Literal["first", "last"], **options: Any) -> None:
        super().__init__(**{"required": False, **options})
        self.end = end

    def clean(self, value: Any) -> date | None:
        """The day; raises ValidationError for what is no year, month or day."""
        text = characters.with_ascii_digits(super().clean(value))
        if not text:
            return None
        try:
            if not _SHAPE.fullmatch(text):
                raise ValueError(text)
            first, last = read_interval(text, today=timezone.localdate())
        except ValueError as error:
            raise forms.ValidationError(
                _("Write a year, a month or a day, as in 2025, 2025-04 or 2025-04-18.")
            ) from error
        return first if self.end == "first" else last
