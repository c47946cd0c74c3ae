"""How many articles in public each category and each source has.

Most articles are in public, so those of a category are counted as all that are filed
under it, less the few that are not: neither count reads the table of articles whole.
"""

from collections import Counter
from typing import TypeVar

from django.db.models import Count, QuerySet

from articles.models import Article, Category, Named, Source, State

_filed = Article.categories.through
_HIDDEN = [State.DRAFT, State.WITHDRAWN]

Label = TypeVar("Label", bound=Named)


def categories() -> list[Category]:
    """The categories that have articles, in the order of their names."""
    return _with_counts(Category.objects.all(), _category_counts())


def sources() -> list[Source]:
    """The sources that have articles, in the order of their names."""
    articles = Article.objects.published().exclude(source=None).order_by()
    counts = articles.values_list("source").annotate(Count("pk"))
    return _with_counts(Source.objects.all(), Counter(dict(counts)))


def largest_categories(count: int) -> list[Category]:
    """The categories that have the most articles, the largest first."""
    counts = Counter(dict(_category_counts().most_common(count)))
    named = Category.objects.filter(pk__in=counts)
    return sorted(_with_counts(named, counts), key=lambda c: -c.article_count)


def of_category(category: Category) -> int:
    """How many articles a category has."""
    filed = _filed.objects.filter(category=category)
    return filed.count() - filed.filter(article__state__in=_HIDDEN).count()


def _category_counts() -> Counter[int]:
    filed = _filed.objects.values_list("category").annotate(Count("pk"))
    hidden = filed.filter(article__state__in=_HIDDEN)
    return Counter(dict(filed)) - Counter(dict(hidden))


def _with_counts(named: QuerySet[Label], counts: Counter[int]) -> list[Label]:
    found = list(named.filter(pk__in=counts))
    for label in found:
        label.article_count = counts[label.pk]
    return found
