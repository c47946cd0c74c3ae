"""What the archive may have already: articles of these days with a similar headline.

Headlines are compared folded, so that keyboards, marks and letter cases do not matter,
by their trigrams (PostgreSQL's pg_trgm), which need no language: scripts are equals.
Only the articles of a few days are looked at, which are few in an archive of any size;
of all states, since one that was withdrawn is not to be added again unawares.
"""

from datetime import date, timedelta

from django.db import OperationalError, connection, transaction
from django.db.models import Case, QuerySet, Value, When

from articles import fulltext
from articles.days import FIRST_DAY, LAST_DAY
from articles.models import Article

MOST = 3
_NEAR = timedelta(days=3)
_ENOUGH = 0.4  # of 1; two headlines on one event have about half of their trigrams
_SHORTEST = 8  # characters: of less, everything is alike
_MOST_COMPARED = 3_000  # of 20 µs each; of a fuller week, the day itself goes first
_MILLISECONDS = 150


def similar(headline: str, day: date, but: int | None = None) -> list[Article]:
    """At most three, the most similar first; none where that took too long."""
    is_day = FIRST_DAY <= day <= LAST_DAY  # of articles; a year is typed by figures
    if not is_day or len(headline.strip()) < _SHORTEST:
        return []
    typed = fulltext.Fold(Value(headline))
    likeness = fulltext.Similarity(fulltext.Fold("headline"), typed)
    near = Article.objects.filter(pk__in=_nearest(day)).exclude(pk=but or 0)
    alike = near.annotate(likeness=likeness).filter(likeness__gte=_ENOUGH)
    alike = alike.defer("body")
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('statement_timeout', %s, true)", [str(_MILLISECONDS)]
            )
            return list(alike.order_by("-likeness", "-pk")[:MOST])
    except OperationalError:
        return []


def _nearest(day: date) -> QuerySet[Article, tuple[int]]:
    """The keys of the articles that are compared."""
    near = Article.objects.filter(published_on__range=(day - _NEAR, day + _NEAR))
    is_other_day = Case(When(published_on=day, then=0), default=1)
    return near.order_by(is_other_day, "-pk").values_list("pk")[:_MOST_COMPARED]
