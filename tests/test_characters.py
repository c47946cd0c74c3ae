from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.characters import one_line, paragraphs, storable

TEXTS = st.text(
    st.characters(exclude_categories=[]) | st.sampled_from(" \n\r\t\x00\ud800")
)


@pytest.mark.parametrize(
    ("text", "stored", "removed"),
    [
        ("Plain text.\n\tTwo.", "Plain text.\n\tTwo.", 0),
        ("a\x00b", "ab", 1),
        ("a\x08\x0b\x0c\x1b[31mb", "a[31mb", 4),
        ("a\ud83db\udc00", "ab", 2),
        ("a\ufffeb\uffff", "ab", 2),
        ("لاہور\u200cکی 👩\u200d🚀", "لاہور\u200cکی 👩\u200d🚀", 0),
        ("", "", 0),
    ],
)
def test_what_no_store_has_a_place_for_is_removed_and_counted(text, stored, removed):
    assert storable(text) == (stored, removed)


@given(TEXTS)
def test_any_text_can_then_be_sent_as_utf_8_and_read_as_xml(text):
    stored, removed = storable(text)
    assert len(stored) + removed == len(text)
    escaped = stored.replace("&", "&amp;").replace("<", "&lt;")
    ET.fromstring(f"<a>{escaped}</a>".encode())  # noqa: S314


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  Harbour\n reopens\t ", "Harbour reopens"),
        ("Harbour\u00a0\u2028reopens", "Harbour reopens"),
        ("کھلی\u200cخبر", "کھلی\u200cخبر"),
        (" \n ", ""),
    ],
)
def test_one_line_has_single_spaces_and_none_at_its_ends(text, line):
    assert one_line(text) == line


@pytest.mark.parametrize(
    ("text", "shaped"),
    [
        ("One.\n\nTwo.", "One.\n\nTwo."),
        ("One.\r\n\r\nTwo.\rThree.", "One.\n\nTwo.\nThree."),
        ("One.\u2029\u2029Two.\u2028Three.\x85Four.", "One.\n\nTwo.\nThree.\nFour."),
        ("One. \t\n \n\u00a0\n\nTwo.", "One.\n\nTwo."),
        ("\n\n  One.\n\n", "One."),
        ("One.\n  Two.", "One.\n  Two."),
        ("One.\n", "One."),
        (" \n ", ""),
    ],
)
def test_paragraphs_have_one_blank_line_between_them(text, shaped):
    assert paragraphs(text) == shaped


@given(TEXTS)
def test_a_text_in_shape_keeps_it(text):
    assert paragraphs(paragraphs(text)) == paragraphs(text)
    assert one_line(one_line(text)) == one_line(text)
    assert "\n\n\n" not in paragraphs(text)


def test_a_long_run_of_spaces_costs_no_more_than_its_length():
    body = "Above." + " " * 2_000_000 + "below."
    assert paragraphs(body) == body
