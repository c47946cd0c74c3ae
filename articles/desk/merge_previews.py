"""What would come of a merge, counted before anybody decides on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from articles.desk.merge_statements import COUNT_SHARED
from articles.desk.merging import conflicts, counts_of, name_in_urdu
from articles.models import Article, Kind, LabelMove, Named


@dataclass(frozen=True, slots=True)
class Preview:
    """How many articles each label has, and what stands in the way."""

    into: Named
    counts: list[tuple[Named, int]]  # of all labels, in their order
    shared: int  # how many articles are under more than one of them
    conflict_count: int
    conflicts: list[tuple[Article, Article]]  # the first of them
    redirects: list[str]  # addresses that lead on afterwards
    name_ur: str  # which the one that stays gets of another

    @property
    def moved(self) -> list[tuple[Named, int]]:
        return [(label, count) for label, count in self.counts if label != self.into]


def preview(labels: Sequence[Named], into: Named) -> Preview:
    """What merging these into one of them would do; in a fixed number of queries."""
    kind = Kind.of(into)
    old = [label.pk for label in labels if label != into]
    keys: dict[str, Any] = {"old": old, "into": into.pk, "all": [*old, into.pk]}
    shared, conflict_count = 0, 0
    pairs: list[tuple[int, int]] = []
    with connection.cursor() as cursor:
        counts = counts_of(cursor, kind, keys)
        if kind is Kind.SOURCE:
            conflict_count, pairs = conflicts(cursor, keys)
        else:
            cursor.execute(COUNT_SHARED, keys)
            (shared,) = cursor.fetchone()
    return Preview(
        into=into,
        counts=[(label, counts.get(label.pk, 0)) for label in labels],
        shared=shared,
        conflict_count=conflict_count,
        conflicts=_articles(pairs),
        redirects=[*_addresses(labels, into)],
        name_ur=name_in_urdu(labels, into),
    )


def _articles(pairs: list[tuple[int, int]]) -> list[tuple[Article, Article]]:
    shown = Article.objects.select_related("source").defer("body")
    found = shown.in_bulk({key for pair in pairs for key in pair})
    return [  # of those that nobody has deleted meanwhile
        (found[one], found[other])
        for one, other in pairs
        if one in found and other in found
    ]


def _addresses(labels: Sequence[Named], into: Named) -> list[str]:
    """Their own, and those that led to them before."""
    old = [label for label in labels if label != into]
    slugs = dict.fromkeys(label.slug for label in old)
    earlier = LabelMove.objects.to(*old).filter(redirects=True)
    slugs |= dict.fromkeys(earlier.order_by("pk").values_list("old_slug", flat=True))
    return [type(into)(slug=slug).get_absolute_url() for slug in slugs]
