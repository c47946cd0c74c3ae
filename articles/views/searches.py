"""The search page, its parts by themselves, and what a reader may be about to type."""

from collections.abc import Iterator
from itertools import chain

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    JsonResponse,
    StreamingHttpResponse,
)
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles import characters, languages
from articles.exporting.formats import FORMATS
from articles.exporting.reading import records_found
from articles.forms import MoreFieldsForm, SearchForm
from articles.freshness import kept_fresh
from articles.results import counts_of, results_of
from articles.search import SearchTooCostlyError, engine
from articles.search_addresses import search_address
from articles.views import moved

_LONGEST_BEGINNING = 100
_PARTS = ("results", "counts")
_MINUTE = 60
_TOO_COSTLY = _(
    "This search takes too long. With one more word, or fewer days, it can be answered."
)


@require_safe
@vary_on_headers("X-Fragment")
@kept_fresh
def search(request: HttpRequest) -> HttpResponse:
    """What matches; bad input answers 400 and says what to mend.

    Fields that each ask for one thing become the text of a search at its own address.
    """
    form, more = SearchForm(request.GET), MoreFieldsForm(request.GET)
    if more.is_sent and more.is_valid():
        text = more.text(request.GET.get("q", ""))
        return redirect(search_address([("q", text), *form.kept("q")]))
    if more.is_sent or not form.is_valid():
        return moved.to_search(request) or _refusal(request, form, more)
    try:
        return _answer(request, form, more)
    except SearchTooCostlyError:
        form.add_error("q", _TOO_COSTLY)
        return _refusal(request, form, more)


def _answer(
    request: HttpRequest, form: SearchForm, more: MoreFieldsForm
) -> HttpResponse:
    """The page, or the part of it that a script asks for by the header X-Fragment."""
    part = request.headers.get("X-Fragment")
    if part == "counts":
        counting = counts_of(form.asked())
        response = render(request, "articles/_counts.html", {"counting": counting})
        return response if counting.is_whole else _for_a_minute(response)
    results = results_of(form.asked(), is_counted=form.is_counted)
    template = "_results" if part == "results" else "search"
    context = {
        "form": form,
        "more": more,
        "results": results,
        "counting": results.counting,
    }
    response = render(request, f"articles/{template}.html", context)
    return response if results.is_whole else _for_a_minute(response)


def _for_a_minute(response: HttpResponse) -> HttpResponse:
    """What took too long now is tried again soon, though not by everyone who asks."""
    patch_cache_control(response, public=True, max_age=_MINUTE)
    return response


def _refusal(
    request: HttpRequest, form: SearchForm, more: MoreFieldsForm
) -> HttpResponse:
    """What is to be mended, on the page or in the part of it that was asked for."""
    is_part = request.headers.get("X-Fragment") in _PARTS
    template = "_results" if is_part else "search"
    context = {"form": form, "more": more}
    return render(request, f"articles/{template}.html", context, status=400)


@require_safe
def search_file(request: HttpRequest, format_name: str) -> HttpResponseBase:
    """All that the same search finds, by date, the oldest first, and without an end."""
    form = SearchForm(request.GET)
    if format_name not in FORMATS:
        raise Http404
    if form.is_valid():
        try:
            return _file(form, format_name)
        except SearchTooCostlyError:
            form.add_error("q", _TOO_COSTLY)
    return moved.to_search(request) or _refusal(
        request, form, MoreFieldsForm(request.GET)
    )


def _file(form: SearchForm, format_name: str) -> HttpResponseBase:
    """The file, begun: what a search that takes too long raises is raised here."""
    file_format = FORMATS[format_name]
    chunks = file_format.chunks(records_found(form.asked().request))
    response = StreamingHttpResponse(
        _begun(chunks), content_type=file_format.media_type
    )
    name = f"articles.{format_name}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _begun(chunks: Iterator[bytes]) -> Iterator[bytes]:
    return chain([next(chunks, b"")], chunks)


@require_safe
@cache_control(public=True, max_age=_MINUTE)
def suggestions(request: HttpRequest) -> HttpResponse:
    """What a reader who has typed so much may be looking for."""
    text = characters.one_line(characters.storable(request.GET.get("q", ""))[0])
    found = engine().suggestions(text) if len(text) <= _LONGEST_BEGINNING else []
    shown = [
        {
            "kind": suggestion.kind,
            "label": suggestion.label,
            "language": suggestion.language,
            "direction": languages.direction(suggestion.language),
            "address": suggestion.address,
        }
        for suggestion in found
    ]
    return JsonResponse({"suggestions": shown}, headers={"X-Robots-Tag": "noindex"})
