"""The forms of an import at the desk: a file to try, and what was tried, confirmed."""

from pathlib import Path
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from articles.importing import uploads


class ImportForm(forms.Form):
    """A file, and whether articles that are there already are updated."""

    file = forms.FileField(label=_("File"))
    update = forms.BooleanField(
        label=_("Update articles that have changed"), required=False
    )

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


class ConfirmForm(forms.Form):
    """The file that was tried; it is the same person's to import."""

    token = forms.CharField(widget=forms.HiddenInput)
    update = forms.BooleanField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, user: int | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.user = user

    def clean_token(self) -> Path:
        try:
            return uploads.path_of(self.cleaned_data["token"], self.user)
        except uploads.UploadGoneError as error:
            raise forms.ValidationError(
                _("The file is not kept any more: upload it once again.")
            ) from error
