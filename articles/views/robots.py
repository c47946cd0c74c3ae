"""What programs that go through the site by themselves are asked to leave alone."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

_FRESH_SECONDS = 86_400


@require_safe
@cache_control(public=True, max_age=_FRESH_SECONDS)
def robots(request: HttpRequest) -> HttpResponse:
    """Searches have no end, cost the most, and find what the lists lead to anyway."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in _left_alone())]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


def _left_alone() -> list[str]:
    searches = []
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            searches.append(reverse("articles:search"))
    return [reverse("admin:index"), *searches]
