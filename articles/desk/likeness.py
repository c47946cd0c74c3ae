"""What the archive may have already: articles of these days with a similar headline.

Headlines are compared folded, so that keyboards, marks and letter cases do not matter,
by their trigrams (PostgreSQL's pg_trgm), which need no language: scripts are equals.
Only the articles of a few days are looked at, which are few in an archive of any size.
"""

from datetime import date, timedelta

from django.db import OperationalError, connection, transaction
from django.db.models import Value

from articles import fulltext
from articles.models import Article, State

MOST = 3
_NEAR = timedelta(days=3)
_ENOUGH = 0.4  # of 1; two headlines on one event have about half of their trigrams
_SHORTEST = 8  # characters: of less, everything is alike
_MILLISECONDS = 200


def similar(headline: str, day: date, but: int | None = None) -> list[Article]:
    """At most three, the most similar first; none where that took too long."""
    if len(headline.strip()) < _SHORTEST:
        return []
    typed = fulltext.Fold(Value(headline))
    likeness = fulltext.Similarity(fulltext.Fold("headline"), typed)
    near = Article.objects.filter(published_on__range=(day - _NEAR, day + _NEAR))
    found = near.exclude(state=State.WITHDRAWN).exclude(pk=but or 0).defer("body")
    alike = found.annotate(likeness=likeness).filter(likeness__gte=_ENOUGH)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('statement_timeout', %s, true)", [str(_MILLISECONDS)]
            )
            return list(alike.order_by("-likeness", "-pk")[:MOST])
    except OperationalError:
        return []
