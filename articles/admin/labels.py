"""Sources and categories at the desk."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.desk import DeskAdmin
from articles.admin.merges import MergingAdmin
from articles.admin_forms import NamedForm
from articles.desk import renaming
from articles.models import Category, Named, Source


class NamedAdmin(MergingAdmin, DeskAdmin):
    """Sources and categories."""

    form = NamedForm
    list_display = ["name", "name_ur", "slug", "count"]
    search_fields = ["name", "name_ur"]
    prepopulated_fields = {"slug": ["name"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """With their counts in the list alone: a form asks for one of them."""
        listed: Any = super().get_queryset(request)
        page = request.resolver_match and request.resolver_match.url_name
        if (page or "").endswith("_changelist"):
            listed = listed.with_counts().order_by("folded_name", "pk")
        return cast("QuerySet[Any]", listed)

    @admin.display(description=_("articles in public"), ordering="article_count")
    def count(self, label: Named) -> int:
        return label.article_count

    def save_model(
        self, request: HttpRequest, obj: Any, form: ModelForm, change: bool
    ) -> None:
        renaming.save(obj, request.user)


@admin.register(Category)
class CategoryAdmin(NamedAdmin):
    pass


@admin.register(Source)
class SourceAdmin(NamedAdmin):
    list_display = ["name", "name_ur", "domain", "count"]
    search_fields = ["name", "name_ur", "domain"]
