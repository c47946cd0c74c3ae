"""Words found, marked in their text and shown in a passage of it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.marking import MARK_END, MARK_START, Term, Text
from articles.marking import marked as marked_text
from articles.marking import passage as passage_of_text


def term(*places, is_prefix=False):
    """A term of places like "flood floods"; "" is a place where any word counts."""
    return Term(tuple(frozenset(place.split()) for place in places), is_prefix)


def marked(text, terms):
    return marked_text(Text(text), terms)


def passage(text, terms, **options):
    return passage_of_text(Text(text), terms, **options)


def seen(text):
    return text.replace(MARK_START, "[").replace(MARK_END, "]")


FLOOD = term("flood floods flooded")
RELIEF = term("flood", "relief")
ECONOM = term("econom", is_prefix=True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don't, it’s O'Neill", ["don", "t", "it", "s", "o", "neill"]),
        ("peace-talks and/or x_y", ["peace", "talks", "and", "or", "x", "y"]),
        ("U.S. aid: $3.5m, 1,000.", ["u.s", "aid", "3.5", "m", "1", "000"]),
        ("Café… Maëlle ﬁre", ["cafe", "maelle", "fire"]),
        (
            "حکومتِ پاکستان، وزیر\u200cاعظم ۲۰۱۳",
            ["حکومت", "پاکستان", "وزیراعظم", "2013"],
        ),
        ("مسئلہ گۓ۔", ["مسیلہ", "گیے"]),
        ("हिन्दी समाचार", ["हिन्दी", "समाचार"]),
        ("3.5فیصد", ["3.5", "فیصد"]),
        ("👩\u200d🚀 \u064b — ", []),
        ("", []),
    ],
)
def test_a_text_has_words_as_the_index_has_them(text, words):
    assert [word.folded for word in Text(text).words()] == words


@pytest.mark.parametrize(
    ("text", "terms", "shown"),
    [
        ("Flood after floods", [FLOOD], "[Flood] after [floods]"),
        ("Flood relief, flood", [RELIEF], "[Flood relief], flood"),
        ("Flood-relief", [RELIEF], "[Flood-relief]"),
        ("Flood relief", [FLOOD, RELIEF], "[Flood relief]"),
        ("Economy, Economics", [ECONOM], "[Economy], [Economics]"),
        (
            "The flood economy",
            [term("flood", "econ", is_prefix=True)],
            "The [flood economy]",
        ),
        ("end of the war", [term("end", "", "", "war")], "[end of the war]"),
        ("end the war", [term("end", "", "", "war")], "end the war"),
        ("the war ended", [term("", "war", "")], "the [war] ended"),
        ("the war", [term(""), term(), term("", is_prefix=True)], "the war"),
        ("war war war", [term("war", "war")], "[war war war]"),
        ("a flood", [term("flood", "relief")], "a flood"),
        ("Café Maëlle", [term("cafe"), term("maelle")], "[Café] [Maëlle]"),
        ("حکومتِ پاکستان", [term("حکومت")], "[حکومتِ] پاکستان"),
        ("قائم ہوۓ", [term("ہویے")], "قائم [ہوۓ]"),
        ("a flo\ue000od \ue001 b", [FLOOD], "a [flood]  b"),
        ("flood", [], "flood"),
        ("", [FLOOD], ""),
    ],
)
def test_hits_are_marked_as_they_are_spelt(text, terms, shown):
    assert seen(marked(text, terms)) == shown


LONG = "The river rose again. " * 30


@pytest.mark.parametrize(
    ("text", "terms", "shown"),
    [
        ("No hit.", [FLOOD], ""),
        ("A short\n\nflood  here.", [FLOOD], "A short [flood] here."),
        (f"{LONG}A flood came.", [FLOOD], "again. A [flood] came."),
        (f"A flood came. {LONG}", [FLOOD], "A [flood] came. The river"),
        (f"{LONG}“Flood!” he said. {LONG}", [FLOOD], "“[Flood]!” he said. The"),
        (f"Flood. {LONG}Economy flood.", [FLOOD, ECONOM], "[Economy] [flood]."),
        (
            f"Flood one. {LONG}Flood, flood, flood.",
            [FLOOD],
            "[Flood], [flood], [flood].",
        ),
        (
            f"{LONG}سیلاب آیا۔ {LONG}",
            [term("سیلاب")],
            "The river rose again. [سیلاب] آیا۔",
        ),
    ],
)
def test_a_passage_shows_most_terms_then_most_hits_then_the_first(text, terms, shown):
    assert shown in seen(passage(text, terms))


def test_a_passage_begins_with_a_sentence_and_ends_with_a_word():
    text = f"{LONG}Then, they say, the flood came. {LONG}"
    shown = seen(passage(text, [FLOOD], length=100))
    assert shown.startswith("Then, they say, the [flood] came. The river")
    assert shown.split()[-1] in LONG.split()
    assert 80 < len(shown) <= 102


def test_terms_far_apart_are_shown_in_two_parts():
    text = f"The flood came. {LONG}The economy sank. {LONG}"
    first, second = seen(passage(text, [ECONOM, FLOOD])).split(" … ")
    assert first.startswith("The [flood] came.")
    assert "The [economy] sank." in second
    assert 150 < len(first) + len(second) <= 244


def test_a_text_without_spaces_is_cut_between_its_words():
    text = "東京は日本。" * 100 + "京都も日本。" + "東京は日本。" * 100
    shown = passage(text, [term("京都も日本")])
    assert seen(shown).count("[京都も日本]") == 1
    assert 100 < len(shown) <= 243


def test_the_beginning_of_a_long_text_alone_is_looked_at():
    text = "word " * 9_999 + "x flood" + " word" * 10 + " flood" * 10
    assert passage(text, [FLOOD, term("fl", is_prefix=True)]) == ""
    assert marked(text, [FLOOD]) == text


TERMS = [FLOOD, RELIEF, ECONOM, term("حکومت"), term("a"), term("x" * 300)]
WORDS = ["flood", "relief", "economy", "حکومتِ", "a", "x" * 300, "\u0301", "👩\u200d🚀"]
SPACES = [" ", "\n\n", ". ", "", "\ue000", "۔ ", "\u200f", "-"]
PIECES = st.sampled_from(WORDS) | st.sampled_from(SPACES) | st.text()
TEXTS = st.lists(PIECES, max_size=200).map("".join)


BEGINNINGS = st.sets(st.sampled_from(["f", "flo", "a", "3.5", "5m", "m", "حکو", "u.s"]))
DOTTED = ["U.S. ", "3.5m 5m", "x3.5", "u.s.a\n", "35m", "m.5", "حکومت3.5m"]


@given(st.lists(PIECES | st.sampled_from(DOTTED), max_size=60).map("".join), BEGINNINGS)
def test_words_are_found_by_their_beginnings_as_by_reading_all(text, beginnings):
    every = Text(text).words()
    expected = [word for word in every if word.folded.startswith(tuple(beginnings))]
    assert list(Text(text).words_beginning(beginnings)) == expected


@given(TEXTS)
def test_marks_are_ours_and_leave_the_text_as_it_was(text):
    shown = marked(text, TERMS)
    plain = text.replace(MARK_START, "").replace(MARK_END, "")
    assert shown.replace(MARK_START, "").replace(MARK_END, "") == plain
    only_marks = "".join(it for it in shown if it in (MARK_START, MARK_END))
    assert only_marks == (MARK_START + MARK_END) * (len(only_marks) // 2)


@given(TEXTS, st.integers(10, 300))
def test_a_passage_is_one_line_with_a_hit_and_not_much_longer_than_asked_for(
    text, length
):
    shown = passage(text, TERMS, length=length)
    assert (shown == "") == (MARK_START not in marked(text, TERMS))
    assert shown == " ".join(shown.split())
    assert shown == "" or MARK_START in shown
    around = re.sub(f"{MARK_START}[^{MARK_END}]*{MARK_END}", "", shown)
    assert len(around) <= length + len(" … ")
