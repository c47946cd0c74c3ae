"""Whether an article is as it was when somebody opened it, and if not, by whose doing.

A revision is a text that differs after any change: by the desk, an import or a hand on
the database. It is made of the newest of the versions and filings that triggers keep,
and of the pair that ties the article to its translation.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Max

from articles.models import Article, ArticleVersion, FilingVersion, Translation


@dataclass(frozen=True, slots=True)
class Change:
    """The newest change of an article; where nobody can be told, neither is known."""

    revision: str
    user: Any = None
    at: datetime | None = None
    is_import: bool = False
    is_gone: bool = False


GONE = Change("", is_gone=True)


def revision_of(article: Article | None) -> str:
    """The revision that an article has now; empty for a new one."""
    if article is None or article.pk is None:
        return ""
    versions = ArticleVersion.objects.filter(pgh_obj=article.pk)
    filings = FilingVersion.objects.filter(article=article.pk)
    pair = Translation.objects.with_article(article)
    newest = [
        versions.aggregate(newest=Max("pgh_id"))["newest"],
        filings.aggregate(newest=Max("pgh_id"))["newest"],
        pair.aggregate(newest=Max("pk"))["newest"],
    ]
    return ".".join(str(number or 0) for number in newest)


def change_since(article: Article, revision: str) -> Change | None:
    """The newest change, if there was one since a revision."""
    now = revision_of(article)
    return _told(article, revision, now) if now != revision else None


def hold(article: Article) -> bool:
    """Let nobody change it until the transaction ends; False if it is gone."""
    held = Article.objects.select_for_update().filter(pk=article.pk).order_by()
    return bool(held.values_list("pk", flat=True))


def _told(article: Article, before: str, now: str) -> Change:
    """By whom and when: of what triggers keep, the newest that was not there before."""
    kept = _newest(article)
    if not kept or before.split(".")[:2] == now.split(".")[:2]:
        return Change(now)  # of translations no versions are kept
    newest = max(kept, key=lambda version: version.pgh_created_at)
    context = newest.pgh_context.metadata if newest.pgh_context else {}
    user = _user(context.get("user"))
    return Change(now, user, newest.pgh_created_at, is_import="batch" in context)


def _user(key: Any) -> Any:
    users = get_user_model()._default_manager
    return users.filter(pk=key).first() if key else None


def _newest(article: Article) -> list[Any]:
    of_text = ArticleVersion.objects.filter(pgh_obj=article.pk)
    of_filing = FilingVersion.objects.filter(article=article.pk)
    newest = [
        kept.select_related("pgh_context").order_by("-pgh_id").first()
        for kept in (of_text, of_filing)
    ]
    return [version for version in newest if version]
