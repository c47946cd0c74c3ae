"""The language of a page, which its address says: /ur/… is in Urdu.

Django's own LocaleMiddleware would also ask the browser, and say so in `Vary`: a shared
cache would have to keep each page once for every browser's list of languages.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation


class EditionMiddleware:
    """Answers in the language that the path begins with, also what is refused."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        first = request.path_info.split("/", 2)[1:2]
        spoken = {code for code, _name in settings.LANGUAGES}
        language = first[0] if first and first[0] in spoken else settings.LANGUAGE_CODE
        with translation.override(language):
            return self.get_response(request)
