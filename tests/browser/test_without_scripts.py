"""With scripts off, whatever a page offers works all the same."""

import http.client
from urllib.parse import urlsplit

import pytest

from tests.browser.pages import PUBLIC, Page

pytestmark = pytest.mark.browser

_LINKS = """
[...new Set([...document.querySelectorAll("a[href]")].map(link => new URL(link.href))
  .filter(url => url.origin === location.origin)
  .map(url => url.pathname + url.search))]
"""
# A button that belongs to no form does something only by a script.
_IDLE = """
[...document.querySelectorAll("button, input, select, textarea")].filter(
  control => !control.form && control.checkVisibility()
).map(control => control.outerHTML)
"""
_FOUND = Page("search", "/search/?q=lahore")


@pytest.fixture(scope="module")
def status_of(site):
    """The status of an address, which is asked for once in all these tests."""
    known = {}
    connection = http.client.HTTPConnection(urlsplit(site.address).netloc, timeout=30)

    def ask(address):
        if address not in known:
            connection.request("HEAD", address)
            with connection.getresponse() as response:
                known[address] = response.status
        return known[address]

    yield ask
    connection.close()


@pytest.fixture
def visit_of(reader):
    return lambda page, **options: reader.visit(
        page, java_script_enabled=False, **options
    )


@pytest.mark.parametrize("page", PUBLIC, ids=str)
def test_links_lead_somewhere_folds_open_and_nothing_is_idle(visit_of, status_of, page):
    with visit_of(page, width=390) as visit:
        links = visit.tab.evaluate(_LINKS)
        assert links
        statuses = {link: status_of(link) for link in links if link != page.path}
        # One that refuses a search leads to the same refusal in Urdu, and to no other.
        refused = {link: at for link, at in statuses.items() if at >= 400}
        assert set(refused.values()) <= {page.status}, refused
        assert visit.tab.evaluate(_IDLE) == []
        for summary in visit.tab.locator("summary").all():
            if summary.is_visible():
                _check_that_it_folds(summary)


def _check_that_it_folds(summary):
    fold = summary.locator("xpath=..")
    was_open = fold.get_attribute("open") is not None
    summary.click()
    assert (fold.get_attribute("open") is not None) != was_open


@pytest.mark.parametrize("page", [Page("home", "/"), _FOUND], ids=str)
def test_the_field_searches(visit_of, page):
    with visit_of(page) as visit:
        visit.tab.fill("#q", "لاہور")
        visit.tab.press("#q", "Enter")
        visit.tab.wait_for_url("**/search/?q=*")
        assert visit.tab.locator(".hits article, .hits li").count() > 0


def test_a_filter_is_a_link_and_so_is_the_way_back(visit_of):
    with visit_of(_FOUND) as visit:
        visit.tab.locator(".facet a").first.click()
        assert visit.tab.locator(".chips a").count() > 0
        visit.tab.locator(".chips a").first.click()
        assert visit.tab.url.endswith(_FOUND.path)
