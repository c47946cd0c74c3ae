"""Sources and categories at the desk: naming, renaming and merging them."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.admin.desk import DeskAdmin
from articles.admin_forms import NamedForm
from articles.desk import merging
from articles.models import Category, LabelMove, Named, Source

_MOST = 50  # are merged at once


@admin.action(description=gettext_lazy("Merge into one…"), permissions=["merge"])
def merge_chosen(
    model_admin: admin.ModelAdmin, request: HttpRequest, chosen: QuerySet[Any]
) -> HttpResponse:
    keys = ",".join(str(key) for key in chosen.values_list("pk", flat=True)[:_MOST])
    address = reverse(f"admin:articles_{model_admin.opts.model_name}_merge")
    return redirect(f"{address}?labels={keys}")


class NamedAdmin(DeskAdmin):
    """Sources and categories."""

    form = NamedForm
    list_display = ["name", "name_ur", "slug", "articles"]
    search_fields = ["name", "name_ur"]
    prepopulated_fields = {"slug": ["name"]}
    actions = [merge_chosen]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        labels: Any = super().get_queryset(request)
        counted: QuerySet[Any] = labels.with_counts()
        return counted.order_by("folded_name")

    @admin.display(description=gettext_lazy("articles"), ordering="article_count")
    def articles(self, named: Named) -> int:
        return named.article_count

    def has_merge_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(f"articles.merge_{self.opts.model_name}")

    def get_urls(self) -> list[URLPattern]:
        merge = self.admin_site.admin_view(self.merge_view)
        name = f"articles_{self.opts.model_name}_merge"
        return [path("merge/", merge, name=name), *super().get_urls()]

    def save_model(
        self, request: HttpRequest, obj: Any, form: ModelForm, change: bool
    ) -> None:
        was = type(obj)._default_manager.filter(pk=obj.pk).first() if change else None
        super().save_model(request, obj, form, change)
        if was and (was.name, was.slug) != (obj.name, obj.slug):
            count = obj.counts.total()
            by = request.user
            LabelMove.of(was, obj, count=count, by=by, is_merge=False).save()

    def merge_view(self, request: HttpRequest) -> HttpResponse:
        """Which one stays, and what would move; then it does."""
        if not self.has_merge_permission(request):
            raise PermissionDenied
        asked = request.POST if request.method == "POST" else request.GET
        keys = [key for key in asked.get("labels", "").split(",") if _is_key(key)]
        labels = list(self.get_queryset(request).filter(pk__in=keys[:_MOST]))
        if len(labels) < 2:
            messages.error(request, _("Choose at least two to merge."))
            return redirect(f"admin:articles_{self.opts.model_name}_changelist")
        largest = max(labels, key=lambda label: label.article_count)
        kept = next((it for it in labels if str(it.pk) == asked.get("kept")), largest)
        gone = [label for label in labels if label != kept]
        if request.method == "POST" and "_merge" in request.POST:
            return self._merged(request, kept, gone)
        return self._preview(request, labels, kept, gone)

    def _merged(self, request: HttpRequest, kept: Any, gone: list[Any]) -> HttpResponse:
        try:
            moves = merging.merge(kept, gone, request.user)
        except merging.MergingError:
            return self._preview(request, [kept, *gone], kept, gone)
        words = ngettext(
            "%(count)d was merged into “%(name)s”.",
            "%(count)d were merged into “%(name)s”.",
            len(moves),
        )
        messages.success(request, words % {"count": len(moves), "name": kept})
        return redirect(f"admin:articles_{self.opts.model_name}_change", kept.pk)

    def _preview(
        self, request: HttpRequest, labels: list[Any], kept: Any, gone: list[Any]
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": _("Merge into one"),
            "opts": self.opts,
            "labels": labels,
            "kept": kept,
            "gone": gone,
            "keys": ",".join(str(label.pk) for label in labels),
            "preview": merging.preview(kept, gone),
        }
        return TemplateResponse(request, "admin/articles/merge.html", context)


@admin.register(Category)
class CategoryAdmin(NamedAdmin):
    pass


@admin.register(Source)
class SourceAdmin(NamedAdmin):
    list_display = ["name", "name_ur", "domain", "articles"]
    search_fields = ["name", "name_ur", "domain"]


@admin.register(LabelMove)
class LabelMoveAdmin(DeskAdmin):
    """What moved, when and by whom: to be read."""

    list_display = ["made_at", "old_name", "new_name", "is_merge", "article_count"]
    list_display_links = None
    ordering = ["-pk"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(
        self, request: HttpRequest, obj: LabelMove | None = None
    ) -> bool:
        return False

    def has_delete_permission(
        self, request: HttpRequest, obj: LabelMove | None = None
    ) -> bool:
        return False


def _is_key(text: str) -> bool:
    return text.isdecimal() and len(text) < 18
