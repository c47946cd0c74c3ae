"""A reader's request to search, as a value, and what the archive answers."""

from dataclasses import dataclass
from datetime import date

from django.db import connection, transaction

from articles.models import Article, Category, Source
from articles.querysets import ArticleQuerySet

# Beyond this many the exact count would cost more than the page, and tells no one more.
COUNTED = 10_000
# As many keys can be handed from one query to the next.
RARE = 1_500


@dataclass(frozen=True, slots=True)
class Found:
    """The articles found, unordered, and how many; more where that is not exact."""

    articles: ArticleQuerySet
    count: int
    is_exact: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSearch:
    """What is searched for: words and filters, each working alone too."""

    text: str = ""
    since: date | None = None
    until: date | None = None
    category: Category | None = None
    source: Source | None = None
    language: str = ""

    def matches(self) -> ArticleQuerySet:
        """The articles asked for, unordered: the set that counts are taken of."""
        articles = Article.objects.published()
        articles = articles.published_between(self.since, self.until)
        if self.category:
            articles = articles.filter(categories=self.category)
        if self.source:
            articles = articles.filter(source=self.source)
        if self.language:
            articles = articles.filter(language=self.language)
        articles = articles.matching(self.text) if self.text else articles
        return articles.order_by()

    def found(self) -> Found:
        """What there is, asked for in the way that suits how much it is.

        The planner takes @@ to be cheap. For a rare word it would walk the archive by
        day and read every vector on the way (400 ms of 133,000 articles), for a common
        one count without the index (80 ms). So the index is asked first: what is rare
        is known by its keys then (3 ms), and what is not is met at once on the walk.
        """
        if not self.text:
            return self._counted()
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
            keys = list(self.matches().values_list("pk", flat=True)[: RARE + 1])
            if len(keys) <= RARE:
                return Found(Article.objects.filter(pk__in=keys), len(keys))
            return self._counted()

    def _counted(self) -> Found:
        count = self.matches()[: COUNTED + 1].count()
        return Found(self.matches(), min(count, COUNTED), is_exact=count <= COUNTED)
