"""What articles were before: every version, kept by triggers of the database.

A version is kept when it is replaced, be it by the admin, an importer or a hand on the
database. What an article is now stands in its own row alone, and together they are
every version that there ever was; of new articles, only their filing is kept twice.

The triggers run once a statement. A row trigger writes the context anew for every row,
and each time reads past all that it wrote before in this transaction: to delete 133,000
articles took 112 s.
"""

import pghistory
import pgtrigger

from articles.models.article import Article

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
