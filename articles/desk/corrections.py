"""What readers are told of changes to an article, and what was changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from articles import languages
from articles.desk.differences import TextDifference, text_differences
from articles.desk.history import values_of
from articles.desk.word_differences import Effort
from articles.models import Article, Correction, replaced_versions


@dataclass(frozen=True, slots=True)
class Side:
    """One of two states of an article, and how its text runs."""

    values: dict[str, Any]

    @property
    def language(self) -> str:
        return str(self.values["language"])

    @property
    def direction(self) -> str:
        return languages.direction(self.language)


@dataclass(frozen=True, slots=True)
class Told:
    """A correction; with what differs, where that is known and may be shown."""

    correction: Correction
    old: Side | None = None
    new: Side | None = None
    texts: tuple[TextDifference, ...] = ()

    @property
    def days(self) -> tuple[Any, Any] | None:
        """The published day that was and the one that is, if they differ."""
        if self.old is None or self.new is None:
            return None
        days = (self.old.values["published_on"], self.new.values["published_on"])
        return days if days[0] != days[1] else None


def told(article: Article) -> Iterator[Told]:
    """All corrections of an article, the newest first, in three queries.

    Of its versions only those are read that stand on either side of one.
    """
    corrections = list(article.corrections.all())
    shown = {it.version_id for it in corrections if it.shows_difference} - {None}
    kept = replaced_versions(article)
    keys = kept.values_list("pgh_id", flat=True)
    next_ones = {old: new for old, new in pairwise([*keys, None]) if old in shown}
    sides = {*next_ones, *next_ones.values()} - {None}
    versions = kept.in_bulk(sides)
    effort = Effort()
    for correction in corrections:
        key = correction.version_id
        if key not in next_ones or not correction.shows_difference:
            yield Told(correction)
            continue
        after = versions.get(next_ones[key], article)
        old, new = values_of(versions[key]), values_of(after)
        texts = text_differences(("headline", "body"), old, new, effort)
        yield Told(correction, Side(old), Side(new), tuple(texts))
