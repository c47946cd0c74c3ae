"""Two editors at one article, each at a browser."""

import pytest

from articles.models import Article, Autosave, Presence
from tests.browser.editors import KEPT, at, press_save, rows, save, type_in, wait_for
from tests.desk_forms import change_of
from tests.factories import make_article

pytestmark = pytest.mark.browser

LIST = "**/admin/articles/article/"
RAIN, SUN, STORM = "لاہور میں بارش", "لاہور میں دھوپ", "لاہور میں تیز بارش"


def _draft():
    """A change to it asks for no note to readers."""
    return make_article(headline=RAIN, body="Ships.", language="ur", state="draft")


@pytest.fixture
def article(site):
    made = rows(_draft)
    yield made
    for left in (Autosave, Presence):
        rows(left.objects.all().delete)
    rows(Article.objects.filter(pk=made.pk).delete)


def stored(article):
    return rows(lambda: Article.objects.get(pk=article.pk))


def test_they_are_told_of_each_other_and_the_later_save_shows_the_difference(
    browser, site, article
):
    path = change_of(article)
    with at(browser, site, path, name="ann") as ann:
        with at(browser, site, path, name="sara") as sara:
            wait_for(sara.tab, "ann\u2069 is editing this too", "#presence")
            wait_for(ann.tab, "sara\u2069 is editing this too", "#presence")
            type_in(sara.tab, "headline", SUN)
            save(sara.tab)
        type_in(ann.tab, "headline", STORM)
        wait_for(ann.tab, "sara\u2069 saved this article", "#presence")
        save(ann.tab)
        assert stored(article).headline == SUN
        shown = ann.tab.locator(".differences .sides")
        assert shown.locator("p").first.get_attribute("dir") == "rtl"
        assert "دھوپ" in shown.locator("del").all_text_contents()
        assert ann.tab.input_value("#id_headline") == STORM
        assert not ann.refused()
        _check_that_enter_overwrites_nothing(ann.tab, article)
        with ann.tab.expect_navigation(url=LIST):
            ann.tab.get_by_role("button", name="Save mine over it").click()
        assert stored(article).headline == STORM


def _check_that_enter_overwrites_nothing(tab, article):
    with tab.expect_navigation():
        tab.press("#id_headline", "Enter")
    assert tab.locator(".differences").is_visible()
    assert stored(article).headline == SUN


def test_without_scripts_as_well(browser, site, article):
    path, plain = change_of(article), {"java_script_enabled": False}
    with (
        at(browser, site, path, name="ann", **plain) as ann,
        at(browser, site, path, name="sara", **plain) as sara,
    ):
        type_in(sara.tab, "body", "By Sara.")
        save(sara.tab)
        type_in(ann.tab, "body", "By Ann.")
        save(ann.tab)
        assert "By Ann." in ann.tab.input_value("#id_body")
        assert stored(article).body == "By Sara."
        ann.tab.get_by_role("link", name="Take theirs").click()
        ann.tab.wait_for_url(f"**{path}")
        assert ann.tab.input_value("#id_body") == "By Sara."
        type_in(ann.tab, "body", "By both.")
        save(ann.tab)
    assert stored(article).body == "By both."


def test_a_text_that_is_taken_up_after_another_save_shows_the_difference(
    browser, site, article
):
    path = change_of(article)
    with at(browser, site, path, name="ann") as ann:
        type_in(ann.tab, "body", "By Ann.")
        wait_for(ann.tab, KEPT)
    with at(browser, site, path, name="sara") as sara:
        type_in(sara.tab, "body", "By Sara.")
        save(sara.tab)
    with at(browser, site, path, name="ann") as ann:
        ann.tab.get_by_role("link", name="Take it up").click()
        ann.tab.get_by_text("The article was changed since").wait_for()
        press_save(ann.tab)
        ann.tab.locator(".differences").wait_for()
        assert stored(article).body == "By Sara."
