"""The form for snippets with its scripts: filled in, taken apart, and looked up."""

from functools import partial

import pytest

from tests.browser.desk import HEADLINE, SHEET, editing, stored
from tests.browser.editors import rows
from tests.browser.test_accessibility import check_with_axe
from tests.factories import make_article
from tests.fetching.serving import body
from tests.pages import PAGES

pytestmark = pytest.mark.browser

TWIN = "Ferry returns to the old quay"
# (headline, body) and the language that both the form and the archive make of it.
FOLLOWED = [
    ("Harbour reopens", "", "English"),
    ("لاہور میں بارش", "", "اردو"),
    ("UNESCO", "لاہور کا قلعہ عالمی ورثہ ہے۔", "اردو"),
    ("“پانی” کا بحران", "By A. Khan", "اردو"),
    ("2025", "…", "English"),
]

_FITS = """
document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth
"""


@pytest.fixture
def address(site):
    """Where the page of a paper stands; others are not there."""
    site.papers.answers["/port"] = body((PAGES / "port.html").read_bytes())
    return site.papers.address("/port")


def test_the_page_at_an_address_fills_the_form_where_it_stands(reader, address):
    with editing(reader) as editor:
        editor.fill_from(address)
        assert editor.loads == 0
        assert editor.tab.input_value("#id_headline") == HEADLINE
        assert editor.tab.input_value("#id_body").startswith("کراچی: گیارہ برس")
        assert editor.tab.input_value("#id_published_on") == "2025-04-18"
        assert editor.tab.input_value("#id_byline") == "عائشہ خان"
        assert editor.tab.locator("#id_byline").is_visible()
        assert not stored(HEADLINE)
        assert not editor.visit.complaints


def test_what_was_filled_in_is_marked_until_it_is_touched(reader, address):
    with editing(reader) as editor:
        editor.fill_from(address)
        headline = editor.tab.locator("#id_headline")
        described = headline.get_attribute("aria-describedby")
        note = editor.tab.locator(f"#{described.split()[-1]}")
        assert note.text_content() == "Filled in from the source; please check."
        headline.press("End")
        headline.press("!")
        assert headline.get_attribute("data-filled") is None
        assert note.count() == 0
        assert editor.tab.locator("[data-filled]").count() > 2


def test_another_address_replaces_what_nobody_touched_and_keeps_the_rest(
    reader, site, address
):
    other = (PAGES / "port.html").read_text().replace("گیارہ برس", "بارہ برس")
    site.papers.answers["/other"] = body(other.encode())
    with editing(reader) as editor:
        editor.fill_from(address)
        editor.tab.fill("#id_headline", "My own")
        editor.fill_from(site.papers.address("/other"))
        assert editor.tab.input_value("#id_headline") == "My own"
        assert "بارہ برس" in editor.tab.input_value("#id_body")


@pytest.mark.parametrize("where", ["http://127.0.0.1:9/a", "https://[", ""])
def test_a_page_that_cannot_be_read_says_why_and_what_was_typed_stays(reader, where):
    with editing(reader) as editor:
        editor.type("My own")
        editor.fill_from(where)
        words = editor.tab.locator("#filling.refusal").text_content()
        assert words.startswith("Nothing was filled in, and what you typed is kept: ")
        assert editor.tab.input_value("#id_headline") == "My own"
        assert not editor.visit.complaints


def test_a_document_is_recognised_and_taken_apart_on_one_click(reader):
    with editing(reader) as editor:
        button = editor.tab.locator("[name=_take_apart]")
        editor.tab.fill("#id_body", "A category five storm was published on Friday.")
        assert not button.is_visible()
        editor.tab.fill("#id_body", SHEET)
        button.click()
        editor.tab.wait_for_selector("#id_headline[data-filled]")
        assert editor.tab.input_value("#id_headline") == "Harbour reopens"
        assert editor.tab.input_value("#id_body") == "LISBON, April 18: Ships."
        assert editor.tab.input_value("#id_source_url") == "https://rki.news/harbour"
        assert not button.is_visible()
        assert editor.loads == 0


@pytest.mark.parametrize(("headline", "text", "language"), FOLLOWED)
def test_the_form_says_which_language_the_archive_makes_of_a_text(
    reader, headline, text, language
):
    with editing(reader) as editor:
        editor.type(headline)
        editor.press("Tab")
        editor.type(text)
        followed = editor.tab.locator("#id_language option[value='']")
        assert followed.text_content() == f"follows the text: {language}"
        editor.send("Control+Enter")
        assert stored(headline).get_language_display() == language


def test_each_text_has_the_language_and_direction_of_its_letters(reader):
    with editing(reader) as editor:
        editor.type("لاہور")
        editor.press("Tab")
        editor.type("Lahore")
        for name, language in (("headline", "ur"), ("body", "en")):
            field = editor.tab.locator(f"#id_{name}")
            assert field.get_attribute("lang") == language
            is_rtl = field.evaluate("it => it.matches(':dir(rtl)')")
            assert is_rtl == (language == "ur")
        editor.tab.select_option("#id_language", "sd")
        assert editor.tab.locator("#id_headline").get_attribute("lang") == "sd"
        assert editor.tab.locator("#preview h3").get_attribute("lang") == "sd"


def test_what_the_archive_may_have_is_told_and_stops_nobody(reader):
    with editing(reader) as editor:
        twin = rows(partial(make_article, headline=TWIN, state="draft"))
        editor.tab.fill("#id_published_on", "2025-04-20")
        editor.tab.fill("#id_headline", "Ferry returns to old quay")
        link = editor.tab.locator("#likeness a")
        link.wait_for()
        assert link.get_attribute("href").endswith(f"/article/{twin.pk}/change/")
        assert link.get_attribute("target") == "_blank"
        assert "18 April 2025, draft" in editor.tab.locator("#likeness").text_content()
        editor.tab.fill("#id_headline", "Ferry service to be discussed")
        editor.tab.wait_for_selector("#likeness:empty", state="attached")
        editor.tab.fill("#id_headline", "Ferry returns to old quay")
        editor.send("Control+Enter")
        assert stored("Ferry returns to old quay")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("text", ["HEADLINE", "W" * 400, "<b>&\"'</b>" * 30])
def test_everybody_can_read_the_form_that_says_much(reader, address, width, text):
    with editing(reader, width) as editor:
        rows(partial(make_article, headline=HEADLINE, language="ur"))
        editor.fill_from(address)
        editor.tab.locator("#likeness a").wait_for()
        editor.tab.fill("#id_body", SHEET)
        if text != "HEADLINE":
            editor.tab.fill("#id_headline", text)
        editor.fill_from("nothing")
        assert not editor.visit.refused()  # before axe, which styles what it finds
        check_with_axe(editor.visit)
        assert editor.tab.evaluate(_FITS)
