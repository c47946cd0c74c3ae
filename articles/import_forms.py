"""The forms of an import at the desk: a file to try, and what was tried, confirmed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.importing import uploads
from articles.importing.moments import DayOrder
from articles.importing.readers.columns import Columns
from articles.importing.table_columns import columns_in

_ORDERS = [
    (DayOrder.UNTOLD.name, _("refused, because it may be either")),
    (DayOrder.DAY_FIRST.name, _("3 April")),
    (DayOrder.MONTH_FIRST.name, _("March 4")),
]
FORMATS: dict[str, str | Promise] = {
    "": _("told by looking at it"),
    "document": _("Document"),
    "page": _("News page (HTML)"),
    "table": _("Table (CSV)"),
    "jsonl": "JSON Lines",
    "json": "JSON",
    "feed": _("Feed (RSS, Atom)"),
    "json-feed": "JSON Feed",
    "wxr": _("WordPress export"),
}
FIELDS = {
    "": _("not read"),
    "headline": _("headline"),
    "summary": _("summary"),
    "body": _("body"),
    "byline": _("byline"),
    "published": _("published on"),
    "captured_at": _("document date"),
    "categories": _("categories"),
    "source": _("source"),
    "source_url": _("source address"),
    "language": _("language"),
}
_OF_A_DAY = {"published_on", "published_at"}  # names for it that a header may have
_MOST_COLUMNS = 100  # that are asked about


class HowForm(forms.Form):
    """How a file is imported."""

    format = forms.ChoiceField(
        label=_("The file is"), choices=list(FORMATS.items()), required=False
    )
    day_order = forms.ChoiceField(
        label=_("A day like 03/04/2025 or 03.04.2025 is"), choices=_ORDERS
    )
    update = forms.BooleanField(
        label=_("Update articles that have changed"), required=False
    )

    def how(self) -> dict[str, Any]:
        """What an import takes, of a valid form."""
        given = self.cleaned_data
        order = DayOrder[given["day_order"]]
        return {
            "format": given["format"],
            "update": given["update"],
            "day_order": order,
        }


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
                    "The file has %(size)s, and %(most)s can be imported here. Whoever "
                    "looks after the server can import larger ones there."
                ),
                params={
                    "size": filesizeformat(size),
                    "most": filesizeformat(uploads.LARGEST),
                },
            )
        return file


class TriedForm(HowForm):
    """A file that was tried, to be tried again: otherwise, and with columns named."""

    token = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, file: Path, **options: Any) -> None:
        super().__init__(*args, **options)
        given = self.data if self.is_bound else self.initial
        header = columns_in(file, given.get("format", ""), {}).header[:_MOST_COLUMNS]
        self._names = {f"column_{place}": name for place, name in enumerate(header)}
        for key in self._names:
            self.fields[key] = forms.ChoiceField(
                choices=list(FIELDS.items()), required=False
            )

    def plain_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in ("format", "day_order", "update")]

    def column_fields(self, columns: Columns) -> Iterator[dict[str, Any]]:
        """For each column of a table what it is, to be chosen where no name tells."""
        for (key, name), told in zip(self._names.items(), columns.fields, strict=False):
            field = "published" if told in _OF_A_DAY else told
            is_told = bool(told) and not self[key].value()
            label = FIELDS.get(field, field) if is_told else ""
            yield {"name": name, "field": self[key], "told": label}

    def clean(self) -> None:
        for field in FIELDS:
            if field not in ("", "categories") and len(self._named(field)) > 1:
                words = _("Two columns cannot both be: %(field)s.")
                raise forms.ValidationError(words, params={"field": FIELDS[field]})

    def how(self) -> dict[str, Any]:
        columns = {field: self._named(field) for field in FIELDS if field}
        named = {field: names for field, names in columns.items() if names}
        return {**super().how(), "columns": named}

    def _named(self, field: str) -> tuple[str, ...]:
        keys = self._names.items()
        return tuple(name for key, name in keys if self.cleaned_data.get(key) == field)


class ConfirmForm(TriedForm):
    """A file that was tried, to be imported in the same way."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, auto_id=False, **options)
        for field in self.fields.values():
            field.widget = forms.HiddenInput()
