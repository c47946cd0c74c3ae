"""The queue at the desk: a filter of the list, in which each concern can be mended."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.desk import queue
from articles.models import Concern, ImportRefusal

_NEEDS = "needs"


def asked(request: HttpRequest) -> Concern | None:
    """The concern that a list is asked for, if it is one."""
    name = request.GET.get(_NEEDS)
    return Concern(name) if name in Concern.values else None


class ConcernFilter(admin.SimpleListFilter):
    """What needs a hand: the articles added last first, a thousand at most."""

    title = _("what needs a hand")
    parameter_name = _NEEDS

    def lookups(
        self, request: HttpRequest, model_admin: admin.ModelAdmin
    ) -> list[tuple[str, str]]:
        return [(concern.value, str(concern.label)) for concern in Concern]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        concern = asked(request)
        return queryset & queue.waiting(concern) if concern else queryset


def front_page_part(request: HttpRequest) -> dict[str, Any]:
    """What the admin's first page shows of the queue, to who may see articles."""
    if not request.user.has_perm("articles.view_article"):
        return {}
    address = reverse("admin:articles_article_changelist")
    waiting = [
        (concern.label, count, f"{address}?{_NEEDS}={concern}")
        for concern, count in queue.counts().items()
    ]
    refused = ImportRefusal.objects.filter(is_dealt_with=False)[: queue.MOST].count()
    address = reverse("admin:articles_importrefusal_changelist")
    waiting.append(
        (_("Refused records of imports"), refused, f"{address}?is_dealt_with__exact=0")
    )
    return {"queue": waiting, "queue_most": queue.MOST}
