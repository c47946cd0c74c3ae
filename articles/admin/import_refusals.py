"""Records that imports refused, until somebody has dealt with them."""

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.desk import DeskAdmin
from articles.admin.import_reports import at_any_desk
from articles.models import ImportRefusal


@admin.register(ImportRefusal)
class ImportRefusalAdmin(DeskAdmin):
    """What was refused and why; its file is mended elsewhere, and imported again."""

    list_display = ["place", "field", "shown_reason", "batch", "is_dealt_with"]
    list_editable = ["is_dealt_with"]
    list_filter = ["is_dealt_with"]
    list_select_related = ["batch"]
    ordering = ["-pk"]
    sortable_by = ()  # there is no index but of the order that they came in
    fields = ["place", "field", "shown_reason", "batch", "is_dealt_with"]
    readonly_fields = ["place", "field", "shown_reason", "batch"]

    @admin.display(description=_("reason"))
    def shown_reason(self, refusal: ImportRefusal) -> str:
        return at_any_desk(refusal.reason)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(
        self, request: HttpRequest, obj: ImportRefusal | None = None
    ) -> bool:
        return False
