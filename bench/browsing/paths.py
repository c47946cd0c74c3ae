"""Some pages of each kind, spread over the archive: the same ones each time."""

from collections.abc import Iterable
from datetime import date
from random import Random
from typing import Any

from django.urls import reverse

from articles.models import Article, Category, DayCount, Source

_EACH = 100


def paths() -> dict[str, list[str]]:
    """By kind of page, addresses of that kind."""
    random = Random(1)  # noqa: S311
    days = random.choices(list(DayCount.objects.by_day()), k=_EACH)
    return {
        "home": _all("home", [[]] * _EACH),
        "home, earlier": [f"{reverse('articles:home')}?before={day}" for day in days],
        "year": _all("year_archive", ([day.year] for day in days)),
        "month": _all("month_archive", ([day.year, day.month] for day in days)),
        "day": _all("day_archive", ([day] for day in days)),
        "on this day": _all("on_this_day", ([day] for day in days)),
        "categories": _all("category_list", [[]] * _EACH),
        "category": _labels("category_detail", Category, random),
        "category, deep": _deep("category_detail", Category, random, days),
        "sources": _all("source_list", [[]] * _EACH),
        "source": _labels("source_detail", Source, random),
        "source, deep": _deep("source_detail", Source, random, days),
        "statistics": _all("statistics", [[]] * _EACH),
        "article": _articles(random),
    }


def _all(page: str, arguments: Iterable[list[Any]]) -> list[str]:
    return [reverse(f"articles:{page}", args=some) for some in arguments]


def _labels(page: str, model: type[Category | Source], random: Random) -> list[str]:
    slugs = list(model._default_manager.order_by("pk").values_list("slug", flat=True))
    return _all(page, ([slug] for slug in random.choices(slugs, k=_EACH)))


def _deep(
    page: str, model: type[Category | Source], random: Random, days: list[date]
) -> list[str]:
    labels = _labels(page, model, random)
    return [f"{path}?before={day}.1" for path, day in zip(labels, days, strict=True)]


def _articles(random: Random) -> list[str]:
    last = Article.objects.order_by("pk").values_list("pk", flat=True).last() or 0
    numbers = random.choices(range(1, last + 1), k=_EACH)
    found = Article.objects.published().in_bulk(numbers)
    return [article.get_absolute_url() for article in found.values()]
