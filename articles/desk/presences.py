"""Who else has an article open: by a word from each window every few seconds."""

from contextlib import suppress
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from articles.models import Article, Presence

_GONE_AFTER = timedelta(seconds=60)


def note(user: Any, article: Article, key: UUID) -> None:
    """Somebody is at an article; those who are gone are forgotten."""
    now = timezone.now()
    Presence.objects.filter(seen_at__lt=now - _GONE_AFTER).delete()
    with suppress(IntegrityError), transaction.atomic():  # deleted at this very moment
        Presence.objects.bulk_create(
            [Presence(user=user, article=article, key=key, since=now, seen_at=now)],
            update_conflicts=True,
            unique_fields=["user", "key"],
            update_fields=["seen_at"],
        )


def others(user: Any, article: Article) -> QuerySet[Presence]:
    """Everybody else who is there, once each, since they opened the first window."""
    there = Presence.objects.filter(
        article=article, seen_at__gte=timezone.now() - _GONE_AFTER
    )
    once = there.exclude(user=user).order_by("user", "since").distinct("user")
    return once.select_related("user")
