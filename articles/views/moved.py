"""Old addresses of categories and sources, which lead on to those that they have now.

Nobody keeps such an answer for long: a label may get its old name back.
"""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import patch_cache_control

from articles.models import Kind, LabelMove


def to_label(request: HttpRequest, kind: Kind, slug: str) -> HttpResponse:
    """The page of the label that this slug was of, with the rest of the address.

    Raises Http404.
    """
    found = LabelMove.objects.redirects_of(kind, [slug])
    if slug not in found:
        raise Http404
    address = reverse(f"articles:{kind}_detail", args=[found[slug]])
    return _moved(address, request.META.get("QUERY_STRING", ""))


def to_search(request: HttpRequest) -> HttpResponse | None:
    """The same search by the slugs of today; none if it names no other."""
    now = {kind: _slugs_now(kind, request.GET.getlist(kind)) for kind in Kind}
    if not any(now.values()):
        return None
    asked = [
        (name, now.get(name, {}).get(value, value))  # type: ignore[call-overload]
        for name, values in request.GET.lists()
        for value in values
    ]
    return _moved(request.path, urlencode(asked, safe="*"))


def _slugs_now(kind: Kind, values: list[str]) -> dict[str, str]:
    """What values of a filter are now; a minus before one excludes it."""
    bare = {value: value.removeprefix("-") for value in values}
    found = LabelMove.objects.redirects_of(kind, {*values, *bare.values()})
    excluded = {f"-{old}": f"-{new}" for old, new in found.items()}
    return {value: new for value, new in {**excluded, **found}.items() if value in bare}


def _moved(address: str, query: str) -> HttpResponse:
    answer = redirect(f"{address}?{query}" if query else address, permanent=True)
    patch_cache_control(answer, public=True, max_age=0, s_maxage=60)
    return answer
