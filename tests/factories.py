"""Builders: an article, a category or a source, with what a test says of it."""

from datetime import date
from itertools import count
from typing import Any

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
