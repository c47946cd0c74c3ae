"""A model field for web addresses, and where they are typed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst

from articles import addresses


class AddressFormField(forms.CharField):
    """Where an address is typed, or pasted without the scheme that browsers hide."""

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        lacks_scheme = "://" not in text and "." in text.partition("/")[0]
        return f"https://{text}" if lacks_scheme else text


class AddressField(models.CharField):
    """A web address, or empty: stored, and looked up, in its normal form.

    The normal form decides what an address is, for the importer and for editors alike.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("max_length", addresses.MAX_LENGTH)
        super().__init__(*args, **options)

    def to_python(self, value: Any) -> Any:
        """The normal form; raises ValidationError for what is no address."""
        value = super().to_python(value)
        try:
            return addresses.normal_form(value) if value else value
        except addresses.AddressError as error:
            raise ValidationError(f"{capfirst(str(error))}.") from error

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return addresses.normal_form(value) if value else value

    def formfield(self, **options: Any) -> Any:
        return super().formfield(**{"form_class": AddressFormField, **options})
