"""What a typed word may stand for, by the keyboard that it was typed on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.keyboards import spellings


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("كها", ("كہا", "كھا")),  # Arabic: one heh for two
        ("بهارت", ("بھارت", "بہارت")),
        ("على", ("علی", "علے")),  # Arabic: no bari yeh
        ("حملي", ("حملی", "حملے")),
        ("آئى", ("آئی", "آئے")),
        ("حمليِ", ("حملیِ", "حملےِ")),
        ("تركی", ("تركی", "تركے")),  # an Arabic kaf and a Persian yeh
        ("پهلی", ("پہلی", "پھلی", "پہلے", "پھلے")),  # Persian
        ("هاته", ("ہاتھ", "ھاتھ", "ہاتہ", "ھاتہ")),
        ("ﻋﻠﻲ", ("علی", "علے")),
    ],
)
def test_a_word_without_all_urdu_letters_stands_for_several(typed, meant):
    assert spellings(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "کہا",
        "کھا",
        "کراچی",
        "لیے",
        "پارٹي",  # whoever has a ٹ has a ے
        "ملك",
        "ايران",
        "2024",
        "flood",
        "Maëlle",
        "ﬁre",
        "",
        "-",
        "\u064b",
    ],
)
def test_other_words_stand_for_themselves(typed):
    assert spellings(typed) == (typed,)


@given(st.text(st.sampled_from("هيىكیکاب \u064bھ"), max_size=300))
def test_there_are_few_spellings_and_each_comes_once(typed):
    meant = spellings(typed)
    assert 1 <= len(meant) <= 16
    assert len(set(meant)) == len(meant)


def test_a_long_row_of_heh_is_cut():
    assert len(spellings("ه" * 300)) == 16
