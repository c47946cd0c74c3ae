"""Categories and sources: the lists of them, and the articles of each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles import tallies
from articles.freshness import kept_fresh
from articles.models import Category, Source
from articles.pagination import paginate


@require_safe
@kept_fresh
def category_list(request: HttpRequest) -> HttpResponse:
    context = {"names": tallies.categories()}
    return render(request, "articles/category_list.html", context)


@require_safe
@kept_fresh
def source_list(request: HttpRequest) -> HttpResponse:
    context = {"names": tallies.sources()}
    return render(request, "articles/source_list.html", context)


@require_safe
@kept_fresh
def category_detail(request: HttpRequest, slug: str) -> HttpResponse:
    category = get_object_or_404(Category, slug=slug)
    months = category.counts.by_month()
    context = {
        "named": category,
        "count": sum(months.values()),
        "page": paginate(request, category, months),
    }
    return render(request, "articles/category_detail.html", context)


@require_safe
@kept_fresh
def source_detail(request: HttpRequest, slug: str) -> HttpResponse:
    source = get_object_or_404(Source, slug=slug)
    months = source.counts.by_month()
    context = {
        "named": source,
        "count": sum(months.values()),
        "page": paginate(request, source, months),
    }
    return render(request, "articles/source_detail.html", context)
