"""Articles and snippets at the desk."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import DateTimeField, QuerySet
from django.forms import ModelForm, Script
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.admin.article_filters import LanguageFilter, ways_by_day
from articles.admin.autosaving import AutosavingAdmin
from articles.admin.conflicts import ConflictsAdmin
from articles.admin.desk import DeskAdmin
from articles.admin.history import HistoryAdmin
from articles.admin.queue import ConcernFilter
from articles.admin.queue_lists import QueueAdmin
from articles.admin_forms import ArticleForm, link_to
from articles.models import Article, SearchEntry, State, Translation, was_in_public
from articles.queries import parse
from articles.search import SearchRequest, engine
from articles.views.articles import render_article


class ArticleListAdmin(
    HistoryAdmin, ConflictsAdmin, AutosavingAdmin, QueueAdmin, DeskAdmin
):
    """What the lists of articles and of snippets have in common."""

    list_display = [
        "shown_headline",
        "published_on",
        "shown_state",
        "language",
        "source",
    ]
    list_filter = [ConcernFilter, "state", LanguageFilter]
    list_select_related = ["source"]
    change_list_template = "admin/articles/article_list.html"
    search_help_text = _("As on the site: words, source:…, category:…, date:2013-08")
    ordering = ["-published_on", "-pk"]
    sortable_by = ["published_on"]  # there is an index of that alone
    search_fields = ["headline"]  # shows the field; what it finds is up to the vector
    autocomplete_fields = ["source", "categories"]

    class Media:
        css = {"all": ["admin_site/article_form.css"]}
        js = [
            "admin_site/article_form.js",
            Script("admin_site/text_language.js", type="module"),
        ]

    @admin.display(description=_("headline"), ordering="headline")
    def shown_headline(self, article: Article) -> SafeString:
        return format_html(
            '<span class="hl" lang="{}" dir="{}">{}</span>',
            article.language,
            article.direction,
            article,
        )

    @admin.display(description=_("state"), ordering="state")
    def shown_state(self, article: Article) -> str:
        return article.shown_state

    @admin.display(description=_("translation"))
    def translation(self, article: Article) -> SafeString | str:
        """What those see who may change nothing; others have the form's own field."""
        facing = Translation.objects.of(article)
        return link_to(facing) if facing else "-"

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> Any:
        """With the public note, which is asked for of what readers may have read."""
        sets = super().get_fieldsets(request, obj)
        if obj is None or not obj.is_published:
            return sets
        return [*sets, (_("Correction"), {"fields": ["public_note"]})]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        response = super().changelist_view(request, extra_context)
        context = getattr(response, "context_data", None) or {}
        if changes := context.get("cl"):  # actions have pages of their own
            context["ways_by_day"] = ways_by_day(changes)
        return response

    def save_model(
        self, request: HttpRequest, obj: Any, form: ModelForm, change: bool
    ) -> None:
        super().save_model(request, obj, form, change)
        if obj.visible_from:
            transaction.on_commit(SearchEntry.objects.settle)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        if search_term:
            query = parse(search_term, today=timezone.localdate())
            condition = engine().condition(SearchRequest(query=query))
            queryset = queryset.filter(condition)
        return queryset, False

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """What a link fills in, but for fields that fail on no key or no moment."""
        given = super().get_changeform_initial_data(request)
        moments = [f.name for f in self.opts.fields if isinstance(f, DateTimeField)]
        left_out = {*self.autocomplete_fields, *moments}
        return {name: given[name] for name in given.keys() - left_out}

    def has_delete_permission(
        self, request: HttpRequest, obj: Article | None = None
    ) -> bool:
        """Drafts only: what was in public is withdrawn, and its page says why."""
        if not super().has_delete_permission(request, obj):
            return False
        return obj is None or (obj.state == State.DRAFT and not was_in_public(obj))

    def view_on_site(self, article: Article) -> str | None:
        """The public page; there is none but for what is published."""
        return article.get_absolute_url() if article.is_published else None


@admin.register(Article)
class ArticleAdmin(ArticleListAdmin):
    form = ArticleForm
    readonly_fields = ["preview_link", "dateline", "imported_at", "updated_at"]
    fieldsets = [
        (None, {"fields": ["headline", "summary", "body", "preview_link"]}),
        (
            _("Document"),
            {
                "fields": [
                    ("published_on", "published_at", "captured_at"),
                    ("byline", "dateline"),
                    "categories",
                    ("source", "source_url"),
                    ("language", "translation"),
                ]
            },
        ),
        (_("State"), {"fields": [("state", "visible_from"), "withdrawn_reason"]}),
        (_("Record"), {"fields": [("imported_at", "updated_at")]}),
    ]

    def get_urls(self) -> list[URLPattern]:
        preview = self.admin_site.admin_view(self.preview)
        address = path("<int:pk>/preview/", preview, name="articles_article_preview")
        return [address, *super().get_urls()]

    @admin.display(description=_("preview"))
    def preview_link(self, article: Article) -> SafeString | str:
        if not article.pk:
            return "-"
        address = reverse("admin:articles_article_preview", args=[article.pk])
        return format_html('<a href="{}">{}</a>', address, _("as readers will see it"))

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The article's page as readers will see it, also of a draft."""
        article = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        return render_article(request, article, is_preview=True)
