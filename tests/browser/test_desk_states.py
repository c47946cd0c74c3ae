"""What the desk says while somebody types can be read by everybody, in both schemes."""

import pytest

from articles.models import Article, Autosave, Presence
from tests.browser.editors import ADD, KEPT, at, rows, save, type_in, wait_for
from tests.browser.test_accessibility import check_with_axe
from tests.desk_forms import change_of
from tests.factories import make_article

pytestmark = pytest.mark.browser

WIDTHS = pytest.mark.parametrize("width", [1280, 390])

# Of a field that is taller than the window, its top is enough.
_IS_CLEAR_OF_THE_BAR = """
(() => {
  const it = document.activeElement, bar = document.querySelector(".form-status");
  if (it === document.body || it.closest("#nav-sidebar, .form-status")) return true;
  return it.getBoundingClientRect().top < bar.getBoundingClientRect().top
    || bar.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_FOLLOWING;
})()
"""
_FOCUSED = "document.activeElement.outerHTML.slice(0, 200)"
_IS_NARROW = """
document.documentElement.scrollWidth <= document.documentElement.clientWidth
"""


@pytest.fixture(autouse=True)
def article(site):
    # A change to a draft asks for no note to readers.
    draft = {"headline": "Harbour reopens", "body": "Ships.", "state": "draft"}
    made = rows(lambda: make_article(**draft))
    yield made
    for left in (Autosave, Presence):
        rows(left.objects.all().delete)
    rows(Article.objects.filter(pk=made.pk).delete)


def check(visit):
    assert not visit.refused()  # before axe, which is not as strict with itself
    assert visit.tab.evaluate(_IS_NARROW)
    check_with_axe(visit)


@WIDTHS
def test_unsaved_texts_that_are_offered_and_taken_up(browser, site, width):
    for text in ("لاہور میں بارش " * 6, "Harbour " * 20):
        with at(browser, site, ADD) as visit:
            type_in(visit.tab, "headline", text)
            wait_for(visit.tab, KEPT)
    with at(browser, site, ADD, width=width) as visit:
        visit.tab.get_by_role("link", name="Take it up").first.click()
        visit.tab.wait_for_url("**/?unsaved=*")
        type_in(visit.tab, "body", "More.")
        wait_for(visit.tab, KEPT)
        check(visit)


@WIDTHS
def test_a_difference_with_another_editor_there(browser, site, article, width):
    path = change_of(article)
    with (
        at(browser, site, path, name="sara") as sara,
        at(browser, site, path, name="ann", width=width) as ann,
    ):
        type_in(sara.tab, "headline", "بندرگاہ کھل گئی " * 8)
        type_in(sara.tab, "body", "Word " * 2000)
        with sara.tab.expect_navigation():
            sara.tab.locator("[name=_continue]").click()
        type_in(ann.tab, "headline", "Harbour opens")
        save(ann.tab)
        assert ann.tab.locator(".differences").is_visible()
        wait_for(ann.tab, "sara\u2069 is editing this too", "#presence")
        check(ann)


def test_the_bar_covers_nothing_that_has_the_focus(browser, site, article):
    with at(browser, site, change_of(article)) as visit:
        for _ in range(60):
            visit.tab.keyboard.press("Tab")
            is_clear = visit.tab.evaluate(_IS_CLEAR_OF_THE_BAR)
            assert is_clear, visit.tab.evaluate(_FOCUSED)
