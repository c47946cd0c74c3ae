"""The fold, in Python and in SQL: what it makes alike, and of what in the text."""

import sys
import unicodedata

import pytest
from django.db import connection
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.folding import fold, folded

KNOWN = st.characters(exclude_categories=["Cn", "Cs"], exclude_characters="\0")
# Letters and marks that change what stands before them.
LIVELY = st.sampled_from(
    "aeİıÅﬁйиΣςكيئۓےہهةآاأক가ᄀ .’ﷺ½"
    "\u00ad\u0300\u0308\u0323\u0640\u0651\u0653\u0654\u09be\u1161\u11a8\u200c\u200f"
)
TEXTS = st.text(LIVELY | KNOWN)


def folded_by_the_database(texts):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT archive_fold(t) FROM unnest(%s::text[]) WITH ORDINALITY AS a(t, n) "
            "ORDER BY n",
            [texts],
        )
        return [row[0] for row in cursor.fetchall()]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("مسئلہ", "مسیلہ"),
        ("مسئلہ", "مسي\u0654لہ"),
        ("مسئلہ", "مسی\u0654لہ"),
        ("قاٸمہ", "قائمہ"),
        ("موٴثر", "مؤثر"),
        ("مؤثر", "موثر"),
        ("أحمد", "احمد"),
        ("إسلام", "ٱسلام"),
        ("ہوۓ", "ہوئے"),
        ("ہوے\u0654", "ہوئے"),
        ("شعبۂ", "شعبە"),
        ("لاہور\u202c", "لاہور"),
        ("re\u00adlease", "release"),
        ("Maëlle", "maelle"),
        ("Łódź", "Łodz"),
        ("Ångström", "\u212bngstrom"),
        ("Việt Nam", "viet nam"),
        ("İstanbul", "istanbul"),
        ("m\u0308", "m"),
        ("ǅ", "dz"),
        ("ΑΣ", "ασ"),
        ("МИЙ", "мий"),
    ],
)
def test_spellings_of_one_word_fold_alike(one, other):
    assert fold(one) == fold(other)
    assert fold(fold(one)) == fold(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("کھا", "کہا"),
        ("آئی", "آئے"),
        ("آم", "ام"),
        ("й", "и"),
        ("ё", "е"),
        ("ά", "α"),
        ("க்", "க"),
        ("कि", "क"),
        ("ガ", "カ"),
        ("گۓ", "گے"),
    ],
)
def test_letters_that_tell_words_apart_stay(one, other):
    assert fold(one) != fold(other)


@pytest.mark.django_db
def test_the_database_folds_every_character_in_the_same_way():
    assigned = [
        character
        for character in map(chr, range(1, sys.maxunicode + 1))
        if unicodedata.category(character) not in ("Cn", "Cs", "Co")
    ]
    texts = [f"{it} A{it}\u0301 ا{it}\u0654 {it}\u200d\u0308" for it in assigned]
    pairs = zip(texts, folded_by_the_database(texts), strict=True)
    assert [text for text, by_sql in pairs if fold(text) != by_sql] == []


@pytest.mark.django_db
@settings(max_examples=50, deadline=None)
@given(st.lists(TEXTS, max_size=100))
@example(["“Plain” English – £5", "کراچی میں ۵ افراد", "naïve", "", " \n"])
def test_the_database_folds_any_text_in_the_same_way(texts):
    assert list(map(fold, texts)) == folded_by_the_database(texts)


@pytest.mark.parametrize(
    ("text", "begin", "end", "part"),
    [
        ("The Flood", 4, 9, "Flood"),
        ("Maëlle’s", 0, 6, "Maëlle"),
        ("Mae\u0308lle’s", 0, 6, "Mae\u0308lle"),
        ("حکومتِ پاکستان", 0, 5, "حکومتِ"),
        ("\u200fوزیر\u200cاعظم ہیں", 0, 8, "وزیر\u200cاعظم"),
        ("خـــبر ہے", 0, 3, "خـــبر"),
        ("وہ گۓ ہیں", 3, 6, "گۓ"),
        ("وہ گۓ ہیں", 3, 5, "گۓ"),
        ("a ﬁre", 2, 3, "ﬁ"),
        ("a ﬁre", 3, 5, "ﬁr"),
        ("رسول ﷺ نے", 5, 8, "ﷺ"),
    ],
)
def test_a_part_of_the_folded_text_leads_to_its_part_of_the_original(
    text, begin, end, part
):
    start, stop = folded(text).span(begin, end)
    assert text[start:stop] == part


@given(TEXTS)
@example("é" + "\u0301" * 60)
@example("\u0301\u0316")
def test_a_folded_text_knows_where_each_character_comes_from(text):
    compared = folded(text)
    offsets = list(compared.offsets)
    assert compared.text == fold(text)
    assert len(offsets) == len(compared.text) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)
    for at, character in enumerate(compared.text):
        start, stop = compared.span(at, at + 1)
        assert character in fold(text[start:stop])


def test_a_hostile_text_takes_no_longer_than_others():
    marks = "a" + "\u0301\u0316" * 100_000
    assert len(folded(marks).offsets) <= len(marks) + 1
    assert folded("\u200f" * 100_000).text == ""
