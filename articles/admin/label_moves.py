"""What became of labels that were renamed or merged, to be read."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles import languages
from articles.admin.desk import DeskAdmin
from articles.admin_forms import link_to
from articles.models import LabelMove


@admin.register(LabelMove)
class LabelMoveAdmin(DeskAdmin):
    """Moves are read; they come from renaming and merging alone, and stay."""

    list_display = [
        "made_at",
        "kind",
        "happened",
        "old",
        "leads_to",
        "article_count",
        "by_name",
    ]
    list_select_related = ["category", "source"]
    search_fields = ["old_name", "old_name_ur", "old_slug", "new_name"]
    fields = [
        *("made_at", "kind", "happened", "old", "old_name_ur", "old_slug"),
        *("old_domain", "redirects", "leads_to", "article_count", "by_name"),
    ]

    @admin.display(description=_("old name"), ordering="folded_name")
    def old(self, move: LabelMove) -> SafeString:
        return format_html(
            '<bdi lang="{}" dir="{}">{}</bdi>',
            move.language,
            languages.direction(move.language),
            move.old_name,
        )

    @admin.display(description=_("leads to"))
    def leads_to(self, move: LabelMove) -> str:
        return link_to(move.label) if move.label else move.new_name

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
