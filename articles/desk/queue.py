"""The queue of the desk: what needs a hand, and how much of it there is.

Of each concern the articles added last come first, and no more than a thousand: whoever
mends these finds the next ones in their place. So neither a count nor a list of them
costs more in a large archive.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone

from articles.models import Article, Concern, SetAside, State
from articles.models.concerns import HEADLINE_KEY, OF_ROW
from articles.querysets import ArticleQuerySet

MOST = 1000
_LOOKED_AT = 5000  # of the last added, whether there are others that are called alike
_NEAR = timedelta(days=3)


def waiting(concern: Concern) -> ArticleQuerySet:
    """The articles of a concern, without those that were set aside or withdrawn."""
    asides = SetAside.objects.filter(article=OuterRef("pk"), concern=concern)
    found = _of(concern).exclude(state=State.WITHDRAWN).filter(~Exists(asides))
    newest = found.order_by("-pk").values("pk")[:MOST]
    return Article.objects.filter(pk__in=newest)


def counts() -> Mapping[Concern, int]:
    """How many articles each concern has, up to MOST."""
    return {concern: waiting(concern).count() for concern in Concern}


def set_aside(articles: Sequence[Article], concern: Concern, by: int | None) -> int:
    """Let articles wait no longer for one concern; says how many."""
    made = [SetAside(article=each, concern=concern, by_id=by) for each in articles]
    SetAside.objects.bulk_create(made, ignore_conflicts=True)
    return len(made)


def _of(concern: Concern) -> ArticleQuerySet:
    match concern:
        case Concern.DRAFT:
            return Article.objects.filter(state=State.DRAFT)
        case Concern.FUTURE_DAY:
            return Article.objects.filter(published_on__gt=timezone.localdate())
        case Concern.NO_CATEGORY:
            return Article.objects.filter(entry__category_ids=[])
        case Concern.TWIN:
            return _with_twins()
        case _:
            return Article.objects.filter(OF_ROW[concern])


def _with_twins() -> ArticleQuerySet:
    """Of the last added those that another one is called like, within three days."""
    seen = Article.objects.exclude(state=State.WITHDRAWN).exclude(headline="")
    last = seen.order_by("-pk").values("pk")[:_LOOKED_AT]
    called = seen.annotate(key=HEADLINE_KEY)
    others = called.filter(
        ~Q(pk=OuterRef("pk")),
        key=OuterRef("key"),
        published_on__gte=OuterRef("published_on") - _NEAR,
        published_on__lte=OuterRef("published_on") + _NEAR,
    )
    # One of them, and not whether there are some: this is looked up for each article,
    # where the planner would join all with all.
    one = Subquery(others.order_by().values("pk")[:1])
    return called.filter(pk__in=last).annotate(twin=one).filter(twin__isnull=False)
