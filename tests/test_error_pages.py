"""A refusal comes with a page that says what it is."""

import pytest
from django.http import HttpResponse, HttpResponseBadRequest
from django.test import Client
from django.urls import include, path

from newsarchive.error_pages import ErrorPageMiddleware

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]

urlpatterns = [
    path("refused/", lambda request: HttpResponseBadRequest()),
    path("reasoned/", lambda request: HttpResponseBadRequest("No such day.")),
    path("teapot/", lambda request: HttpResponse(status=418)),
    path("", include("newsarchive.urls")),
]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "FOO"])
def test_a_page_that_is_only_read_refuses_the_rest_with_a_page(method):
    response = Client(enforce_csrf_checks=True).generic(method, "/search/")
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert response.headers["Content-Length"] == str(len(response.content))
    assert "<h1" in response.text


def test_the_admin_still_asks_for_the_token_of_its_forms():
    response = Client(enforce_csrf_checks=True).post("/admin/login/")
    assert response.status_code == 403


def test_an_empty_refusal_gets_the_page_of_its_kind(client):
    assert "<h1" in client.get("/refused/").text


def test_what_a_refusal_says_itself_stays(client):
    assert client.get("/reasoned/").text == "No such day."


def test_a_refusal_for_which_there_is_no_page_stays_empty(client):
    assert client.get("/teapot/").content == b""


def test_a_page_that_is_there_stays(rf):
    page = ErrorPageMiddleware(lambda request: HttpResponse("", status=200))
    assert page(rf.get("/")).content == b""
