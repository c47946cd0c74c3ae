"""The queue at the desk: a filter of the list, in which each concern can be mended."""

from collections.abc import Mapping
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.forms.models import model_to_dict
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.desk import queue, revisions
from articles.desk.corrected_form import NOTE, CorrectedForm
from articles.desk.revisions import GONE
from articles.desk.wording import change_in_words
from articles.models import Concern, ImportRefusal

# The fields in which an article of a concern is mended, in the list itself.
MENDED_IN: Mapping[Concern, list[str]] = {
    Concern.DRAFT: ["state"],
    Concern.NO_DAY: ["published_on"],
    Concern.FUTURE_DAY: ["published_on", NOTE],
    Concern.EARLY_DOCUMENT: ["published_on", "captured_at", NOTE],
    Concern.NO_CATEGORY: ["categories"],
    Concern.OTHER_SCRIPT: ["language"],
    Concern.TWIN: ["state", "withdrawn_reason"],
    Concern.SHORT_BODY: ["body", NOTE],
    Concern.MARKUP: ["headline", "body", NOTE],
    Concern.REPLACEMENT: ["headline", "body", NOTE],
}
_NEEDS = "needs"
_CHANGED = _("Somebody else has changed this: load the list anew.")


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
            self.list_display = [*shown, *own]

    def get_ordering_field(self, field_name: Any) -> Any:
        """Only what there is an index of: an address can ask for any column."""
        is_sortable = field_name in (self.sortable_by or ())
        return super().get_ordering_field(field_name) if is_sortable else None


class MendingForm(CorrectedForm):
    """A row of the list: what somebody else changed meanwhile is never undone by it.

    It has to be checked in the transaction that it is saved in.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, field in self.fields.items():
            field.show_hidden_initial = True
            if name in ("headline", "body", "withdrawn_reason"):
                field.widget.attrs["dir"] = "auto"

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if self.instance.pk is None:  # a row of the list has one, unless it is gone
            self.add_error(None, change_in_words(GONE, self.editor))
            return values
        changed = set(self.changed_data) - {NOTE}
        if changed and not self._is_held():
            self.add_error(None, _CHANGED)
            return values
        for name in changed:
            if not self._is_as_seen(name):
                self.add_error(name, _CHANGED)
        return values

    def _is_held(self) -> bool:
        """Whether there is the article, which from now on nobody else changes.

        It is read anew: saved as it was, it would lose what was changed since the list
        was asked for.
        """
        if not revisions.hold(self.instance):
            return False
        self.instance.refresh_from_db()
        self.initial.update(model_to_dict(self.instance, [*self.fields]))
        self.note_what_is_read()
        return True

    def _is_as_seen(self, name: str) -> bool:
        """Whether a value is what the list had when it was loaded."""
        field = self.fields[name]
        seen = field.hidden_widget().value_from_datadict(
            self.data, self.files, self.add_initial_prefix(name)
        )
        if isinstance(seen, str):  # browsers send line breaks of two characters
            seen = seen.replace("\r\n", "\n")
        return not field.has_changed(self.get_initial_for_field(field, name), seen)


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
