"""A day through the years: what was news on it."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.browsing import on_this_day as anniversary
from articles.freshness import kept_fresh


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """The way to the page of today, on the archive's clock."""
    return redirect("articles:on_this_day", timezone.localdate())


@require_safe
@kept_fresh
def on_this_day(request: HttpRequest, day: date) -> HttpResponse:
    before, after = anniversary.neighbours(day)
    context = {
        "day": day,
        "years": anniversary.on_this_day(day),
        "before": before,
        "after": after,
    }
    return render(request, "articles/on_this_day.html", context)
