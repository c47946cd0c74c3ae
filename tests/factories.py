"""Builders: an article, a category or a source, with what a test says of it."""

from collections.abc import Iterable
from datetime import date
from itertools import count
from typing import Any

from django.db import connection

from articles.models import Article, Category, Source, State

_numbers = count(1)


def make_source(name: str = "Example Times", **fields: str) -> Source:
    return Source.objects.recognised(name, **fields)


def make_category(name: str = "World", **fields: str) -> Category:
    return Category.objects.recognised(name, **fields)


def make_article(*, categories: tuple[Category, ...] = (), **fields: Any) -> Article:
    """A published article of 18 April 2025, unless the fields say otherwise."""
    number = next(_numbers)
    fields.setdefault("headline", f"Headline {number}")
    fields.setdefault("body", f"Body {number}.")
    fields.setdefault("published_on", date(2025, 4, 18))
    fields.setdefault("state", State.PUBLISHED)
    article = Article(**fields)
    article.clean()
    article.save()
    article.categories.set(categories)
    return article


def count_as(
    labels: Iterable[Category | Source], day: date, *, start: int, step: int
) -> None:
    """Let labels have so many articles each in a month, without there being any."""
    with connection.cursor() as cursor:
        for number, label in enumerate(labels):
            kind = label._meta.model_name
            cursor.execute(
                f"INSERT INTO articles_{kind}count"  # noqa: S608
                f" ({kind}_id, day, articles, version, changed_at)"
                " VALUES (%s, %s, %s, 1, now())",
                [label.pk, day.replace(day=1), start + step * number],
            )
