"""A look at each record: the first stories, and what in them may not be meant.

Nothing of it is refused. It is two comparisons a record, and asks the database nothing.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext_noop as _

from articles import languages
from articles.importing.records import ArticleRecord

NO_BODY = _("articles without a body")
TO_COME = _("articles of days that are still to come, published as they are")
BESIDE = _(
    "articles without an address that are stored beside one in public with the same "
    "source, day and headline"
)
_MOST = 5


class Story(NamedTuple):
    """What a preview shows of a record."""

    headline: str
    day: date | None
    source: str
    language: str

    @property
    def direction(self) -> str:
        return languages.direction(self.language)


@dataclass(slots=True)
class FirstLook:
    """What was seen so far; the part of an import that went before is not in it."""

    stories: list[Story] = field(default_factory=list)
    warnings: Counter[str] = field(default_factory=Counter)
    today: date = field(default_factory=timezone.localdate)

    def at(self, record: ArticleRecord) -> None:
        if len(self.stories) < _MOST:
            language = record.language or record.likely_language
            self.stories.append(
                Story(record.headline, record.published_on, record.source, language)
            )
        if not record.body:
            self.warnings[NO_BODY] += 1
        if record.published_on and record.published_on > self.today:
            self.warnings[TO_COME] += 1
