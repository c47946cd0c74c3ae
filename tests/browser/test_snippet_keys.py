"""Snippets by keyboard alone, in either script: how little it takes."""

import pytest

from tests.browser.desk import editing, stored
from tests.browser.editors import rows

pytestmark = pytest.mark.browser

TEXTS = {
    "en": ("Ferry returns to the old quay", "KARACHI, April 18: It came at noon."),
    "ur": ("کشتی پرانی گودی پر لوٹ آئی", "کراچی، 18 اپریل: کشتی دوپہر کو آئی۔"),
}
# As a keyboard for Urdu sends it: the key of S is another letter there.
_URDU_S = """
dispatchEvent(new KeyboardEvent("keydown", {key: "س", code: "KeyS", ctrlKey: true}))
"""


@pytest.mark.parametrize("language", TEXTS)
def test_a_snippet_takes_two_keys_beside_its_text(
    reader, site, language, record_property
):
    headline, body = TEXTS[language]
    with editing(reader) as editor:
        assert editor.has_focus("headline")
        editor.type(headline)
        editor.press("Tab")
        editor.type(body)
        editor.send("Control+Enter")
        figures = {"key presses": editor.presses, "page loads": 1 + editor.loads}
        record_property(language, figures)
        assert figures == {"key presses": 2, "page loads": 2}

        assert editor.has_focus("headline")
        assert editor.tab.input_value("#id_headline") == ""
        article = stored(headline)
        assert (article.body, article.language) == (body, language)
        editor.tab.get_by_text("See it as readers do").click()
        assert editor.tab.locator("h1").text_content() == headline
        assert editor.tab.locator("h1").get_attribute("lang") == language


def test_the_next_one_of_a_row_has_source_categories_day_and_language(reader):
    with editing(reader) as editor:
        editor.type("The first of a row")
        editor.press("Tab", "Tab", "Tab", "Tab")
        editor.type("Local")
        editor.tab.wait_for_selector(".select2-results__option--highlighted")
        editor.press("Enter")
        editor.tab.fill("#id_published_on", "2025-04-17")
        editor.tab.select_option("#id_language", "fr")
        editor.send("Control+Enter")

        assert editor.tab.input_value("#id_published_on") == "2025-04-17"
        assert editor.tab.input_value("#id_language") == "fr"
        editor.type("The second of a row")
        editor.send("Control+Enter")
        second = stored("The second of a row")
        assert f"{second.published_on} {second.language}" == "2025-04-17 fr"
        assert rows(lambda: str(second.categories.get())) == "Local & Business"


def test_s_saves_and_stays_on_any_keyboard(reader):
    with editing(reader) as editor:
        editor.type("Saved while it is written")
        editor.send("Control+s")
        assert editor.tab.url.endswith("/change/")
        with editor.tab.expect_event("load"):
            editor.tab.evaluate(_URDU_S)
        assert editor.tab.locator(".messagelist .success").count() > 0
        assert editor.tab.url.endswith("/change/")


def test_enter_in_the_headline_saves_and_fetches_nothing(reader):
    with editing(reader) as editor:
        editor.type("Entered")
        editor.send("Enter")
        assert editor.tab.url.endswith("/admin/articles/snippet/")
        assert stored("Entered")


def test_the_buttons_say_which_keys_press_them(reader):
    with editing(reader) as editor:
        button = editor.tab.locator(".submit-row [name=_addanother]")
        assert button.get_attribute("title") == "Ctrl+Enter"
        assert button.get_attribute("aria-keyshortcuts") == "Control+Enter Meta+Enter"
        assert editor.tab.locator("#keys").is_visible()
