"""Corrections: what readers are told of a change to an article that was in public."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.versions import ArticleVersion, replaced_versions

MOST_CHARACTERS = 300
# What a reader may have read otherwise: a change to one of these is told in public.
TOLD = ("headline", "published_on", "body")


class CorrectionQuerySet(models.QuerySet["Correction"]):
    """Corrections, as a rule of one article."""

    def add(self, article: Article, note: str, *, by: Any, has_version: bool) -> None:
        """Tell of what was just saved; it may also have replaced no version."""
        version = replaced_versions(article).last() if has_version else None
        self.create(article=article, note=note, by=by, version=version)


# They are added and stay; only whether the difference is shown can be changed.
class Correction(models.Model):
    """A line for readers, beside the version of the article that was replaced."""

    article = models.ForeignKey(
        Article,
        models.CASCADE,
        related_name="corrections",
        db_constraint=False,  # the table has one that deletes with the article
    )
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    note = models.CharField(_("public note"), max_length=MOST_CHARACTERS)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    version = models.ForeignKey(
        ArticleVersion,
        models.PROTECT,
        null=True,
        related_name="+",
        db_constraint=False,  # versions are never removed
    )
    shows_difference = models.BooleanField(
        default=True,
        help_text=_("No, if the law forbids to show what stood there."),
    )

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-pk"]
        default_permissions = ()  # they belong to the article, as its history does
        constraints = [
            CheckConstraint(
                name="correction_note_is_one_line",
                condition=~Q(note="") & ~Q(note__regex=r"[\n\r]|^\s|\s$"),
            )
        ]

    def __str__(self) -> str:
        return self.note
