"""Long exports show the archive of one moment, whatever is written meanwhile."""

import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date

import pytest
from django.db import connections

from articles.exporting import sqlite
from articles.exporting.reading import in_public, records
from articles.exporting.site import build
from tests.factories import make_article, make_category

pytestmark = pytest.mark.django_db(transaction=True)


def write_meanwhile():
    """An editor files an article of a day that is dealt with, in a new category."""

    def write():
        try:
            make_article(headline="Meanwhile", categories=(make_category("New"),))
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as threads:
        threads.submit(write).result()


def test_a_sqlite_file_has_no_article_whose_category_came_later(tmp_path):
    first = make_article()

    def late():
        write_meanwhile()
        yield from records(in_public())

    assert sqlite.fill(tmp_path / "archive.db", late()) == 1
    with closing(sqlite3.connect(tmp_path / "archive.db")) as database:
        found = database.execute("SELECT number FROM articles").fetchall()
    assert found == [(first.pk,)]


def test_no_page_of_a_site_links_to_an_article_that_came_later(tmp_path):
    make_article()
    make_article(published_on=date(2025, 5, 1))
    written = []

    def tell(count):
        if not written:
            write_meanwhile()
        written.append(count)

    assert build(tmp_path / "site", tell) == len(written) == 2
    pages = [path.read_text() for path in (tmp_path / "site").rglob("*.html")]
    assert not [page for page in pages if re.search("Meanwhile|New<", page)]
