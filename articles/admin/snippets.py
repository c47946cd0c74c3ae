"""Snippets at the desk: the short form, and what fills it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeAlias
from uuid import uuid4

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.forms import ModelForm, Script
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.articles import ArticleListAdmin
from articles.admin.form_scripts import BASED_ON, KEY, key_in, revision_in
from articles.admin.unsaved import TAKEN_UP, form_of
from articles.admin_forms import SnippetForm
from articles.desk import autosaves, filling
from articles.desk.likeness import similar
from articles.models import Article, SearchEntry, Snippet

Fill: TypeAlias = Callable[[dict[str, Any]], list[str]]
_FILLED = "filled"  # in an address: the fields that were filled in
# What the next snippet of a row has in common with the last one.
_CARRIED = ("source", "categories", "published_on")
_SCRIPTS = ("snippet_keys", "snippet_language", "snippet_likeness", "snippet_preview")


@admin.register(Snippet)
class SnippetAdmin(ArticleListAdmin):
    """The quick form: published at once, in the language of its script."""

    form = SnippetForm
    add_form_template = change_form_template = "admin/articles/snippet_form.html"
    fieldsets = [
        (None, {"fields": ["headline", "body", "source_url"]}),
        (None, {"fields": ["categories", "source", ("published_on", "language")]}),
        (
            gettext_lazy("More"),
            {
                "fields": ["byline", "translation", ("state", "visible_from")],
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

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Those that were typed here: an imported article is no editor's snippet."""
        return super().get_queryset(request).filter(imported_as__isnull=True)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        given = super().get_changeform_initial_data(request)
        return given | carried(request.GET)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        for button, fill in _FILLING.items():
            if request.method == "POST" and button in request.POST:
                return self._fill(request, object_id, fill)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(
        self,
        request: HttpRequest,
        obj: Any = None,
        change: bool = False,
        **options: Any,
    ) -> Any:
        form: Any = super().get_form(request, obj, change=change, **options)
        form.filled = frozenset(request.GET.get(_FILLED, "").split(","))
        return form

    def save_model(
        self, request: HttpRequest, obj: Any, form: ModelForm, change: bool
    ) -> None:
        obj.source = obj.source or obj.source_of_address()
        super().save_model(request, obj, form, change)
        if obj.visible_from:
            transaction.on_commit(SearchEntry.objects.settle)

    def response_add(
        self, request: HttpRequest, obj: Article, post_url_continue: str | None = None
    ) -> HttpResponse:
        response = super().response_add(request, obj, post_url_continue)
        if obj.is_published:
            link = '<a href="{}">{}</a>'
            see = format_html(link, obj.get_absolute_url(), _("See it as readers do"))
            messages.success(request, see)
        if "_addanother" in request.POST:
            return redirect(f"{request.path}?{_what_goes_on(request.POST)}")
        return response

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

    def _fill(
        self, request: HttpRequest, object_id: str | None, fill: Any
    ) -> HttpResponse:
        """Keep what was typed with what was found, and open the form with it."""
        article = self.get_object(request, object_id) if object_id else None
        may = self.has_change_permission(request, article) if article else None
        if not (self.has_add_permission(request) if may is None else may):
            raise PermissionDenied
        form = self.get_form(request, article, change=article is not None)
        kept = autosaves.of_form(
            form(request.POST, instance=article),
            user=request.user,
            article=article,
            key=key_in(request.POST.get(KEY)) or uuid4(),
            based_on=revision_in(request.POST.get(BASED_ON)),
        )
        filled: list[str] = []
        try:
            filled = fill(kept.values)
        except filling.FillingError as error:
            words = _("Nothing was filled in, and what you typed is kept: %(why)s")
            messages.error(request, words % {"why": error})
        autosaves.keep(kept)
        asked = f"{TAKEN_UP}={kept.key}&{_FILLED}={','.join(filled)}"
        return HttpResponseRedirect(f"{form_of(kept)}?{asked}")


def carried(given: QueryDict) -> dict[str, Any]:
    """Of what a link fills in, that which the fields with suggestions can show."""
    keys = [key for key in given.get("categories", "").split(",") if _is_key(key)]
    source = given.get("source", "")
    return {"categories": keys} | ({"source": source} if _is_key(source) else {})


def _is_key(text: str) -> bool:
    return text.isdecimal() and len(text) < 18


def _what_goes_on(sent: QueryDict) -> str:
    """Source, categories and day of a snippet, for the form of the next one."""
    carried_on = QueryDict(mutable=True)
    for name in _CARRIED:
        if value := ",".join(filter(None, sent.getlist(name))):
            carried_on[name] = value
    return carried_on.urlencode()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return timezone.localdate()


def _from_address(values: dict[str, Any]) -> list[str]:
    """Fill in what is empty, and the day, which is today's until somebody says so."""
    found = filling.from_address(str(values.get("source_url") or ""))
    is_untouched = values.get("published_on") == timezone.localdate().isoformat()
    days = {"published_on"} if is_untouched else set[str]()
    return _put(values, found, {"source_url", *days})


def _from_document(values: dict[str, Any]) -> list[str]:
    found = filling.from_document(str(values.get("body") or ""))
    return _put(values, found, {*found})


def _put(
    values: dict[str, Any], found: dict[str, object], replaced: set[str]
) -> list[str]:
    names = [name for name in found if name in replaced or not values.get(name)]
    values.update({name: found[name] for name in names})
    return names


_FILLING: Mapping[str, Fill] = {"_fill": _from_address, "_take_apart": _from_document}
