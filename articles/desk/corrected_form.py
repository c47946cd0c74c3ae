"""A form of an article in public: what readers may have read is not changed unsaid."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles import characters
from articles.models import Correction
from articles.models.corrections import MOST_CHARACTERS, TOLD

NOTE = "public_note"


class CorrectedForm(forms.ModelForm):
    """Asks for a public note when what readers may have read is changed.

    The note is kept in the transaction that saves; of a draft there is nothing to tell.
    """

    public_note = forms.CharField(
        label=_("Public note"),
        required=False,
        max_length=MOST_CHARACTERS,
        widget=forms.TextInput(attrs={"dir": "auto", "class": "vTextField"}),
        help_text=_(
            "Asked for when the headline, the day or the text changes: readers see it"
            " below the article, with what was changed."
        ),
    )
    editor: Any = None  # who saves

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.note_what_is_read()

    def note_what_is_read(self) -> None:
        """Remember what readers may have read, as the article is before it changes."""
        article = self.instance
        is_read = article.pk and article.is_published
        told = [name for name in TOLD if is_read and name in self.fields]
        self._read = {name: getattr(article, name) for name in told}

    @property
    def is_corrected(self) -> bool:
        """Whether it changes what readers may have read, and still can read."""
        was = self._read.items()
        differs = any(getattr(self.instance, name) != value for name, value in was)
        return differs and bool(self.instance.is_published)

    def clean_public_note(self) -> str:
        note, _removed = characters.storable(self.cleaned_data["public_note"])
        return characters.one_line(note)

    def _post_clean(self) -> None:
        """After the article has its values, in the shape in which they are stored."""
        super()._post_clean()  # type: ignore[misc]  # not in the stubs
        if self.is_corrected and not self.cleaned_data.get("public_note"):
            words = _("Say to readers in a line what is corrected.")
            self.add_error("public_note", words)

    def _save_m2m(self) -> None:
        super()._save_m2m()  # type: ignore[misc]  # not in the stubs
        if self._read and (note := self.cleaned_data.get("public_note")):
            Correction.objects.add(
                self.instance, note, by=self.editor, has_version=self.is_corrected
            )
