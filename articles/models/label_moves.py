"""What became of categories and sources that are called otherwise now, or are gone.

A move is an old name and an old address, and the label that both lead to. It stays
readable when that label and who moved it are gone.
"""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import GeneratedField
from django.utils.translation import gettext_lazy as _

from articles import fulltext
from articles.models.labels import Category, Named, Source


class LabelMove(models.Model):
    """A label that was renamed, or merged into another one."""

    category = models.ForeignKey(
        Category, models.SET_NULL, null=True, related_name="moves"
    )
    source = models.ForeignKey(Source, models.SET_NULL, null=True, related_name="moves")
    is_merge = models.BooleanField(_("merged"))
    old_name = models.CharField(_("old name"), max_length=200)
    old_name_ur = models.CharField(_("old Urdu name"), max_length=200, blank=True)
    old_slug = models.CharField(_("old address"), max_length=200, db_index=True)
    old_domain = models.CharField(_("old domain"), max_length=255, blank=True)
    new_name = models.CharField(_("new name"), max_length=200)
    article_count = models.PositiveIntegerField(_("articles"))
    made_at = models.DateTimeField(_("when"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    by_name = models.CharField(_("by whom"), max_length=200)
    folded_name = GeneratedField(
        expression=fulltext.Fold("old_name"),
        output_field=models.TextField(),
        db_persist=True,
    )

    class Meta:
        verbose_name = _("move")
        verbose_name_plural = _("what moved")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["folded_name"], name="label_move_old_name")]

    def __str__(self) -> str:
        return f"{self.old_name} → {self.new_name}"

    @classmethod
    def of(cls, old: Named, new: Named, *, count: int, by: Any, is_merge: bool) -> Any:
        """The move of a label as it was to what it is; not stored yet."""
        return cls(
            category=new if isinstance(new, Category) else None,
            source=new if isinstance(new, Source) else None,
            is_merge=is_merge,
            old_name=old.name,
            old_name_ur=old.name_ur,
            old_slug=old.slug,
            old_domain=getattr(old, "domain", ""),
            new_name=new.name,
            article_count=count,
            by=by,
            by_name=str(by),
        )
