"""Methods, days and headers that no reader sends."""

import pytest

from tests.asking import METHODS, ask, assert_is_page_or_refusal
from tests.factories import make_article, make_category

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _articles():
    make_article(headline="Harbour reopens", categories=(make_category(),))


@pytest.mark.parametrize("method", METHODS[2:])
@pytest.mark.parametrize("path", ["/", "/search/", "/2025/04/18/", "/category/world/"])
def test_a_page_can_only_be_read(path, method):
    assert ask(path, method=method).status_code == 405


@pytest.mark.parametrize("path", ["/", "/search/", "/nothing/", "/2025/04/18/"])
@pytest.mark.parametrize("method", ["GET", "PUT"])
def test_thousands_of_parameters_are_refused_with_a_page(path, method):
    response = ask(path, "&".join(f"q{number}=1" for number in range(2000)), method)
    assert response.status_code == 400
    assert_is_page_or_refusal(response)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/2025/4/18/", 301),
        ("/2025/4/", 301),
        ("/2025/13/", 404),
        ("/2025/00/", 404),
        ("/2025/02/30/", 404),
        ("/9999/12/31/", 404),
        ("/0000/01/01/", 404),
    ],
)
def test_a_day_that_no_calendar_has_leads_nowhere(path, status):
    assert ask(path).status_code == status


@pytest.mark.parametrize(
    "headers",
    [
        {"CONTENT_TYPE": "text/html; charset=utf-7"},
        {"CONTENT_TYPE": "text/html; charset=unicode_escape"},
        {"CONTENT_TYPE": "text/html; charset=nosuch"},
        {"HTTP_COOKIE": 'sessionid="aaaaaaaaaaaa\\000"; csrftoken="\\000"'},
        {"HTTP_COOKIE": "=;;=\xff"},
        {"HTTP_HOST": "evil.example"},
        {"HTTP_HOST": "\xff"},
        {"HTTP_ACCEPT_LANGUAGE": "-" * 5000},
        {"HTTP_IF_MODIFIED_SINCE": "x"},
        {"HTTP_RANGE": "bytes=9-0"},
        {"CONTENT_LENGTH": "x"},
    ],
)
def test_no_header_breaks_a_page(headers):
    for path in ["/", "/search/", "/nothing/"]:
        query = "q=%2B2AA-%5Cu0000&category=%2B2AA-"
        assert_is_page_or_refusal(ask(path, query, **headers))
