"""An editor withdraws an article, and readers find no more of it than the reason."""

from datetime import date

import pytest

from articles.models import Autosave, Presence
from tests.browser.editors import at, rows, save
from tests.browser.pages import Page
from tests.desk_forms import change_of
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.browser

# A word of its own, which no other article of these tests has.
HEADLINE = "Quagga seen again in the Karoo"
REASON = "The picture was of a painted zebra."
LISTS = [
    "/",
    "/2026/10/30/",
    "/category/zoology/",
    "/source/zoo-herald/",
    "/search/?q=quagga",
    "/search/?q=source:zoo-herald",
]


@pytest.fixture
def article(site):
    """The newest of all, so that the first page has it too."""
    zoology, herald = rows(
        lambda: (make_category("Zoology"), make_source("Zoo Herald"))
    )
    made = rows(
        lambda: make_article(
            headline=HEADLINE,
            categories=(zoology,),
            source=herald,
            published_on=date(2026, 10, 30),
        )
    )
    yield made
    for left in (Autosave, Presence):
        rows(left.objects.all().delete)
    for left in (made, zoology, herald):
        rows(left.delete)


def withdraw(visit):
    """In the form, which asks why, as an editor without further rights."""
    tab = visit.tab
    tab.get_by_label("State:").select_option("withdrawn")
    save(tab)
    assert tab.get_by_text("Say to readers why it is withdrawn.").is_visible()
    tab.get_by_label("Reason for withdrawing:").fill(REASON)
    save(tab)
    row = tab.get_by_role("row").filter(has_text=HEADLINE)
    assert row.get_by_role("cell", name="withdrawn").is_visible()
    assert not visit.complaints


def lists_with_it(tab):
    """Those that name it, opened anew in a browser that may have kept them."""
    return [path for path in LISTS if _is_named(tab, path)]


def _is_named(tab, path):
    tab.goto(path)
    return tab.get_by_role("link", name=HEADLINE).count() > 0


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_readers_are_told_why_and_no_list_has_it(
    browser, site, reader, article, scripts
):
    address, options = rows(article.get_absolute_url), {"java_script_enabled": scripts}
    with reader.visit(Page("home", "/"), **options) as read:
        assert lists_with_it(read.tab) == LISTS
        read.tab.goto(address)
        assert read.tab.get_by_role("heading", name=HEADLINE).is_visible()
        assert not read.complaints
        path = change_of(article)
        with at(browser, site, path, name="ann", group="Editors", **options) as desk:
            withdraw(desk)
        answer = read.tab.reload()
        assert answer.status == 410
        assert read.tab.get_by_text("This article has been withdrawn.").is_visible()
        assert read.tab.get_by_text(REASON).is_visible()
        assert HEADLINE not in read.tab.content()
        assert lists_with_it(read.tab) == []


def test_one_that_is_published_again_is_back(browser, site, reader, article):
    with at(browser, site, change_of(article), name="ann", group="Editors") as desk:
        withdraw(desk)
        with reader.visit(Page("gone", f"/a/{article.pk}/", status=410)) as read:
            desk.tab.get_by_role("row").get_by_role("link", name=HEADLINE).click()
            desk.tab.get_by_label("State:").select_option("published")
            save(desk.tab)
            read.tab.reload()
            assert read.tab.get_by_role("heading", name=HEADLINE).is_visible()
            assert lists_with_it(read.tab) == LISTS
            assert not read.complaints
