"""One article: its page, and the sheet that it can be handed over as."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from urllib.parse import unquote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from articles import documents
from articles.desk.corrections import told
from articles.freshness import kept_fresh
from articles.interface import interface_language
from articles.models import Article, State
from articles.sheets import document_of
from articles.surroundings import Surroundings

Show = Callable[[HttpRequest, Article], HttpResponse]


@require_safe
@kept_fresh
def article_detail(request: HttpRequest, day: date, pk: int) -> HttpResponse:
    return _answer(request, pk, "article_detail", render_article)


@require_safe
@kept_fresh
def article_document(request: HttpRequest, day: date, pk: int) -> HttpResponse:
    return _answer(request, pk, "article_document", _render_document)


@require_safe
@kept_fresh
def article_document_text(request: HttpRequest, day: date, pk: int) -> HttpResponse:
    return _answer(request, pk, "article_document_text", _document_text)


@require_safe
@kept_fresh
def article_corrections(request: HttpRequest, day: date, pk: int) -> HttpResponse:
    return _answer(request, pk, "article_corrections", _render_corrections)


@require_safe
@kept_fresh
def article_short(request: HttpRequest, pk: int) -> HttpResponse:
    """The short form for citations: the way to the full address."""
    return _answer(request, pk, "article_detail", render_article)


def render_article(
    request: HttpRequest, article: Article, *, is_preview: bool = False
) -> HttpResponse:
    """The article's page, its frame in the article's language where we speak that."""
    around = None if is_preview else Surroundings.of(article)
    context = {"article": article, "is_preview": is_preview, "around": around}
    with _frame(article):
        response = render(request, "articles/article_detail.html", context)
    if around and not around.is_whole:
        add_never_cache_headers(response)
    return response


def _render_document(request: HttpRequest, article: Article) -> HttpResponse:
    context = {"article": article, "document": document_of(article)}
    with _frame(article):
        return render(request, "articles/article_document.html", context)


def _render_corrections(request: HttpRequest, article: Article) -> HttpResponse:
    with _frame(article):  # what fields are called, too
        context = {"article": article, "told": list(told(article))}
        return render(request, "articles/article_corrections.html", context)


def _document_text(request: HttpRequest, article: Article) -> HttpResponse:
    sheet = documents.render(document_of(article))
    response = HttpResponse(sheet, content_type="text/plain; charset=utf-8")
    response.headers["X-Robots-Tag"] = "noindex"  # the page says so in its head
    return response


def _answer(request: HttpRequest, pk: int, name: str, show: Show) -> HttpResponse:
    """What an article's address answers: a page, the way to it, or that it is gone."""
    article = get_object_or_404(Article.objects.select_related("source"), pk=pk)
    if article.state == State.DRAFT or article.is_scheduled:
        raise Http404
    if article.state == State.WITHDRAWN:
        return _render_withdrawn(request, article)
    address = article.address(name)
    if request.path != unquote(address):
        return redirect(address, permanent=True)
    return show(request, article)


def _render_withdrawn(request: HttpRequest, article: Article) -> HttpResponse:
    context = {"article": article}
    with _frame(article):
        return render(request, "articles/article_withdrawn.html", context, status=410)


def _frame(article: Article) -> AbstractContextManager[None]:
    """What frames an article is in its own language, where the site speaks that."""
    return translation.override(interface_language(article.language))
