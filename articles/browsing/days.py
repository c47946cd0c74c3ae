"""Days with the newest few of their articles."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from articles.models import Article

_OF_A_HEADLINE = ("headline", "language", "published_on")


@dataclass(frozen=True, slots=True)
class NewsDay:
    """A day, how many articles it has, and the newest of them."""

    day: date
    count: int
    articles: list[Article]


def news_days(
    counts: Mapping[date, int], sizes: Mapping[date, int], *, is_bare: bool = False
) -> list[NewsDay]:
    """Some days of counts, the newest first, with as many articles as is said of each.

    It takes two queries, or one for bare headlines, and reads no article that is not
    shown.
    """
    return list(_news_days(counts, sizes, is_bare))


def _news_days(
    counts: Mapping[date, int], sizes: Mapping[date, int], is_bare: bool
) -> Iterator[NewsDay]:
    found = Article.objects.newest_of_days(sizes)
    newest = found.only(*_OF_A_HEADLINE) if is_bare else found.for_listing()
    for day, articles in groupby(newest, lambda article: article.published_on):
        if day:
            yield NewsDay(day, counts[day], list(articles))
