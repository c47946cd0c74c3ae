"""Names the font of a page's Urdu in a header, so that browsers ask for it at once.

The font is optional (static/site.css): where it comes after the first lines are drawn,
it waits for the next page, and nothing moves under a reader's eyes. So it has to come
soon.
"""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static

_WHOLE = "fonts/noto-nastaliq-urdu.woff2"
_OF_THE_WORD = "fonts/nastaliq-ui.woff2"
# Pages in English have one word of Urdu at least, the way to the other edition. Labels
# and tips for searching stand in folds too, where their font may never be used.
_WORD = re.compile(' lang="ur"[^<>]*>\\s*اردو\\s*<'.encode())
_MORE = re.compile('<(?!bdi\\b|dt\\b)[^<>]* lang="ur"[^<>]*>(?!\\s*اردو\\s*<)'.encode())


class UrduFontMiddleware:
    """Reads what a page says, since all pages may show stories in Urdu."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_html = response.headers.get("Content-Type", "").startswith("text/html")
        # What is sent when a page cannot be made needs no font, and nothing else.
        is_page = is_html and not response.streaming and response.status_code < 500
        if is_page and (font := _font(response.content)):
            kind = "rel=preload; as=font; type=font/woff2; crossorigin"
            response.headers["Link"] = f"<{static(font)}>; {kind}"
        return response


def _font(page: bytes) -> str:
    if _MORE.search(page):
        return _WHOLE
    return _OF_THE_WORD if _WORD.search(page) else ""
