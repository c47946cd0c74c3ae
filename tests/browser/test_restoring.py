"""An editor sees what was changed in an article, and takes it back with one click."""

import pytest

from articles.models import Article, Autosave, Presence
from tests.browser.editors import at, rows, save
from tests.browser.pages import Page
from tests.desk_forms import change_of
from tests.factories import make_article

pytestmark = pytest.mark.browser

BRIDGE, FERRY = "Bridge at Attock opens", "Ferry at Attock opens"
STEEL, WOOD = "It is made of steel, and crosses the Indus.", "It is made of wood."
WRONG = "It was a ferry, we wrote"


@pytest.fixture
def article(site):
    made = rows(lambda: make_article(headline=BRIDGE, body=STEEL))
    yield made
    for left in (Autosave, Presence):
        rows(left.objects.all().delete)
    rows(Article.objects.filter(pk=made.pk).delete)


def change(tab, **typed):
    """Save other words, and say in public why."""
    for label, text in typed.items():
        tab.get_by_label(f"{label}:").fill(text)
    save(tab)
    assert tab.get_by_text("Say to readers in a line what is corrected.").is_visible()
    tab.get_by_label("Public note:").fill(WRONG)
    save(tab)


def open_history(tab):
    """From the list on, as one who comes to it later."""
    tab.get_by_role("row").get_by_role("link", name=FERRY).click()
    tab.get_by_role("link", name="History").click()
    tab.get_by_role("form", name="Versions").wait_for()


def differences(tab):
    """Words that are struck out, and words that are underlined."""
    within = tab.get_by_role("main")
    return [within.locator(name).all_inner_texts() for name in ("del", "ins")]


def versions(tab):
    return tab.get_by_role("form", name="Versions").get_by_role("listitem")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_version_is_seen_restored_and_told_of(
    browser, site, reader, article, scripts
):
    path, options = change_of(article), {"java_script_enabled": scripts}
    with (
        reader.visit(Page("article", f"/a/{article.pk}/"), **options) as read,
        at(browser, site, path, name="ann", group="Editors", **options) as desk,
    ):
        change(desk.tab, Headline=FERRY, Body=WOOD)
        read.tab.reload()
        assert read.tab.get_by_role("heading", name=FERRY).is_visible()
        open_history(desk.tab)
        assert differences(desk.tab) == [
            ["Bridge", "steel, and crosses the Indus"],
            ["Ferry", "wood"],
        ]
        assert versions(desk.tab).count() == 2
        desk.tab.get_by_role("button", name="Restore this version").click()
        desk.tab.get_by_text("The article is again what it was on").wait_for()
        assert versions(desk.tab).count() == 3  # none was removed for it
        assert "ann" in versions(desk.tab).first.inner_text()
        assert not desk.complaints
        read.tab.reload()
        check_page(read.tab)
        assert not read.complaints


def check_page(tab):
    """The article as it was, the corrections below it, and what they changed."""
    assert tab.get_by_role("heading", name=BRIDGE).is_visible()
    assert tab.get_by_text(STEEL).is_visible()
    notes = tab.get_by_role("region", name="Corrections").get_by_role("listitem")
    said = notes.all_inner_texts()
    assert [note.startswith("Corrected on ") for note in said] == [True, True]
    assert "was restored." in said[0]
    assert said[1].endswith(f": {WRONG}")
    tab.get_by_role("link", name="What was changed").click()
    there, back = ["Bridge", "steel, and crosses the Indus"], ["Ferry", "wood"]
    # The newest first: what was taken back, and what was to be taken back.
    assert differences(tab) == [back + there, there + back]


def test_any_version_is_restored_by_the_keyboard_with_a_note_of_ones_own(
    browser, site, reader, article
):
    note = "پل کی خبر درست تھی۔"
    with at(browser, site, change_of(article), name="ann", group="Editors") as desk:
        change(desk.tab, Headline=FERRY)
        desk.tab.goto(change_of(article))
        change(desk.tab, Body=WOOD)
        open_history(desk.tab)
        assert differences(desk.tab)[1] == ["wood"]  # the last change at first
        choose_first_version(desk.tab)
        assert differences(desk.tab)[1] == ["Ferry", "wood"]
        own = desk.tab.get_by_label("Public note")
        own.fill("")
        own.press("Enter")
        desk.tab.get_by_text("Nothing was restored").wait_for()
        assert versions(desk.tab).count() == 3
        choose_first_version(desk.tab)
        own.fill(note)
        own.press("Enter")
        desk.tab.get_by_text("The article is again what it was on").wait_for()
        assert not desk.complaints
    with reader.visit(Page("article", f"/a/{article.pk}/")) as read:
        assert read.tab.get_by_role("heading", name=BRIDGE).is_visible()
        assert read.tab.get_by_text(STEEL).is_visible()
        notes = read.tab.get_by_role("region", name="Corrections")
        assert notes.get_by_role("listitem").first.inner_text().endswith(note)
        assert not read.complaints


def choose_first_version(tab):
    """The arrows lead to older versions; Enter compares."""
    first = versions(tab).last.get_by_label("from here")
    versions(tab).nth(1).get_by_label("from here").press("ArrowDown")
    assert first.is_checked()
    with tab.expect_navigation():
        first.press("Enter")
