"""What the archive is, who runs it, and what it has."""

import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.freshness import kept_fresh
from articles.statistics import statistics


@require_safe
@kept_fresh
def about(request: HttpRequest) -> HttpResponse:
    """The archive in words, with those of whoever runs it."""
    paragraphs = re.split(r"\n\s*\n", settings.ABOUT_TEXT.strip())
    context = {"paragraphs": [text for text in paragraphs if text]}
    return render(request, "articles/about.html", context)


@require_safe
@kept_fresh
def statistics_page(request: HttpRequest) -> HttpResponse:
    """The archive in figures."""
    return render(request, "articles/statistics.html", {"statistics": statistics()})
