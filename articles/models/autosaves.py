"""What editors have typed and not saved yet: kept for them, and shown to nobody else.

It is no article of any state, so that no list, search or export can come upon it.
"""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, TextField, UniqueConstraint
from django.db.models.functions import Cast, Length
from django.db.models.lookups import LessThanOrEqual
from django.utils import timezone

from articles import languages
from articles.models.article import Article

# Characters of the values as JSON, which is twice what any story here has.
LONGEST = 2_000_000


class Autosave(models.Model):
    """The fields of one form as they were typed, so that they can be filled again."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    # None for a new one, and for one that was deleted since: the text is kept.
    article = models.ForeignKey(
        Article,
        models.SET_NULL,
        null=True,
        related_name="+",
        db_constraint=False,  # the table has one that sees also what SQL deletes
    )
    key = models.UUIDField()  # of the form, as it was opened in one window
    form = models.CharField(max_length=20)  # the name of the model that it is of
    values = models.JSONField()
    based_on = models.CharField(max_length=80, blank=True)  # the article's revision
    saved_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        default_permissions = ()
        constraints = [
            UniqueConstraint(name="autosave_of_a_form_is_one", fields=["user", "key"]),
            CheckConstraint(
                name="autosave_is_not_endless",
                condition=LessThanOrEqual(
                    Length(Cast(F("values"), TextField())), LONGEST
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.headline

    @property
    def headline(self) -> str:
        """What it is called in a list: its headline, or how its text begins."""
        texts = (self._text("headline"), self._text("body"))
        return next(filter(None, texts), "")[:120]

    @property
    def language(self) -> str:
        return languages.of_script(self.headline)

    @property
    def direction(self) -> str:
        return languages.direction(self.language)

    def _text(self, name: str) -> str:
        value: Any = self.values.get(name)
        return " ".join(value.split()) if isinstance(value, str) else ""
