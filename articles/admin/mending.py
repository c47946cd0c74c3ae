"""Rows of the queue's lists, in which each concern is mended."""

from collections.abc import Mapping
from typing import Any

from django.forms import model_to_dict
from django.utils.translation import gettext_lazy as _

from articles.desk import revisions
from articles.desk.corrected_form import NOTE, CorrectedForm
from articles.desk.wording import change_in_words
from articles.models import Concern, Translation

# The fields in which an article of a concern is mended, in the list itself.
MENDED_IN: Mapping[Concern, list[str]] = {
    Concern.DRAFT: ["state"],
    Concern.NO_DAY: ["published_on"],
    Concern.FUTURE_DAY: ["published_on", NOTE],
    Concern.EARLY_DOCUMENT: ["published_on", "captured_at", NOTE],
    Concern.NO_CATEGORY: ["categories"],
    Concern.OTHER_SCRIPT: ["language"],
    Concern.TWIN: ["state", "withdrawn_reason"],
    Concern.SHORT_BODY: ["body", NOTE],
    Concern.MARKUP: ["headline", "body", NOTE],
    Concern.REPLACEMENT: ["headline", "body", NOTE],
}
_CHANGED = _("Somebody else has changed this: load the list anew.")


class MendingForm(CorrectedForm):
    """A row of the list: what somebody else changed meanwhile is never undone by it.

    It has to be checked in the transaction that it is saved in.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, field in self.fields.items():
            field.show_hidden_initial = True
            if name in ("headline", "body", "withdrawn_reason"):
                field.widget.attrs["dir"] = "auto"

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if self.instance.pk is None:  # a row of the list has one, unless it is gone
            self.add_error(None, change_in_words(revisions.GONE, self.editor))
            return values
        changed = set(self.changed_data) - {NOTE}
        if changed and not self._is_held():
            self.add_error(None, _CHANGED)
            return values
        for name in changed:
            if not self._is_as_seen(name):
                self.add_error(name, _CHANGED)
        if "language" in changed and Translation.objects.of(self.instance):
            words = _("Of two translations one is in English and one in Urdu.")
            self.add_error("language", words)
        return values

    def _is_held(self) -> bool:
        """Whether there is the article, which from now on nobody else changes.

        It is read anew: saved as it was, it would lose what was changed since the list
        was asked for.
        """
        if not revisions.hold(self.instance):
            return False
        self.instance.refresh_from_db()
        self.initial.update(model_to_dict(self.instance, [*self.fields]))
        self.note_what_is_read()
        return True

    def _is_as_seen(self, name: str) -> bool:
        """Whether a value is what the list had when it was loaded."""
        field = self.fields[name]
        seen = field.hidden_widget().value_from_datadict(
            self.data, self.files, self.add_initial_prefix(name)
        )
        if isinstance(seen, str):  # browsers send line breaks of two characters
            seen = seen.replace("\r\n", "\n")
        return not field.has_changed(self.get_initial_for_field(field, name), seen)
