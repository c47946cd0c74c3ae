"""Categories and sources: the lists of them, and the articles of each."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from articles.freshness import kept_fresh
from articles.labels import listing
from articles.labels.languages import in_each_language
from articles.labels.rulers import year_ruler
from articles.models import Category, Source
from articles.pagination import paginate


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
    category = get_object_or_404(Category, slug=slug)
    context = _with_articles(request, category)
    return render(request, "articles/category_detail.html", context)


@require_safe
@kept_fresh
def source_detail(request: HttpRequest, slug: str) -> HttpResponse:
    source = get_object_or_404(Source, slug=slug)
    context = _with_articles(request, source)
    return render(request, "articles/source_detail.html", context)


def _with_articles(request: HttpRequest, named: Category | Source) -> dict[str, Any]:
    """All that the page of a category or a source shows; one query counts it."""
    months = named.counts.by_month()
    page = paginate(request, named, months)
    newest = page.articles[0].published_on if page.articles else None
    return {
        "named": named,
        "count": sum(months.values()),
        "page": page,
        "ruler": year_ruler(months, newest),
        "languages": in_each_language(named),
    }
