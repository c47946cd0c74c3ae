"""A form of an article that does not write over what somebody else has saved."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from articles.desk import revisions
from articles.desk.revisions import GONE, Change
from articles.desk.wording import change_in_words


class GuardedForm(forms.ModelForm):
    """Refuses to save an article that was changed after the form was opened.

    It has to be checked in the transaction that it is saved in: from the check on,
    nobody else changes the article.
    """

    based_on: str | None = None  # the revision that was opened; None where nothing says
    editor: Any = None  # who saves
    change: Change | None = None  # what it was refused for

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if self.instance.pk and self.based_on is not None:
            self._check_revision(self.based_on)
        return values

    def _check_revision(self, based_on: str) -> None:
        if not revisions.hold(self.instance):
            self.change = GONE
        else:
            self.change = revisions.change_since(self.instance, based_on)
        if self.change:
            happened = change_in_words(self.change, self.editor)
            kept = _("Nothing was saved, and what you typed is below.")
            self.add_error(None, f"{happened} {kept}")
