"""Sources and categories: what articles are listed under."""

from django.db import models
from django.db.models import GeneratedField, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles import fulltext, languages
from articles.fields import AddressField
from articles.querysets import NamedQuerySet, SourceQuerySet


class Named(models.Model):
    """Something with a name in one or two scripts and a slug made from it."""

    name = models.CharField(_("name"), max_length=200)
    name_ur = models.CharField(_("Urdu name"), max_length=200, blank=True)
    slug = models.SlugField(
        _("slug"), max_length=200, allow_unicode=True, db_index=False
    )
    # One name, whatever its letter case, vowel marks or keyboard.
    folded_name = GeneratedField(
        expression=fulltext.Fold("name"),
        output_field=models.TextField(),
        db_persist=True,
    )

    # How many articles it has in public, where a list was asked for with counts.
    article_count: int

    class Meta:
        abstract = True
        ordering = ["folded_name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["slug"], name="%(class)s_slug_is_unique"),
            models.UniqueConstraint(
                fields=["folded_name"], name="%(class)s_name_is_unique"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse(f"articles:{self._meta.model_name}_detail", args=[self.slug])

    @property
    def language(self) -> str:
        """The language that the name is written in."""
        return languages.of_script(self.name)

    def name_in(self, edition: str) -> tuple[str, str]:
        """The name as readers of a language know it, and the language that it is in."""
        if edition == "ur" and self.name_ur:
            return self.name_ur, "ur"
        return self.name, self.language


class Source(Named):
    """Who published an article: a paper, an agency, a site."""

    domain = models.CharField(_("domain"), max_length=255, blank=True, db_index=True)
    homepage = AddressField(_("homepage"), blank=True)

    objects = SourceQuerySet.as_manager()

    class Meta(Named.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        permissions = [("merge_source", "Can merge sources")]
        constraints = [
            *Named.Meta.constraints,
            models.CheckConstraint(
                name="source_name_is_one_line",
                condition=Q(name__regex=r"^[^\s](.*[^\s])?$")
                & ~Q(name__regex=r"[\n\r]"),
                violation_error_message=_("A name is one line, and not empty."),
            ),
        ]


class Category(Named):
    """What an article is filed under; an article may have several."""

    objects = NamedQuerySet.as_manager()

    class Meta(Named.Meta):
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        permissions = [("merge_category", "Can merge categories")]
        constraints = [
            *Named.Meta.constraints,
            models.CheckConstraint(
                name="category_name_has_no_comma",
                condition=Q(name__regex=r"^[^\s,]([^,\n\r]*[^\s,])?$"),
                violation_error_message=_(
                    "A name is one line, and not empty; a comma would make it two."
                ),
            ),
        ]
