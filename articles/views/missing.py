"""The page for addresses that have none, and the ways on from it."""

from datetime import date

from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.editions import without_prefix
from articles.lost_paths import day_of, words_of
from articles.models import DayCount


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A search for the words of the address, and the nearest day of a date in it."""
    path = f"/{without_prefix(request.path)}"
    context = {"words": words_of(path), "nearest": _nearest(day_of(path))}
    return render(request, "404.html", context, status=404)


def _nearest(day: date | None) -> date | None:
    """The day in the archive that lies nearest; none while there is no database."""
    if day is None:
        return None
    try:
        return DayCount.objects.nearest(day)
    except Error:
        return None
