"""The list of each concern of the queue, in which its articles are mended."""

from contextlib import nullcontext
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.db import transaction
from django.db.models import QuerySet
from django.forms import modelformset_factory
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.admin.mending import MENDED_IN, MendingForm
from articles.admin.queue import asked
from articles.desk import queue
from articles.desk.corrected_form import NOTE
from articles.models import Article


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


class QueueAdmin(admin.ModelAdmin):
    """Lists of articles that are those of the queue where one is asked for."""

    actions = (set_aside,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        concern = asked(request)
        is_read = concern and "body" in MENDED_IN[concern]
        articles = super().get_queryset(request)
        if concern and "categories" in MENDED_IN[concern]:
            articles = articles.prefetch_related("categories")
        return articles if is_read else articles.defer("body")

    def get_changelist(self, request: HttpRequest, **options: Any) -> type[ChangeList]:
        return QueueList

    def get_changelist_form(self, request: HttpRequest, **options: Any) -> Any:
        form: Any = super().get_changelist_form(request, form=MendingForm, **options)
        form.editor = request.user
        return form

    def get_changelist_formset(self, request: HttpRequest, **options: Any) -> Any:
        concern = asked(request)
        named = MENDED_IN[concern] if concern else []
        fields = [name for name in named if name != NOTE]
        form = self.get_changelist_form(request, fields=fields)
        return modelformset_factory(self.model, form, extra=0, fields=fields, **options)

    @admin.display(description=_("public note"))
    def public_note(self, article: Article) -> str:
        """The column of a field that no article has."""
        return ""

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions = super().get_actions(request)
        if asked(request) is None:
            actions.pop("set_aside", None)
        return actions

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        # What is sent is checked and saved in one transaction.
        is_sent = request.method == "POST"
        with transaction.atomic() if is_sent else nullcontext():
            response = super().changelist_view(request, extra_context)
        changes = (getattr(response, "context_data", None) or {}).get("cl")
        if changes and changes.formset and changes.formset.is_bound:
            # The queue may have moved on: rows stay with the forms that were sent.
            changes.result_list = [each.instance for each in changes.formset.forms]
        return response
