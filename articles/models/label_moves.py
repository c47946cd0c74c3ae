"""What became of categories and sources that were renamed or merged.

A move leads from an old name and address to the label that goes by another now. Readers
are redirected by it, and imports that still name the old label file under the new one.
It holds in words what is needed to read it later, whatever is deleted.
"""

from collections.abc import Collection
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, GeneratedField, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from articles import fulltext, languages
from articles.models.labels import Category, Named, Source


class Kind(models.TextChoices):
    """Of what kind a label is."""

    CATEGORY = "category", _("category")
    SOURCE = "source", _("source")

    @classmethod
    def of(cls, label: Named | type[Named]) -> "Kind":
        return cls(str(label._meta.model_name))

    @property
    def model(self) -> type[Category] | type[Source]:
        return Category if self is Kind.CATEGORY else Source


class Happened(models.TextChoices):
    """What was done to it."""

    RENAMED = "renamed", _("renamed")
    MERGED = "merged", _("merged")


class LabelMoveQuerySet(models.QuerySet["LabelMove"]):
    """Moves, the newest first."""

    def to(self, *labels: Named) -> Self:
        """Those that lead to labels of one kind."""
        return self.filter(**{f"{Kind.of(labels[0])}__in": [it.pk for it in labels]})

    def redirects_of(self, kind: Kind, slugs: Collection[str]) -> dict[str, str]:
        """Where old slugs lead to; none that a label has now."""
        living = kind.model._default_manager.filter(slug=OuterRef("old_slug"))
        leading = self.filter(kind=kind, redirects=True, old_slug__in=slugs)
        leading = leading.filter(~Exists(living), **{f"{kind}__isnull": False})
        return dict(leading.values_list("old_slug", f"{kind}__slug"))

    def merged(self, kind: Kind, keys: Collection[int]) -> dict[int, "LabelMove"]:
        """By the keys that labels had: what became of those that were merged."""
        found = self.filter(kind=kind, happened=Happened.MERGED, old_key__in=keys)
        return {move.old_key: move for move in found}

    def release(self, kind: Kind, slugs: Collection[str]) -> None:
        """Redirect these slugs no more: labels have them now, or newer moves."""
        self.filter(kind=kind, redirects=True, old_slug__in=slugs).update(
            redirects=False
        )


class LabelMove(models.Model):
    """A label that was renamed, or merged into another, and where it leads to now."""

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    happened = models.CharField(_("what happened"), max_length=10, choices=Happened)
    old_key = models.BigIntegerField(editable=False)  # versions of articles name it
    old_name = models.CharField(_("old name"), max_length=200)
    old_name_ur = models.CharField(_("old Urdu name"), max_length=200, blank=True)
    old_slug = models.CharField(_("old slug"), max_length=200)
    old_domain = models.CharField(_("old domain"), max_length=255, blank=True)
    folded_name = GeneratedField(
        expression=fulltext.Fold("old_name"),
        output_field=models.TextField(),
        db_persist=True,
    )
    redirects = models.BooleanField(_("redirects"), default=True)
    category = models.ForeignKey(
        Category, models.SET_NULL, null=True, blank=True, related_name="moves"
    )
    source = models.ForeignKey(
        Source, models.SET_NULL, null=True, blank=True, related_name="moves"
    )
    new_name = models.CharField(_("new name"), max_length=200)
    article_count = models.PositiveBigIntegerField(_("articles"))
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    by_name = models.CharField(_("by"), max_length=300, blank=True)

    objects = LabelMoveQuerySet.as_manager()

    class Meta:
        verbose_name = _("move of a label")
        verbose_name_plural = _("what moved")
        ordering = ["-pk"]
        default_permissions = ["view"]
        indexes = [
            models.Index(fields=["kind", "folded_name"], name="label_move_by_name"),
        ]
        constraints = [
            models.CheckConstraint(
                name="label_move_leads_to_its_kind",
                condition=Q(kind="category", source__isnull=True)
                | Q(kind="source", category__isnull=True),
            ),
            models.CheckConstraint(
                name="label_move_happened_in_a_known_way",
                condition=Q(happened__in=Happened.values),
            ),
            models.UniqueConstraint(
                fields=["kind", "old_slug"],
                condition=Q(redirects=True),
                name="label_move_redirects_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.old_name} → {self.new_name}"

    @property
    def label(self) -> Category | Source | None:
        """Where it leads to now; nowhere once that was deleted."""
        return self.category or self.source

    @property
    def label_key(self) -> int | None:
        return self.category_id or self.source_id

    @property
    def language(self) -> str:
        return languages.of_script(self.old_name)

    def name_in(self, edition: str) -> tuple[str, str]:
        """The old name as readers of a language knew it, and what language it is in."""
        if edition == "ur" and self.old_name_ur:
            return self.old_name_ur, "ur"
        return self.old_name, self.language


def name_of(user: Any) -> str:
    """A user's name as a record keeps it."""
    return str(user.get_full_name() or user.get_username()) if user else ""


def move_of(
    old: Named, new: Named, happened: Happened, user: Any, count: int
) -> LabelMove:
    """The move of a label, not saved yet."""
    kind = Kind.of(old)
    return LabelMove(
        kind=kind,
        happened=happened,
        old_key=old.pk,
        old_name=old.name,
        old_name_ur=old.name_ur,
        old_slug=old.slug,
        old_domain=getattr(old, "domain", ""),
        redirects=old.slug != new.slug,
        new_name=new.name,
        article_count=count,
        by=user,
        by_name=name_of(user),
        **{kind.value: new},
    )
