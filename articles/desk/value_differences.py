"""Where two versions differ in what is no text: days, labels, language and state."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles import languages
from articles.desk.differences import field_label
from articles.desk.history import CATEGORIES, Version
from articles.interface import interface_language
from articles.models import Kind, LabelMove, Named, State


@dataclass(frozen=True, slots=True)
class Shown:
    """A value in words, and the language that these are in."""

    text: str
    language: str

    @property
    def direction(self) -> str:
        return languages.direction(self.language)


@dataclass(frozen=True, slots=True)
class ValueDifference:
    """A field: what it was and is; of categories those alone that changed."""

    label: str
    old: list[Shown]
    new: list[Shown]


class Labels:
    """The sources and categories of some versions, looked up together."""

    def __init__(self, versions: Iterable[Version]) -> None:
        shown = list(versions)
        sources = {it.values["source"] for it in shown} - {None}
        self._sources = _labels(Kind.SOURCE, sources)
        named = frozenset[int]().union(*(it.categories for it in shown))
        self._categories = _labels(Kind.CATEGORY, named)

    def source(self, key: int) -> Shown:
        return _named(self._sources.get(key), key)

    def categories(self, keys: Iterable[int]) -> list[Shown]:
        return [_named(self._categories.get(key), key) for key in sorted(keys)]


def _labels(kind: Kind, keys: Collection[int]) -> dict[int, Named | LabelMove]:
    """By their keys; of those that were merged since, what is kept of them."""
    found: dict[int, Any] = kind.model.objects.in_bulk(keys)
    missing = set(keys) - found.keys()
    return found | (LabelMove.objects.merged(kind, missing) if missing else {})


def value_differences(old: Version, new: Version) -> list[ValueDifference]:
    """Of all fields but those of text, and of the categories."""
    labels = Labels([old, new])
    ways = {**_WAYS, "source": labels.source}
    found = [
        ValueDifference(
            field_label(name),
            *(
                [ways[name](it)] if it else []
                for it in (old.values[name], new.values[name])
            ),
        )
        for name in new.changed_since(old)
        if name in ways
    ]
    if old.categories != new.categories:
        sides = (old.categories - new.categories, new.categories - old.categories)
        found.append(
            ValueDifference(field_label(CATEGORIES), *map(labels.categories, sides))
        )
    return found


def _own(text: str) -> Shown:
    return Shown(text, interface_language(get_language() or "en"))


def _day(day: date) -> Shown:
    return _own(date_format(day, "j F Y"))


def _moment(moment: datetime) -> Shown:
    return _own(date_format(timezone.localtime(moment), "j F Y, H:i:s"))


def _state(state: str) -> Shown:
    return _own(str(State(state).label))


def _language(code: str) -> Shown:
    return Shown(languages.LANGUAGES[code].name, code)


def _address(address: str) -> Shown:
    return Shown(address, "en")


def _named(label: Named | LabelMove | None, key: int) -> Shown:
    if label is None:
        return _own(_("number %(number)s, deleted since") % {"number": key})
    return Shown(*label.name_in(get_language() or "en"))


_WAYS: dict[str, Callable[[Any], Shown]] = {
    "published_on": _day,
    "published_at": _moment,
    "captured_at": _moment,
    "visible_from": _moment,
    "language": _language,
    "source_url": _address,
    "state": _state,
}
