"""The form for snippets with scripts off: each thing takes a page more, and works."""

import pytest

from tests.browser.desk import HEADLINE, SHEET, editing, stored
from tests.fetching.serving import body
from tests.pages import PAGES

pytestmark = pytest.mark.browser


@pytest.fixture
def editor(reader):
    with editing(reader, java_script_enabled=False) as editor:
        yield editor


def _click(editor, name):
    editor.tab.locator(f"[name={name}]:visible").click()


def test_a_page_fills_the_form_which_is_saved_then(editor, site):
    site.papers.answers["/port"] = body((PAGES / "port.html").read_bytes())
    editor.tab.fill("#id_source_url", site.papers.address("/port"))
    _click(editor, "_fill")
    assert editor.tab.input_value("#id_headline") == HEADLINE
    assert editor.tab.locator("#id_byline").is_visible()
    note = editor.tab.locator("#id_headline_helptext")
    assert "Filled in from the source; please check." in note.text_content()
    assert not stored(HEADLINE)
    _click(editor, "_addanother")
    article = stored(HEADLINE)
    assert (article.language, article.byline) == ("ur", "عائشہ خان")


def test_what_cannot_be_read_says_why_and_keeps_what_was_typed(editor):
    editor.tab.fill("#id_headline", "My own")
    editor.tab.fill("#id_source_url", "http://127.0.0.1:9/a")
    _click(editor, "_fill")
    words = editor.tab.locator(".messagelist .error").text_content()
    assert "Nothing was filled in, and what you typed is kept:" in words
    assert editor.tab.input_value("#id_headline") == "My own"


def test_a_document_is_taken_apart(editor):
    editor.tab.fill("#id_body", SHEET)
    _click(editor, "_take_apart")
    assert editor.tab.input_value("#id_headline") == "Harbour reopens"
    assert editor.tab.input_value("#id_body") == "LISBON, April 18: Ships."


def test_enter_in_a_field_saves(editor):
    editor.tab.fill("#id_headline", "Entered without a script")
    editor.tab.press("#id_headline", "Enter")
    assert stored("Entered without a script")
