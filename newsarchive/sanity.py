"""Turns away what no page can have a use for, before it can reach the database."""

import codecs
from collections.abc import Callable, Iterator

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse


class SanityMiddleware:
    """Answers 400 to a NUL, for which PostgreSQL has no place, and to odd encodings.

    Django itself does so to an address with too many parameters, once it reads them:
    here they are read where that can still be answered with a page.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not _is_utf_8(request.encoding):
            raise SuspiciousOperation("The request is not encoded in UTF-8.")
        if any("\0" in text for text in _texts(request)):
            raise SuspiciousOperation("The request has a NUL character in it.")
        return self.get_response(request)


def _is_utf_8(encoding: str | None) -> bool:
    """Django reads an address, too, by the charset in the header of Content-Type."""
    return not encoding or codecs.lookup(encoding).name == "utf-8"


def _texts(request: HttpRequest) -> Iterator[str]:
    """The texts in a request that end in a query."""
    yield request.path_info
    yield from request.COOKIES.values()
    for name, values in request.GET.lists():
        yield from (name, *values)
