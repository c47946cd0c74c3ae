"""The queue at the desk: a filter of the list, in which each concern can be mended."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.admin.mending import MENDED_IN
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


class QueueList(ChangeList):
    """The list of a concern, with its fields to be filled in."""

    def __init__(self, request: HttpRequest, *arguments: Any, **options: Any) -> None:
        super().__init__(request, *arguments, **options)
        concern = asked(request)
        if concern and self.model_admin.has_change_permission(request):
            self.list_editable = MENDED_IN[concern]
            own = [name for name in self.list_editable if name not in self.list_display]
            replaced = "shown_state" if "state" in own else None
            shown = [name for name in self.list_display if name != replaced]
            self.list_display = [shown[0], *own, *shown[1:]]

    def get_ordering_field(self, field_name: Any) -> Any:
        """Only what there is an index of: an address can ask for any column."""
        is_sortable = field_name in (self.sortable_by or ())
        return super().get_ordering_field(field_name) if is_sortable else None


@admin.action(
    description=_("Needs no hand: take out of the queue"), permissions=["change"]
)
def set_aside(
    model_admin: admin.ModelAdmin, request: HttpRequest, chosen: QuerySet[Any]
) -> None:
    if not (concern := asked(request)):
        return
    count = queue.set_aside(list(chosen), concern, request.user.pk)
    words = ngettext(
        "%(count)d article waits no longer.",
        "%(count)d articles wait no longer.",
        count,
    )
    model_admin.message_user(request, words % {"count": count}, messages.SUCCESS)


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
