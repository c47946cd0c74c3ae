"""Refuses what a page cannot be asked, and gives a page to refusals without one."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template import TemplateDoesNotExist
from django.template.loader import render_to_string

# What Django's check of the CSRF token lets pass; the views themselves refuse the rest.
_UNCHECKED = ("GET", "HEAD", "OPTIONS", "TRACE")


class ErrorPageMiddleware:
    """Fills an empty response of the 4xx kind with the template named after it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if 400 <= response.status_code < 500 and _is_empty(response):
            _fill(response, request)
        return response

    def process_view(
        self, request: HttpRequest, view: object, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Refuse to change anything outside the admin: there is nothing to change.

        Else a missing CSRF token would be blamed (403) before a view could say 405.
        """
        match = request.resolver_match
        is_admin = match is not None and "admin" in match.app_names
        if is_admin or request.method in _UNCHECKED:
            return None
        return HttpResponseNotAllowed(["GET", "HEAD"])


def _is_empty(response: HttpResponse) -> bool:
    return not response.streaming and not response.content


def _fill(response: HttpResponse, request: HttpRequest) -> None:
    """Write the page; the other headers, such as Allow, stay."""
    try:
        page = render_to_string(f"{response.status_code}.html", request=request)
    except TemplateDoesNotExist:
        return
    response.content = page
    response.headers["Content-Type"] = "text/html; charset=utf-8"
    response.headers["Content-Length"] = str(len(response.content))
