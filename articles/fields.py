"""A model field for web addresses."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from articles import addresses


class AddressField(models.URLField):
    """A web address, or empty: stored, and looked up, in its normal form."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("max_length", addresses.MAX_LENGTH)
        super().__init__(*args, **options)

    def to_python(self, value: Any) -> Any:
        """The normal form; raises ValidationError for what is no address."""
        value = super().to_python(value)
        try:
            return addresses.normal_form(value) if value else value
        except addresses.AddressError as error:
            raise ValidationError(str(error)) from error

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return addresses.normal_form(value) if value else value

    def formfield(self, **options: Any) -> Any:
        return super().formfield(**{"assume_scheme": "https", **options})
