"""The headers by which browsers guard every response, whoever made it.

Django's own two middlewares know most of them, but stand too far inside for an error
that is met before them; here their work is done for all that goes out.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.clickjacking import XFrameOptionsMiddleware
from django.middleware.security import SecurityMiddleware

GetResponse = Callable[[HttpRequest], HttpResponse]

_ALWAYS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "camera=(), geolocation=(), microphone=(), browsing-topics=()"
    ),
}
_ADMIN = "/admin/"


class SecurityHeadersMiddleware:
    """Adds the headers that a response does not have; an inner one's own word stays."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self._django = (
            SecurityMiddleware(get_response),
            XFrameOptionsMiddleware(get_response),
        )

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.guarded(request, self.get_response(request))

    def guarded(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """The response with all headers."""
        for middleware in self._django:
            middleware.process_response(request, response)
        response.headers.setdefault("Content-Security-Policy", _policy())
        for name, value in _ALWAYS.items():
            response.headers.setdefault(name, value)
        if request.path_info.startswith(_ADMIN):  # nothing of it stays on a shared disk
            response.headers["Cache-Control"] = "private, no-store"
        return response


def _policy() -> str:
    """The content security policy as a header has it."""
    return "; ".join(f"{name} {value}".strip() for name, value in _directives())


def _directives() -> list[tuple[str, str]]:
    return list(settings.SECURE_CSP.items())
