"""Two texts beside each other: what differs is marked, and nothing is lost."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.desk.word_differences import PARAGRAPH_BREAK, Effort, passages

WORDS = st.sampled_from(
    ["the", "quay", "بندر", "گاہ", "کھُل", ",", "۔", " ", "\n", "漢字"]
)
TEXTS = st.one_of(st.text(), st.lists(WORDS | st.just("\n\n")).map("".join))


def side(found, name):
    """A side as one text, with what differs in brackets."""
    sides = [getattr(passage, name) for passage in found]
    return PARAGRAPH_BREAK.join(
        "".join(f"[{it.text}]" if it.differs else it.text for it in pieces)
        for pieces in sides
        if pieces is not None
    )


@pytest.mark.parametrize(
    ("old", "new", "told", "told_then"),
    [
        ("", "", "", ""),
        ("", "One.", "", "[One.]"),
        ("One.", "", "[One.]", ""),
        (
            "The quay opens.",
            "The quay closes.",
            "The quay [opens].",
            "The quay [closes].",
        ),
        (
            "The quay opens.",
            "The old quay opens.",
            *("The quay opens.", "The [old ]quay opens."),
        ),
        (
            "two dead, ten hurt",
            "four dead, ten hurt",
            "[two] dead, ten hurt",
            "[four] dead, ten hurt",
        ),
        ("It is so", "It is so.", "It is so", "It is so[.]"),
        (
            "بندرگاہ کھل گئی۔",
            "بندرگاہ بند گئی۔",
            "بندرگاہ [کھل] گئی۔",
            "بندرگاہ [بند] گئی۔",
        ),
        ("عِلم ہے", "علم ہے", "[عِلم] ہے", "[علم] ہے"),  # a vowel sign is of its word
        ("می‌رود", "می رود", "[می‌رود]", "[می رود]"),
        ("café", "cafe\u0301", "[café]", "[cafe\u0301]"),
        ("会議は中止", "会議は延期", "会議は[中止]", "会議は[延期]"),
        (
            "One.\n\nTwo.",
            "One.\n\nNew.\n\nTwo.",
            "One.\n\nTwo.",
            "One.\n\n[New.]\n\nTwo.",
        ),
        (
            "One.\n\nTwo.\n\nThree.",
            "One.\n\nThree.",
            "One.\n\n[Two.]\n\nThree.",
            "One.\n\nThree.",
        ),
        ("One and two.", "One\n\nand two.", "One[ ]and two.", "One[\n\n]and two."),
    ],
)
def test_words_that_differ_are_marked_on_their_side(old, new, told, told_then):
    found = passages(old, new)
    assert (side(found, "old"), side(found, "new")) == (told, told_then)


@given(TEXTS, TEXTS)
def test_a_side_is_its_text_and_both_have_the_same_beside_what_differs(old, new):
    found = passages(old, new)
    whole = [
        PARAGRAPH_BREAK.join(
            "".join(it.text for it in pieces)
            for passage in found
            if (pieces := getattr(passage, name)) is not None
        )
        for name in ("old", "new")
    ]
    assert whole == [old, new]
    for passage in found:
        kept = [
            [it.text for it in pieces or () if not it.differs]
            for pieces in (passage.old, passage.new)
        ]
        assert "".join(kept[0]) == "".join(kept[1])


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text):
    assert not any(passage.differs for passage in passages(text, text))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("word " * 20_000, "other " * 20_000),
        ("word " * 20_000, "word other " * 10_000),
        ("a b " * 10_000, "b a a " * 7_000),
        (("One line.\n\n" * 20_000), ("One line.\n\nTwo.\n\n" * 10_000)),
        (" ".join(map(str, range(20_000))), " ".join(map(str, range(0, 40_000, 2)))),
        (
            "\n\n".join(map(str, range(20_000))),
            "\n\n".join(map(str, range(0, 40_000, 2))),
        ),
        (
            "\n\n".join(f"a {n} b" for n in range(9_000)),
            "\n\n".join(f"a {-n} c" for n in range(9_000)),
        ),
        (" ".join(map(str, range(3000))), " ".join(map(str, range(0, 6000, 2)))),
        (
            " ".join("ab"[n % 7 % 2] for n in range(190)),
            " ".join("ab"[n % 5 % 2] for n in range(190)),
        ),
        (" " * 20_000 + "x", "\u2003" * 20_000 + "y"),
    ],
)
def test_texts_of_twenty_thousand_words_take_no_longer_than_a_reader_waits(old, new):
    before = time.process_time()
    found = passages(old, new)
    assert time.process_time() - before < 2
    assert side(found, "old").replace("[", "").replace("]", "") == old


def test_a_word_in_a_paragraph_of_twenty_thousand_is_found_all_the_same():
    text = "the quay and the sea " * 4_000
    found = passages(f"{text}opens {text}", f"{text}closes {text}")
    assert side(found, "old") == f"{text}[opens] {text}"


def test_where_the_effort_is_spent_what_differs_is_shown_as_a_whole():
    found = passages("A one two three B", "A two one four B", Effort(steps=0))
    assert side(found, "old") == "A [one two three] B"
    assert side(found, "new") == "A [two one four] B"
