"""Categories and sources with how many articles in public each has."""

from typing import TypeVar

from django.db.models import QuerySet, Sum

from articles.models import Category, CategoryCount, Named, Source, SourceCount

Label = TypeVar("Label", bound=Named)


def categories() -> list[Category]:
    """The categories that have articles, in the order of their names."""
    return _with_counts(Category.objects.all(), _totals(CategoryCount, "category"))


def sources() -> list[Source]:
    """The sources that have articles, in the order of their names."""
    return _with_counts(Source.objects.all(), _totals(SourceCount, "source"))


def largest_categories(count: int) -> list[Category]:
    """The categories that have the most articles, the largest first."""
    return list(Category.objects.largest_first()[:count])


def _totals(counts: type[CategoryCount | SourceCount], label: str) -> dict[int, int]:
    """How many articles there are by the key of their label, where there are any."""
    summed = counts.objects.values_list(label).annotate(total=Sum("articles"))
    return dict(summed.filter(total__gt=0))


def _with_counts(named: QuerySet[Label], counts: dict[int, int]) -> list[Label]:
    found = [label for label in named if label.pk in counts]
    for label in found:
        label.article_count = counts[label.pk]
    return found
