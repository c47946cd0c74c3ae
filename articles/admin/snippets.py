"""Snippets at the desk: the short form, and what fills it."""

from datetime import date
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import ModelForm, Script
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.articles import ArticleListAdmin
from articles.admin.carrying import carried, what_goes_on
from articles.admin.filling import FillingAdmin, filled_in
from articles.admin_forms import SnippetForm
from articles.desk.likeness import similar
from articles.models import Article, Snippet

_SCRIPTS = ("snippet_keys", "snippet_filling", "snippet_likeness", "snippet_preview")


@admin.register(Snippet)
class SnippetAdmin(FillingAdmin, ArticleListAdmin):
    """The quick form: published at once, in the language of its script."""

    form = SnippetForm
    add_form_template = change_form_template = "admin/articles/snippet_form.html"
    fieldsets = [
        (None, {"fields": ["headline", "body", "source_url"]}),
        (None, {"fields": ["categories", "source", ("published_on", "language")]}),
        (
            gettext_lazy("More"),
            {
                "fields": [
                    *("byline", "translation"),
                    # Side by side, an error in them would not open this part.
                    *("state", "visible_from", "withdrawn_reason"),
                ],
                "classes": ["collapse"],
            },
        ),
    ]

    class Media:
        css = {"all": ["admin_site/snippet.css"]}
        js = [Script(f"admin_site/{name}.js", type="module") for name in _SCRIPTS]

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.likeness_view)
        return [
            path("likeness/", view, name="articles_snippet_likeness"),
            *super().get_urls(),
        ]

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> Any:
        """With the writers in sight where they were filled in, to be checked."""
        sets = super().get_fieldsets(request, obj)
        if "byline" not in filled_in(request):
            return sets
        return [(name, {**how, "classes": []}) for name, how in sets]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Those that were typed here: an imported article is no editor's snippet."""
        return super().get_queryset(request).filter(imported_as__isnull=True)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        given = super().get_changeform_initial_data(request)
        return given | carried(request.GET)

    def save_model(
        self, request: HttpRequest, obj: Any, form: ModelForm, change: bool
    ) -> None:
        obj.source = obj.source or obj.source_of_address()
        super().save_model(request, obj, form, change)

    def response_add(
        self, request: HttpRequest, obj: Article, post_url_continue: str | None = None
    ) -> HttpResponse:
        response = super().response_add(request, obj, post_url_continue)
        if obj.is_published:
            link = '<a href="{}">{}</a>'
            see = format_html(link, obj.get_absolute_url(), _("See it as readers do"))
            messages.success(request, see)
        return self._next_or(response, request)

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        return self._next_or(super().response_change(request, obj), request)

    def _next_or(self, response: HttpResponse, request: HttpRequest) -> HttpResponse:
        """The form of the next one where it was asked for, with what goes on."""
        if "_addanother" not in request.POST:
            return response
        address = reverse("admin:articles_snippet_add")
        return redirect(f"{address}?{what_goes_on(request.POST)}")

    def likeness_view(self, request: HttpRequest) -> HttpResponse:
        """What the archive may have already; an empty answer most often."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        asked = request.GET
        pk = asked.get("pk", "")
        found = similar(
            asked.get("headline", "")[:1000],
            _day(asked.get("day", "")),
            but=int(pk) if pk.isdecimal() and len(pk) < 18 else None,
        )
        return render(request, "admin/articles/_likeness.html", {"found": found})


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return timezone.localdate()
