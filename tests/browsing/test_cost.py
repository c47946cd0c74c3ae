"""What the pages by time ask of the database, however much it holds."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db

NEWEST = date(2025, 4, 18)
ADDRESSES = [
    "/",
    "/?before=2025-04-18",
    "/?before=1999-01-01",
    "/2025/",
    "/2035/",
    "/2025/04/",
    "/2025/05/",
    "/2025/04/18/",
    "/2025/04/18/?page=2",
    "/2025/04/19/",
    "/on-this-day/04/18/",
    "/on-this-day/12/24/",
    "/ur/",
    "/ur/2025/04/18/",
]
MOST = 8


def fill(days, articles):
    labels = [make_category("World"), make_category("Sport", name_ur="کھیل")]
    anniversary = timezone.localdate().replace(year=2023, day=1)
    for number in range(days):
        for day in (NEWEST, NEWEST.replace(year=2024), anniversary):
            for place in range(articles):
                make_article(
                    published_on=day - timedelta(days=number),
                    language="ur" if place % 2 else "en",
                    source=make_source(f"Source {place}"),
                    categories=(labels[place % 2],),
                )


def queries(client, address):
    with CaptureQueriesContext(connection) as made:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in made]


def test_no_page_asks_more_of_a_larger_archive(client):
    fill(days=2, articles=2)
    of_few = {address: queries(client, address) for address in ADDRESSES}
    fill(days=5, articles=9)
    for address, few in of_few.items():
        many = queries(client, address)
        assert len(many) == len(few) <= MOST, (address, many)


def test_no_page_counts_articles(client):
    fill(days=2, articles=2)
    for address in ADDRESSES:
        for sql in queries(client, address):
            counts_articles = "COUNT(*)" in sql and "articles_article" in sql
            assert not counts_articles, (address, sql)
