"""Articles and snippets at the desk."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.admin.desk import DeskAdmin
from articles.admin_forms import ArticleForm, SnippetForm, link_to
from articles.languages import LANGUAGES
from articles.models import Article, Snippet, State, Translation
from articles.queries import parse
from articles.search import SearchRequest, engine
from articles.views.articles import render_article


class LanguageFilter(admin.SimpleListFilter):
    """The languages that articles are in, and not all that they could be in."""

    title = _("language")
    parameter_name = "language__exact"

    def lookups(
        self, request: HttpRequest, model_admin: admin.ModelAdmin
    ) -> list[tuple[str, str]]:
        codes = Article.objects.order_by().values_list("language", flat=True).distinct()
        return [(code, LANGUAGES[code].name) for code in LANGUAGES if code in codes]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(language=self.value()) if self.value() else queryset


class ArticleListAdmin(DeskAdmin):
    """What the lists of articles and of snippets have in common."""

    list_display = [
        "shown_headline",
        "published_on",
        "shown_state",
        "language",
        "source",
    ]
    list_filter = ["state", LanguageFilter, "source"]
    list_select_related = ["source"]
    date_hierarchy = "published_on"
    ordering = ["-published_on", "-pk"]
    search_fields = ["headline"]  # shows the field; what it finds is up to the vector
    autocomplete_fields = ["source", "categories"]

    class Media:
        css = {"all": ["admin_site/article_form.css"]}
        js = ["admin_site/article_form.js"]

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

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).defer("body")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        if search_term:
            query = parse(search_term, today=timezone.localdate())
            condition = engine().condition(SearchRequest(query=query))
            queryset = queryset.filter(condition)
        return queryset, False

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """What a link fills in; the fields that complete themselves fail on no key."""
        given = super().get_changeform_initial_data(request)
        return {k: v for k, v in given.items() if k not in self.autocomplete_fields}

    def has_delete_permission(
        self, request: HttpRequest, obj: Article | None = None
    ) -> bool:
        """Drafts only: what was in public is withdrawn, and its page says why."""
        is_draft = obj is None or obj.state == State.DRAFT
        return is_draft and super().has_delete_permission(request, obj)

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


@admin.register(Snippet)
class SnippetAdmin(ArticleListAdmin):
    """The quick form: published today, in the language of its script."""

    form = SnippetForm
    fields = [
        "headline",
        "body",
        "source_url",
        "source",
        "categories",
        "translation",
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Those that were typed here: an imported article is no editor's snippet."""
        return super().get_queryset(request).filter(imported_as__isnull=True)

    def save_model(
        self, request: HttpRequest, obj: Any, form: ModelForm, change: bool
    ) -> None:
        obj.source = obj.source or obj.source_of_address()
        super().save_model(request, obj, form, change)
