"""The fields of a form as they were typed: taken out, put in again, and shown."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import pgettext


def typed(form: forms.BaseForm) -> dict[str, Any]:
    """What JSON can hold of the fields, valid or not; PostgreSQL's has no NUL."""
    values = {field.name: _raw(field) for field in form}
    return {name: value for name, value in values.items() if _is_plain(value)}


def acceptable(form: forms.BaseForm, values: dict[str, Any]) -> dict[str, Any]:
    """Of values that were kept, what the fields of a form can show today.

    A choice that is gone since, or never was one, breaks the fields that suggest.
    """
    return {
        name: value
        for name, value in values.items()
        if name in form.fields and _is_shown_by(form.fields[name], value)
    }


def told(field: BoundField) -> str:
    """The value of a field, typed or stored, as a text that can be compared."""
    value, of = field.value(), field.field
    if isinstance(of, forms.ModelChoiceField):
        comma = pgettext("between categories", ", ")
        return comma.join(sorted(_chosen(of, value)))
    if isinstance(of, forms.ChoiceField):
        return str(dict(cast(Any, of.choices)).get(value, value or ""))
    return _lines(_formatted(of.widget, value))


def _raw(field: BoundField) -> Any:
    value = field.data
    if isinstance(value, list):
        return [_without_nul(each) for each in value]
    return _without_nul(value)


def _without_nul(value: Any) -> Any:
    return value.replace("\0", "") if isinstance(value, str) else value


def _is_plain(value: Any) -> bool:
    if isinstance(value, list):
        return all(map(_is_plain, value))
    return value is None or isinstance(value, (str, bool))


def _is_shown_by(field: forms.Field, value: Any) -> bool:
    if not isinstance(field, forms.ModelChoiceField):
        return True
    try:
        field.to_python(value)
    except ValidationError:
        return False
    return True


def _chosen(field: forms.ModelChoiceField, value: Any) -> Iterable[str]:
    for each in value if isinstance(value, (list, tuple)) else [value]:
        try:
            found = forms.ModelChoiceField.to_python(field, each)
        except ValidationError:
            found = each
        if found:
            yield str(found)


def _formatted(widget: forms.Widget, value: Any) -> str:
    if not isinstance(widget, forms.MultiWidget):
        return str(widget.format_value(value) or "")
    parts: Any = value if isinstance(value, list) else widget.decompress(value)
    shown = (w.format_value(v) for w, v in zip(widget.widgets, parts, strict=False))
    return " ".join(filter(None, shown))


def _lines(text: str) -> str:
    """Browsers send line breaks of two characters."""
    return "\n".join(text.splitlines()).strip()
