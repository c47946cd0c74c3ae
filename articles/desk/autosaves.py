"""Keeping what was typed, for the person who typed it and for nobody else."""

import json
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.forms import ModelForm
from django.utils import timezone

from articles.desk.typed_values import typed
from articles.models import Article, Autosave
from articles.models.autosaves import LONGEST

_KEPT_FOR = timedelta(days=30)
MOST_SHOWN = 5


class TooLongError(Exception):
    """What was typed is more than is kept."""


def of_form(form: ModelForm, **known: Any) -> Autosave:
    """What stands in a form, as it was typed."""
    name = form._meta.model._meta.model_name
    return Autosave(form=name, values=typed(form), **known)


def keep(autosave: Autosave) -> None:
    """Keep it in the place of what was kept of the same form before.

    Raises TooLongError. Old ones, of anybody, are removed in passing.
    """
    if len(json.dumps(autosave.values, ensure_ascii=False)) > LONGEST:
        raise TooLongError
    autosave.saved_at = timezone.now()
    Autosave.objects.filter(saved_at__lt=autosave.saved_at - _KEPT_FOR).delete()
    try:
        _put(autosave)
    except IntegrityError:  # the article was deleted at this very moment
        autosave.article = None
        _put(autosave)


def of(user: Any, article: Article | None) -> QuerySet[Autosave]:
    """What somebody typed of an article, or of new ones, the newest first."""
    kept = Autosave.objects.filter(user=user, article=article)
    return kept.order_by("-saved_at", "-pk")


def by_key(user: Any, key: UUID | None) -> Autosave | None:
    """Somebody's own text of one form."""
    return Autosave.objects.filter(user=user, key=key).first() if key else None


def discard(user: Any, key: UUID) -> None:
    """Somebody's own; one that is not there is as good as discarded."""
    Autosave.objects.filter(user=user, key=key).delete()


@transaction.atomic
def _put(autosave: Autosave) -> None:
    Autosave.objects.bulk_create(
        [autosave],
        update_conflicts=True,
        unique_fields=["user", "key"],
        update_fields=["article", "form", "values", "based_on", "saved_at"],
    )
