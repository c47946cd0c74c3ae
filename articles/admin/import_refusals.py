"""Records that imports refused, until somebody has dealt with them."""

from django.contrib import admin
from django.http import HttpRequest

from articles.models import ImportRefusal


@admin.register(ImportRefusal)
class ImportRefusalAdmin(admin.ModelAdmin):
    """What was refused and why; its file is mended elsewhere, and imported again."""

    list_display = ["place", "field", "reason", "batch", "is_dealt_with"]
    list_editable = ["is_dealt_with"]
    list_filter = ["is_dealt_with"]
    list_select_related = ["batch"]
    list_per_page = 50
    show_full_result_count = False
    ordering = ["-pk"]
    readonly_fields = ["place", "field", "reason", "batch"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(
        self, request: HttpRequest, obj: ImportRefusal | None = None
    ) -> bool:
        return False
