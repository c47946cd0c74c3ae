"""What readers are told of changes to an article, and what was changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from articles import languages
from articles.desk.differences import TextDifference, text_differences
from articles.desk.history import values_of
from articles.desk.word_differences import Effort
from articles.models import Article, ArticleVersion, Correction


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
    """All corrections of an article, the newest first, in two queries."""
    kept = ArticleVersion.objects.filter(pgh_obj=article, pgh_label="replaced")
    versions = list(kept.order_by("pgh_id"))
    places = {version.pk: place for place, version in enumerate(versions)}
    effort = Effort()
    for correction in article.corrections.all():
        place = places.get(correction.version_id)
        if place is None or not correction.shows_difference:
            yield Told(correction)
            continue
        after = versions[place + 1] if place + 1 < len(versions) else article
        old, new = values_of(versions[place]), values_of(after)
        texts = text_differences(("headline", "body"), old, new, effort)
        yield Told(correction, Side(old), Side(new), tuple(texts))
