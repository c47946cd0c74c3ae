"""The search page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles import tallies
from articles.forms import SearchForm
from articles.models import Source
from articles.pagination import Page, paginate

OFFERED_CATEGORIES = 100


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What matches, newest first; bad input answers 400 and says what to mend."""
    form = SearchForm(request.GET)
    context = {
        "form": form,
        "categories": tallies.largest_categories(OFFERED_CATEGORIES),
        "sources": Source.objects.all(),
        "page": Page([]),
    }
    if not form.is_valid():
        return render(request, "articles/search.html", context, status=400)
    asked = form.search()
    found = asked.found()
    context |= {
        "search": asked,
        "count": found.count,
        "is_exact": found.is_exact,
        "page": paginate(request, found.articles, marked=asked.text),
    }
    return render(request, "articles/search.html", context)
