"""The page of an address that has none leads on, also without a database."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains

from tests.factories import make_article
from tests.processes import free_port, python

ASK = """
import django
from django.conf import settings
django.setup()
plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
settings.STORAGES["staticfiles"] = {"BACKEND": plain}
from django.test import Client
page = Client().get("/2031/04/harbour-reopens", headers={"host": "127.0.0.1"})
print(page.status_code, page.text, sep="\\n")
"""
NEAREST = "The nearest day that has articles is"


def missing(client, path):
    page = client.get(path)
    assertContains(page, '<meta name="robots" content="noindex">', status_code=404)
    return page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "day", "words"),
    [
        ("/2025/04/31/", "2025/05/01", "Thursday, 1 May 2025"),
        ("/2025/04/18/quay/x", "2025/04/18", "Friday, 18 April 2025"),
        ("/2031/01/01/x", "2025/05/01", "Thursday, 1 May 2025"),
        ("/2025/13/", "2025/05/01", "Thursday, 1 May 2025"),
        ("/1999/12/31/old", "2025/04/18", "Friday, 18 April 2025"),
        ("/ur/2025/02/30/", "ur/2025/04/18", "جمعہ، 18 اپریل 2025"),
    ],
)
def test_a_date_leads_to_the_nearest_day_in_the_same_edition(client, path, day, words):
    make_article(published_on=date(2025, 4, 18))
    make_article(published_on=date(2025, 5, 1))
    make_article(published_on=date(2025, 4, 30), state="draft")
    with CaptureQueriesContext(connection) as queries:
        page = missing(client, path)
    assertContains(page, f'<a href="/{day}/">{words}</a>', status_code=404)
    assert len(queries) <= 3


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/2025/04/31/", "/nothing/"])
def test_where_no_day_is_near_none_is_named(client, path):
    assertNotContains(missing(client, path), NEAREST, status_code=404)


@pytest.mark.django_db
def test_the_name_of_an_edition_is_no_word_of_a_path(client):
    page = missing(client, "/ur/harbour-reopens/")
    assertContains(page, 'value="harbour reopens"', status_code=404)
    assertContains(page, 'action="/ur/search/"', status_code=404)


def test_without_a_database_the_page_is_there_and_the_search_filled():
    url = f"postgres://127.0.0.1:{free_port()}/archive"
    page = python("-c", ASK, DATABASE_URL=url, SECRET_KEY="k", DEBUG="no").stdout
    assert page.startswith("404\n"), page
    assert "There is no page here." in page
    assert 'value="harbour reopens"' in page
    assert NEAREST not in page
