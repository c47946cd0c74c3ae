"""The categories, sources and languages that a query names, by their keys."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django.db.backends.utils import CursorWrapper

from articles.interface import name_for_reader
from articles.languages import LANGUAGES
from articles.queries import Label


class Known(NamedTuple):
    """A label that the archive has: by what the index knows it, and how it is shown."""

    key: object
    name: str


# By slug, by name in either script, or by domain: what one types is any of them.
_NAMED = """
SELECT number, named.id, named.name, named.name_ur
FROM unnest(%s::int[], %s::text[], %s::bool[]) AS typed(number, name, is_slug)
JOIN articles_{kind} AS named ON slug = lower(typed.name) OR NOT is_slug AND (
    folded_name = archive_fold(typed.name)
    OR (name_ur <> '' AND archive_fold(name_ur) = archive_fold(typed.name)) {or_domain}
)
ORDER BY named.id
"""
_STATEMENTS = {
    "category": _NAMED.format(kind="category", or_domain=""),
    "source": _NAMED.format(kind="source", or_domain="OR domain = lower(typed.name)"),
}
# By what one was called before it was renamed or merged: nothing is called so now.
_ONCE_NAMED = """
SELECT DISTINCT number, named.id, named.name, named.name_ur
FROM unnest(%s::int[], %s::text[], %s::bool[]) AS typed(number, name, is_slug)
JOIN articles_labelmove AS move ON kind = '{kind}' AND (
    old_slug = lower(typed.name) OR NOT is_slug AND (
        folded_name = archive_fold(typed.name)
        OR (
            old_name_ur <> ''
            AND archive_fold(old_name_ur) = archive_fold(typed.name)
        )
        OR old_domain = lower(typed.name)
    )
)
JOIN articles_{kind} AS named ON named.id = move.{kind}_id
ORDER BY named.id
"""


def known(cursor: CursorWrapper, labels: Iterable[Label]) -> dict[Label, list[Known]]:
    """What each label is in the archive; a name may be that of several."""
    found: dict[Label, list[Known]] = defaultdict(list)
    asked = list(dict.fromkeys(labels))
    for label in asked:
        if label.kind == "language" and label.name in LANGUAGES:
            found[label] = [Known(label.name, LANGUAGES[label.name].name)]
    for kind, statement in _STATEMENTS.items():
        for looked_up in (statement, _ONCE_NAMED.format(kind=kind)):
            missing = [it for it in asked if it.kind == kind and it not in found]
            if missing:
                _look_up(cursor, looked_up, missing, found)
    return found


def _look_up(
    cursor: CursorWrapper,
    statement: str,
    labels: list[Label],
    found: dict[Label, list[Known]],
) -> None:
    names, slugs = zip(*((of.name, of.is_slug) for of in labels), strict=True)
    cursor.execute(statement, [[*range(len(names))], [*names], [*slugs]])
    for number, key, *names_of_it in cursor.fetchall():
        found[labels[number]].append(Known(key, name_for_reader(*names_of_it)))
