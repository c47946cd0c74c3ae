"""The search that most Django archives have: one vector, and the ORM for the rest.

It has tables of its own, since an archive of that kind keeps the vector at the article.
The planner and its settings are PostgreSQL's.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVectorField
from django.db import connection, models, transaction
from django.db.models import Count, F, QuerySet
from django.db.models.functions import TruncMonth, TruncYear

from articles.models import Category, Source
from articles.search import PAGE_SIZE, Place
from bench.search.queries import BenchQuery

_MOST_SUGGESTIONS = 5
_DAYS_IN_MONTHS = 3 * 366  # a longer span is drawn in years, as ours is

# In one transaction: so the table is there only when it is whole.
_MAKE = """
CREATE TABLE bench_naive (
    id bigint PRIMARY KEY, headline text NOT NULL, body text NOT NULL,
    published_on date, language varchar(35) NOT NULL, source_id bigint,
    vector tsvector NOT NULL
);
INSERT INTO bench_naive
SELECT id, headline, body, published_on, language, source_id,
    setweight(to_tsvector('english', headline), 'A')
    || setweight(to_tsvector('english', body), 'D')
FROM articles_article WHERE state = 'published';
SET LOCAL maintenance_work_mem = '1GB';
CREATE INDEX bench_naive_vector ON bench_naive USING gin (vector);
CREATE INDEX bench_naive_published_on ON bench_naive (published_on)
"""


class NaiveArticle(models.Model):
    headline = models.TextField()
    body = models.TextField()
    published_on = models.DateField(null=True)
    language = models.CharField(max_length=35)
    source = models.ForeignKey(Source, models.DO_NOTHING, null=True, related_name="+")
    categories = models.ManyToManyField(
        Category, through="bench.NaiveFiling", related_name="+"
    )
    vector = SearchVectorField()

    class Meta:
        app_label = "bench"
        managed = False
        db_table = "bench_naive"

    def __str__(self) -> str:
        return self.headline


class NaiveFiling(models.Model):
    article = models.ForeignKey(NaiveArticle, models.DO_NOTHING, related_name="+")
    category = models.ForeignKey(Category, models.DO_NOTHING, related_name="+")

    class Meta:
        app_label = "bench"
        managed = False
        db_table = "articles_article_categories"

    def __str__(self) -> str:
        return f"{self.article} under {self.category}"


def make() -> None:
    """The table and its indexes, unless they are there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('bench_naive') IS NULL")
        if cursor.fetchone() == (True,):
            with transaction.atomic():
                cursor.execute(_MAKE)
            cursor.execute("VACUUM ANALYZE bench_naive")


def limit_time() -> None:
    """From now on in this connection; ours sets its own limits."""
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = '60s'")


def newest(query: BenchQuery) -> list[NaiveArticle]:
    return list(_newest_first(query)[:PAGE_SIZE])


def best(query: BenchQuery) -> list[NaiveArticle]:
    rank = SearchRank(F("vector"), _words(query.text))
    ranked = _for_list(_matching(query)).annotate(rank=rank)
    return list(ranked.order_by("-rank")[:PAGE_SIZE])


def count(query: BenchQuery) -> int:
    return _matching(query).count()


def facets(query: BenchQuery) -> list[list[dict[str, Any]]]:
    """A facet each, and the histogram."""
    matching = _matching(query)
    trunc = TruncMonth if _is_short(query) else TruncYear
    groups: Iterable[QuerySet[Any, dict[str, Any]]] = (
        matching.values("categories"),
        matching.values("language"),
        matching.values("source_id"),
        matching.annotate(span=trunc("published_on")).values("span"),
    )
    return [
        list(group.annotate(count=Count("pk")).order_by("-count")) for group in groups
    ]


def deep(query: BenchQuery, depth: int) -> list[NaiveArticle]:
    return list(_newest_first(query)[depth : depth + PAGE_SIZE])


def place(query: BenchQuery, depth: int) -> Place:
    """That of the last article before a page so deep."""
    places = _newest_first(query).values_list("published_on", "pk")
    return Place(*places[depth - 1])


def suggestions(text: str) -> list[str]:
    headlines = NaiveArticle.objects.filter(headline__istartswith=text)
    newest_first = headlines.order_by("-published_on", "-id")
    return list(newest_first.values_list("headline", flat=True)[:_MOST_SUGGESTIONS])


def _matching(query: BenchQuery) -> QuerySet[NaiveArticle]:
    wanted = {
        "categories__slug": query.category,
        "source__slug": query.source,
        "language": query.language,
        "published_on__gte": query.since,
        "published_on__lte": query.until,
        "vector": query.text and _words(query.text),
    }
    return NaiveArticle.objects.filter(**{key: of for key, of in wanted.items() if of})


def _words(text: str) -> SearchQuery:
    if text.endswith("*"):  # which websearch does not know
        beginning = f"{text.removesuffix('*')}:*"
        return SearchQuery(beginning, search_type="raw", config="english")
    return SearchQuery(text, search_type="websearch", config="english")


def _newest_first(query: BenchQuery) -> QuerySet[NaiveArticle]:
    return _for_list(_matching(query)).order_by("-published_on", "-id")


def _for_list(articles: QuerySet[NaiveArticle]) -> QuerySet[NaiveArticle]:
    return articles.defer("vector").select_related("source")


def _is_short(query: BenchQuery) -> bool:
    if not (query.since and query.until):
        return False
    return (query.until - query.since).days < _DAYS_IN_MONTHS
