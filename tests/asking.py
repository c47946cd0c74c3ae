"""Requests as a browser would send them, or never would."""

from functools import cache

from django.db import transaction
from django.http import HttpResponse
from django.test import Client

METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO"]


@cache
def _client() -> Client:
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


def ask(
    path: str, query: str = "", method: str = "GET", **headers: str
) -> HttpResponse:
    """The answer to a request whose path and query are sent as they stand here."""
    raw = path.encode(errors="surrogatepass").decode("latin-1")
    with transaction.atomic():  # so that no failed query hides behind another
        answer = _client().generic(
            method, "/", PATH_INFO=raw, QUERY_STRING=query, **headers
        )
        transaction.set_rollback(True)
    return answer


def assert_is_page_or_refusal(answer: HttpResponse, method: str = "GET") -> None:
    """No server error; and what is refused is refused with a page of ours."""
    assert answer.status_code < 500
    if answer.status_code >= 400 and method != "HEAD":
        assert answer["Content-Type"] == "text/html; charset=utf-8"
        assert b"<h1" in answer.content
