"""The forms of an import at the desk: a file to try, and what was tried, confirmed."""

from pathlib import Path
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from articles.importing import uploads
from articles.importing.moments import DayOrder

UPLOAD_IS_GONE = _("The file is not kept any more: upload it again.")
_ORDERS = [
    (DayOrder.UNTOLD.name, _("refused, because it may be either")),
    (DayOrder.DAY_FIRST.name, _("3 April")),
    (DayOrder.MONTH_FIRST.name, _("March 4")),
]


class HowForm(forms.Form):
    """How a file is imported."""

    day_order = forms.ChoiceField(label=_("A day like 03/04/2025 is"), choices=_ORDERS)
    update = forms.BooleanField(
        label=_("Update articles that have changed"), required=False
    )

    def how(self) -> dict[str, Any]:
        """What an import takes, of a valid form."""
        order = DayOrder[self.cleaned_data["day_order"]]
        return {"update": self.cleaned_data["update"], "day_order": order}


class ImportForm(HowForm):
    """A file to try."""

    file = forms.FileField(label=_("File"))
    field_order = ["file"]

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        size = file.size or 0
        if size > uploads.LARGEST:
            raise forms.ValidationError(
                _(
                    "The file has %(size)s, and %(most)s can be imported here. Larger "
                    "ones are imported on the server: manage.py import_articles."
                ),
                params={
                    "size": filesizeformat(size),
                    "most": filesizeformat(uploads.LARGEST),
                },
            )
        return file


class ConfirmForm(HowForm):
    """The file that was tried; it is the same person's to import, in the same way."""

    token = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, user: int | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.user = user
        for name in ("day_order", "update"):
            self.fields[name].widget = forms.HiddenInput()

    def clean_token(self) -> Path:
        try:
            return uploads.path_of(self.cleaned_data["token"], self.user)
        except uploads.UploadGoneError as error:
            raise forms.ValidationError(UPLOAD_IS_GONE) from error
