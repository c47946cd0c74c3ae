"""What articles were before: every version, kept by triggers of the database.

A version is kept when it is replaced, be it by the admin, an importer or a hand on the
database. What an article is now stands in its own row alone, and together they are
every version that there ever was; of new articles, only their filing is kept twice.

The triggers run once a statement. A row trigger writes the context anew for every row,
and each time reads past all that it wrote before in this transaction: to delete 133,000
articles took 112 s.
"""

from typing import Any

import pghistory
import pgtrigger
from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from articles.models.article import Article, State

FIELDS = [
    "headline",
    "summary",
    "byline",
    "dateline",
    "body",
    "published_on",
    "published_at",
    "captured_at",
    "language",
    "source",
    "source_url",
    "state",
    "visible_from",
    "withdrawn_reason",
]


class ArticleVersion(
    pghistory.create_event_model(  # type: ignore[misc]  # made as it is called
        Article,
        pghistory.UpdateEvent("replaced", row=pghistory.Old, level=pgtrigger.Statement),
        pghistory.DeleteEvent("deleted", row=pghistory.Old, level=pgtrigger.Statement),
        fields=FIELDS,
        obj_field=pghistory.ObjForeignKey(related_name="+"),
    )
):
    """An article as it was until `pgh_created_at`; `pgh_context` says who changed."""


def replaced_versions(article: Article) -> QuerySet[Any]:
    """What an article was, in order; no versions of one that had its number before it.

    An article that is deleted leaves its number to an import that brings it along.
    """
    kept: QuerySet[Any] = ArticleVersion.objects.filter(pgh_obj=article)
    deleted = kept.filter(pgh_label="deleted").order_by("-pgh_id")
    since = Coalesce(Subquery(deleted.values("pgh_id")[:1]), 0)
    return kept.filter(pgh_label="replaced", pgh_id__gt=since).order_by("pgh_id")


def was_in_public(article: Article) -> bool:
    """Whether readers could see it before, and not only from a later moment on."""
    kept = replaced_versions(article).exclude(state=State.DRAFT)
    return bool(kept.exclude(visible_from__gt=F("pgh_created_at")).exists())


class Filing(Article.categories.through):  # type: ignore[misc, name-defined]
    """An article under a category, as a model with a name, which triggers need."""

    class Meta:
        proxy = True


class FilingVersion(
    pghistory.create_event_model(  # type: ignore[misc]
        Filing,
        pghistory.InsertEvent("filed", level=pgtrigger.Statement),
        pghistory.DeleteEvent("unfiled", level=pgtrigger.Statement),
        obj_field=None,
    )
):
    """An article that was filed under a category, or taken out of it, and when."""


def filing_versions(article: Article) -> QuerySet[Any]:
    """How an article was filed, in order; not how one with its number was before it."""
    deleted = ArticleVersion.objects.filter(
        pgh_obj=article,
        pgh_label="deleted",
        pgh_created_at__gte=OuterRef("pgh_created_at"),
    )
    kept: QuerySet[Any] = FilingVersion.objects.filter(
        ~Exists(deleted), article=article
    )
    return kept.order_by("pgh_id")
