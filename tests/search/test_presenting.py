"""How hits are shown: the words found, in their own spelling, and the best passage."""

import pytest

from tests.factories import make_article
from tests.search.asking import search

pytestmark = pytest.mark.django_db

START, STOP = "\ue000", "\ue001"


def shown(text: str) -> tuple[str, str]:
    hit = search(text).hits().hits[0]
    marks = str.maketrans({START: "[", STOP: "]"})
    return hit.headline.translate(marks), hit.excerpt.translate(marks)


@pytest.mark.parametrize(
    ("text", "headline", "excerpt"),
    [
        ("flood", "[Floods] in Maëlle’s city", "[Flooding] and [flood] relief."),
        ("maelle", "Floods in [Maëlle]’s city", ""),
        ('"flood relief"', "Floods in Maëlle’s city", "Flooding and [flood relief]."),
        ("flo*", "[Floods] in Maëlle’s city", "[Flooding] and [flood] relief."),
        ("headline:flood -dry", "[Floods] in Maëlle’s city", "[Flooding] and [flood]"),
    ],
)
def test_english_is_marked_by_its_stems(text, headline, excerpt):
    make_article(headline="Floods in Maëlle’s city", body="Flooding and flood relief.")
    found = shown(text)
    assert found[0] == headline
    assert found[1].startswith(excerpt)


def test_urdu_is_marked_as_it_is_printed():
    make_article(headline="حکومتِ پاکستان", body="وزیر\u200cاعظم۔", language="ur")
    assert shown("حكومت") == ("[حکومتِ] پاکستان", "")
    assert shown("وزیراعظم")[1] == "[وزیر\u200cاعظم]۔"


def test_the_passage_is_the_one_with_most_words_not_the_first():
    filler = "Nothing is said here of what one looks for. " * 20
    body = f"A flood came. {filler} The flood brought relief at last. {filler}"
    make_article(headline="One", body=body)
    assert "[flood] brought [relief]" in shown("flood relief")[1]


def test_a_word_of_the_summary_alone_is_shown_there():
    make_article(headline="One", summary="All about the flood.", body="It rained.")
    assert shown("flood")[1] == "All about the [flood]."


def test_a_word_that_is_to_be_absent_is_not_marked():
    make_article(headline="Flood relief", body="")
    assert shown("flood -storm")[0] == "[Flood] relief"


def test_a_text_of_its_own_marks_has_none():
    make_article(headline=f"{START}Flood{STOP} {START}x", body="")
    assert shown("flood")[0] == "[Flood] x"
