"""Categories and sources: the lists of them, and the articles of each."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
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
    if (category := Category.objects.filter(slug=slug).first()) is None:
        return _moved(request, Category, slug)
    context = _with_articles(request, category)
    return render(request, "articles/category_detail.html", context)


@require_safe
@kept_fresh
def source_detail(request: HttpRequest, slug: str) -> HttpResponse:
    if (source := Source.objects.filter(slug=slug).first()) is None:
        return _moved(request, Source, slug)
    context = _with_articles(request, source)
    return render(request, "articles/source_detail.html", context)


def _moved(
    request: HttpRequest, model: type[Category | Source], slug: str
) -> HttpResponse:
    """The way from an old address to what is there now."""
    if (found := model.objects.once_at(slug).first()) is None:
        raise Http404
    asked = request.META.get("QUERY_STRING", "")
    address = found.get_absolute_url()
    return redirect(f"{address}?{asked}" if asked else address, permanent=True)


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
