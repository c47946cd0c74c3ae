"""Every response carries the headers that guard a browser, whoever made it."""

import gzip

import pytest
from django.conf import settings as project
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]

GUARDS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "camera=(), geolocation=(), microphone=(), browsing-topics=()"
    ),
}


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("as a fault in a view")


def shared(request: HttpRequest) -> HttpResponse:
    return HttpResponse(headers={"Cross-Origin-Resource-Policy": "cross-origin"})


urlpatterns = [
    path("broken/", broken),
    path("shared/", shared),
    path("", include("newsarchive.urls")),
]

RESPONSES = [
    ("GET", "/", 200, {}),
    ("HEAD", "/", 200, {}),
    ("GET", "/search/", 200, {}),
    ("GET", "/search", 301, {}),
    ("GET", "/nothing/here/", 404, {}),
    ("GET", "/1/2/3/4/5", 404, {}),
    ("POST", "/", 405, {}),
    ("GET", "/?q=%00", 400, {}),
    ("GET", "/", 400, {"host": "elsewhere.example"}),
    ("GET", "/broken/", 500, {}),
    ("GET", "/healthz", 200, {}),
    ("POST", "/healthz", 405, {}),
    ("GET", "/readyz", 200, {}),
    ("GET", "/static/site.css", 200, {}),
    ("PUT", "/static/site.css", 405, {}),
    ("GET", "/static/nothing.css", 404, {}),
    ("GET", "/admin/", 302, {}),
    ("GET", "/admin/login/", 200, {}),
    ("POST", "/admin/login/", 403, {}),
]


@pytest.fixture
def reader(settings):
    """A reader of the site as it is served, who sees errors as pages."""
    settings.WHITENOISE_USE_FINDERS = True
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


@pytest.mark.parametrize(("method", "address", "status", "headers"), RESPONSES)
def test_every_kind_of_response_is_guarded(reader, method, address, status, headers):
    response = reader.generic(method, address, headers=headers)
    response.close()
    assert response.status_code == status
    assert {name: response.headers.get(name) for name in GUARDS} == GUARDS


@pytest.mark.parametrize(
    "address", ["/", "/nothing/", "/?q=%00", "/broken/", "/healthz"]
)
def test_browsers_are_held_to_https_only_where_it_is_there(reader, settings, address):
    settings.SECURE_HSTS_SECONDS = 63_072_000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    name = "Strict-Transport-Security"
    assert name not in reader.get(address).headers
    secure = reader.get(address, secure=True)
    assert secure.headers[name] == "max-age=63072000; includeSubDomains"


def test_a_redirect_to_https_is_guarded_too(reader, settings):
    settings.SECURE_SSL_REDIRECT = True
    response = reader.get("/search/?q=flood")
    assert response.status_code == 301
    assert response.headers["Location"] == "https://testserver/search/?q=flood"
    assert response.headers["Content-Security-Policy"]


def test_a_page_keeps_its_own_word(reader):
    response = reader.get("/shared/")
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


@pytest.mark.parametrize("address", ["/admin/", "/admin/login/", "/admin/nothing/"])
def test_nothing_of_the_admin_is_stored(reader, address):
    assert reader.get(address).headers["Cache-Control"] == "private, no-store"


def test_pages_are_compressed(reader):
    plain = reader.get("/").content
    packed = reader.get("/", headers={"accept-encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert len(packed.content) < len(plain)
    assert gzip.decompress(packed.content).decode().startswith(plain.decode()[:100])


def test_the_policy_is_the_one_of_the_settings():
    names = [part.split()[0] for part in GUARDS["Content-Security-Policy"].split("; ")]
    assert names == list(project.SECURE_CSP)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/search/", "/no-such-page/", "/healthz"])
def test_a_head_request_has_the_length_of_the_page_and_no_body(client, path):
    whole, head = client.get(path), client.head(path)
    assert head.status_code == whole.status_code
    assert head.headers["Content-Length"] == str(len(whole.content))
    assert head.content == b""
