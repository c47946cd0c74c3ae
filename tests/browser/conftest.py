"""One filled archive behind a real web server, and one browser, for all these tests."""

from contextlib import contextmanager
from typing import NamedTuple

import pytest
from django.db import connection
from playwright.sync_api import sync_playwright

from tests.browser import chromium, contents, serving
from tests.browser.reader import Reader
from tests.fetching import serving as fetching
from tests.fetching.serving import Server

_DATABASE = "test_newsarchive_browser"


class Site(NamedTuple):
    server: serving.Server
    session: str  # of an editor
    papers: Server  # which plays the sites that pages are fetched from

    @property
    def address(self) -> str:
        return self.server.address


@pytest.fixture(scope="package")
def program():
    try:
        return chromium.path()
    except LookupError as error:
        pytest.exit(str(error), returncode=1)


@pytest.fixture(scope="package")
def site(program, django_db_blocker):
    with django_db_blocker.unblock(), _database():
        session = contents.fill()
        with fetching.serving({}) as papers, serving.served(papers.port) as server:
            yield Site(server, session, papers)


@pytest.fixture(scope="package")
def browser(program, site):
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=program, args=chromium.ARGUMENTS
        )
        yield launched
        launched.close()


@pytest.fixture
def reader(browser, site):
    return Reader(browser, site.address, site.session)


@contextmanager
def _database():
    """A database of its own, since what a web server reads has to be committed."""
    before, tested = connection.settings_dict["NAME"], connection.settings_dict["TEST"]
    connection.settings_dict["TEST"] = {**tested, "NAME": _DATABASE}
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)
        connection.settings_dict["TEST"] = tested
