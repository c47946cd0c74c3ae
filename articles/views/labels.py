"""Categories and sources: the lists of them, and the articles of each."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from articles.freshness import kept_fresh
from articles.labels import listing
from articles.labels.languages import in_each_language
from articles.models import Category, Kind, Source
from articles.pagination import paginate
from articles.rulers import label_ruler
from articles.views import moved


@require_safe
@kept_fresh
def category_list(request: HttpRequest) -> HttpResponse:
    return _list(request, listing.categories, "articles/category_list.html")


@require_safe
@kept_fresh
def source_list(request: HttpRequest) -> HttpResponse:
    return _list(request, listing.sources, "articles/source_list.html")


def _list(
    request: HttpRequest, listed: Callable[..., listing.Listing], template: str
) -> HttpResponse:
    """The names, or those of one letter; one that has no page leads to them all."""
    letter = request.GET.get("letter", "")
    found = listed(get_language() or "", letter, request.GET.get("page", ""))
    if letter and not found.current:
        return redirect(request.path)
    return render(request, template, {"listing": found})


@require_safe
@kept_fresh
def category_detail(request: HttpRequest, slug: str) -> HttpResponse:
    return _detail(request, Kind.CATEGORY, slug)


@require_safe
@kept_fresh
def source_detail(request: HttpRequest, slug: str) -> HttpResponse:
    return _detail(request, Kind.SOURCE, slug)


def _detail(request: HttpRequest, kind: Kind, slug: str) -> HttpResponse:
    named = kind.model.objects.filter(slug=slug).first()
    if named is None:
        return moved.to_label(request, kind, slug)
    context = _with_articles(request, named)
    return render(request, f"articles/{kind}_detail.html", context)


def _with_articles(request: HttpRequest, named: Category | Source) -> dict[str, Any]:
    """All that the page of a category or a source shows; one query counts it."""
    months = named.counts.by_month()
    page = paginate(request, named, months)
    newest = page.articles[0].published_on if page.articles else None
    return {
        "named": named,
        "count": sum(months.values()),
        "page": page,
        "ruler": label_ruler(named, months, newest),
        "languages": in_each_language(named),
    }
