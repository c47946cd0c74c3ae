"""What holds for every page that readers see."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db

LISTS = [
    "/",
    "/2025/",
    "/2025/04/",
    "/2025/04/18/",
    "/category/",
    "/category/world/",
    "/source/",
    "/source/example-times/",
    "/export/",
    "/search/",
    "/search/?q=harbour",
    "/search/?category=world&source=example-times&lang=en&from=2025&to=2025-04",
]
OTHERS = ["/1999/", "/1999/01/", "/1999/01/01/", "/nothing/here/", "/search/?from=x"]


def make_articles(first, last):
    labels = {
        "source": make_source(),
        "categories": (make_category("World"), make_category("Sport")),
    }
    for number in range(first, last):
        make_article(headline=f"Harbour news {number}", body="Text. " * 90, **labels)


def queries_of(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in queries]


@pytest.mark.parametrize("address", LISTS)
def test_a_list_of_many_costs_as_many_queries_as_a_list_of_one(client, address):
    make_articles(0, 1)
    of_one = queries_of(client, address)
    make_articles(1, 200)
    of_many = queries_of(client, address)
    assert len(of_many) == len(of_one), of_many


@pytest.mark.parametrize("address", LISTS)
def test_a_list_leaves_bodies_in_the_database(client, address):
    make_articles(0, 3)
    selected = [sql.partition(" FROM ")[0] for sql in queries_of(client, address)]
    calls = re.compile(r'(LEFT|ts_headline)\([^)]*"body"[^)]*\)')
    columns = " ".join(calls.sub("", sql) for sql in selected)
    assert '"body"' not in columns
    assert '"search_vector"' not in columns


def public_addresses():
    article = make_article(headline="Harbour reopens", source=make_source())
    address = article.get_absolute_url()
    articles = [address, f"{address}document/", f"{address}document.txt"]
    return LISTS + OTHERS + articles


def test_no_public_page_sets_a_cookie_or_varies_on_one(client):
    make_articles(0, 2)
    for address in public_addresses():
        response = client.get(address)
        assert not response.cookies, address
        assert "Cookie" not in response.get("Vary", ""), address


def test_every_page_has_one_first_heading_a_title_and_nothing_inline(client):
    make_articles(0, 2)
    for address in public_addresses()[:-1]:
        text = client.get(address).content.decode()
        assert len(re.findall("<h1[ >]", text)) == 1, address
        assert re.search("<title>[^<]+</title>", text), address
        assert not re.search(r"\sstyle=|\son[a-z]+=|<style", text), address
        for script in re.findall("<script[^>]*>", text):
            assert "src=" in script or "application/ld+json" in script, address


def test_empty_periods_are_not_indexed(client):
    make_article(published_on=date(2025, 4, 18))
    for address in ["/1999/", "/1999/01/", "/1999/01/01/"]:
        page = client.get(address)
        assert page.status_code == 200
        assert '<meta name="robots" content="noindex">' in page.content.decode()


@pytest.mark.parametrize("address", ["/", "/2025/", "/category/world/"])
def test_a_page_names_its_canonical_address(client, address):
    make_articles(0, 1)
    text = client.get(address).content.decode()
    assert f'<link rel="canonical" href="https://archive.example{address}">' in text
