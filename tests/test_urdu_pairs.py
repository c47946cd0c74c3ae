"""Words of Urdu papers, and the same words as other hands type them.

The second halves were made from keyboard layouts and Unicode data, before the fold was:
it is they that judge it.
"""

import csv
from collections import Counter
from pathlib import Path

import pytest
from django.db import connection

from articles.folding import fold
from articles.keyboards import spellings

with (Path(__file__).parent / "data" / "urdu_pairs.tsv").open(encoding="utf-8") as file:
    PAIRS = [
        (row["printed"], row["typed"], row["made"])
        for row in csv.DictReader(file, delimiter="\t")
    ]


def test_there_are_pairs_of_every_kind():
    kinds = Counter(made.partition(":")[0] for _printed, _typed, made in PAIRS)
    assert min(kinds.values()) >= 10
    assert (
        len({(printed, typed) for printed, typed, _made in PAIRS}) == len(PAIRS) > 400
    )
    assert all(printed != typed for printed, typed, _made in PAIRS)


def test_a_word_is_found_as_another_hand_types_it():
    missed = [
        (printed, typed, made)
        for printed, typed, made in PAIRS
        if fold(printed) not in map(fold, spellings(typed))
    ]
    assert missed == []


@pytest.mark.django_db
def test_the_database_finds_it_too():
    meant = [
        (number, printed, spelling)
        for number, (printed, typed, _made) in enumerate(PAIRS)
        for spelling in spellings(typed)
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT number FROM unnest(%s::int[], %s::text[], %s::text[]) "
            "AS meant(number, printed, spelling) "
            "WHERE archive_fold(printed) = archive_fold(spelling)",
            [list(column) for column in zip(*meant, strict=True)],
        )
        found = {number for (number,) in cursor.fetchall()}
    assert [PAIRS[n] for n in range(len(PAIRS)) if n not in found] == []


@pytest.mark.parametrize(
    ("one", "other"), [("کہا", "کھا"), ("آئی", "آئے"), ("بہت", "بھت"), ("گے", "گئے")]
)
def test_words_that_an_urdu_keyboard_tells_apart_stay_apart(one, other):
    assert fold(other) not in map(fold, spellings(one))
