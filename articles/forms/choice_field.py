"""A form field for the values chosen of a facet."""

import re
from collections.abc import Callable, Collection
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from articles.figures import grouped
from articles.queries.isolation import isolated
from articles.search import Choice

MOST_VALUES = 20
_LONGEST_NAMED = 60
# The slugs of names without a letter begin with a minus of their own.
_NAMELESS = re.compile(r"-(-[0-9]+)?")


class ChoiceField(forms.Field):
    """Values of a facet, given any number of times; a minus before one excludes it.

    `known` says which of some values there are, and `unknown` what to say of another.
    """

    widget = forms.MultipleHiddenInput

    def __init__(
        self,
        *,
        known: Callable[[Collection[str]], Collection[str]],
        unknown: str | Promise,
        **options: Any,
    ) -> None:
        super().__init__(**{"required": False, **options})
        self.known = known
        self.unknown = unknown

    def to_python(self, value: Any) -> Choice:
        """The choice; raises ValidationError for too many values or an unknown one."""
        given = (text.strip() for text in value or [])
        values = list(dict.fromkeys(text for text in given if text))
        if len(values) > MOST_VALUES:
            raise forms.ValidationError(
                _("%(count)s values are chosen here; no more than %(most)s can be."),
                params={"count": grouped(len(values)), "most": grouped(MOST_VALUES)},
            )
        choice = _choice(values)
        self._check({*choice.included, *choice.excluded})
        return choice

    def _check(self, values: set[str]) -> None:
        missing = sorted(values - set(self.known(values))) if values else []
        if missing:
            names = (isolated(name[:_LONGEST_NAMED]) for name in missing)
            listed = pgettext("between names", ", ").join(names)
            raise forms.ValidationError(str(self.unknown), params={"name": listed})


def _choice(values: list[str]) -> Choice:
    excluded = [v for v in values if v[0] == "-" and not _NAMELESS.fullmatch(v)]
    return Choice(
        tuple(value for value in values if value not in excluded),
        tuple(value[1:] for value in excluded),
    )
