"""What is sent when a page could not be made: a file, for which nothing has to work.

No template, no database, no collected static files. A proxy before the archive can send
the same files while the archive itself is away (README, "Deploy").
"""

import sys
from http import HTTPStatus
from pathlib import Path

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

_FOLDER = Path(__file__).resolve().parent.parent / "static" / "errors"
_BROKEN, _AWAY = HTTPStatus.INTERNAL_SERVER_ERROR, HTTPStatus.SERVICE_UNAVAILABLE
# Read at the start: when all goes wrong, files may not open either.
_PAGES = {
    status: (_FOLDER / f"{status.value}.html").read_bytes()
    for status in (_BROKEN, _AWAY)
}
# What psycopg and its pool raise where there is no database, or not in time.
_LOST = (InterfaceError, OperationalError)
_SECONDS_TO_WAIT = "30"


def server_error(request: HttpRequest) -> HttpResponse:
    """The answer to an exception that nothing else took: Django's handler500."""
    is_lost = isinstance(sys.exception(), _LOST)
    response = _page(_AWAY if is_lost else _BROKEN)
    response.headers["Cache-Control"] = "no-store"
    if is_lost:
        response.headers["Retry-After"] = _SECONDS_TO_WAIT
    return response


def _page(status: HTTPStatus) -> HttpResponse:
    return HttpResponse(_PAGES[status], status=status.value)
