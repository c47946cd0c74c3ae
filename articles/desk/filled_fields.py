"""What of a form is filled in, and what stays as an editor typed it.

Both fill `values`, of the fields of the form, name what they filled, and raise
FillingError. What an editor has not touched since it was filled in may be `replaced`.
"""

from typing import Any

from django.utils import timezone

from articles.desk import filling


def fill_from_address(values: dict[str, Any], replaced: set[str]) -> list[str]:
    """Fill in what is empty, and the day, which is today's until somebody says so."""
    found = filling.from_address(str(values.get("source_url") or ""))
    is_todays = values.get("published_on") == timezone.localdate().isoformat()
    days = {"published_on"} if is_todays else set[str]()
    return _put(values, found, {"source_url", *days, *replaced})


def fill_from_document(values: dict[str, Any], replaced: set[str]) -> list[str]:
    """Put all that a document says into the place of what stands there."""
    found = filling.from_document(str(values.get("body") or ""))
    return _put(values, found, {*found})


def _put(
    values: dict[str, Any], found: dict[str, object], replaced: set[str]
) -> list[str]:
    names = [name for name in found if name in replaced or not values.get(name)]
    values.update({name: found[name] for name in names})
    return names
