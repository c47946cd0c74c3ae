"""Corrections at the desk: read, and their differences hidden where the law asks."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.admin.desk import DeskAdmin
from articles.admin_forms import link_to
from articles.models import Correction


class _CorrectionForm(forms.ModelForm):
    class Meta:
        model = Correction
        fields: ClassVar[list[str]] = ["shows_difference"]
        labels: ClassVar[dict[str, Any]] = {
            "shows_difference": _("Readers see what was changed")
        }


@admin.register(Correction)
class CorrectionAdmin(DeskAdmin):
    """They come from changes to what is in public alone, and stay.

    Their permissions are those of the article; to hide is for those who may delete one.
    """

    form = _CorrectionForm
    list_display = ["note", "shown_article", "made_at", "by_name", "is_shown"]
    list_select_related = ["article", "by"]
    readonly_fields = ["shown_article", "note", "made_at", "by_name"]
    fields = [*readonly_fields, "shows_difference"]

    @admin.display(description=_("article"))
    def shown_article(self, correction: Correction) -> SafeString:
        return link_to(correction.article)

    @admin.display(description=_("by"))
    def by_name(self, correction: Correction) -> str:
        return correction.by.get_username() if correction.by else ""

    @admin.display(description=_("difference shown"), boolean=True)
    def is_shown(self, correction: Correction) -> bool:
        return correction.shows_difference

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("articles.view_article")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("articles.delete_article")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
