"""A query with one thing changed."""

from datetime import date

import pytest

from articles.queries import Field, Label, Words, parse, typed
from articles.queries.editing import dropped, replaced

TODAY = date(2025, 5, 17)


def node_of(text):
    return parse(text, today=TODAY).node


@pytest.mark.parametrize(
    ("text", "part", "rest"),
    [
        ("a", "a", ""),
        ("a b c", "b", "a c"),
        ("a b", "b", "a"),
        ("a b a", "a", "b"),
        ("a -b", "-b", "a"),
        ("a -b", "b", "a"),
        ("a (b or c)", "b", "a c"),
        ("a (b or c)", "b or c", "a"),
        ("a (b or c d)", "b", "a c d"),
        ("(a or b) c or d", "c", "a or b or d"),
        ("a -(b -c)", "b", "a c"),
        ("flood date:2013 category:Sport", "date:2013", "flood category:Sport"),
        ("flood headline:flood", "headline:flood", "flood"),
        ("flood date:2013", "date:2014", "flood date:2013"),
        ("flood*", "flood", "flood*"),
    ],
)
def test_what_is_left_without_a_part_is_in_its_simplest_form(text, part, rest):
    assert dropped(node_of(text), node_of(part)) == node_of(rest)


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("flod", "flood"),
        ("a flod -(b or flod) flod", "a flood -(b or flood) flood"),
        ("-flod category:flod", "-flood category:flod"),
        ('flod* "flod" headline:flod', 'flod* "flod" headline:flod'),
        ("date:2013", "date:2013"),
    ],
)
def test_a_word_is_replaced_wherever_it_stands_in_the_same_field(text, corrected):
    node = replaced(node_of(text), Words("flod"), Words("flood"))
    assert node == node_of(corrected)


def test_a_word_of_a_field_is_replaced_in_that_field():
    old, new = (Words(text, Field.PLACE) for text in ("Pari", "Paris"))
    node = replaced(node_of("Pari place:Pari"), old, new)
    assert typed(node) == "Pari place:Paris"


def test_the_query_that_was_changed_stays_as_it_was():
    node = node_of("a category:b")
    dropped(node, Label("category", "b"))
    replaced(node, Words("a"), Words("c"))
    assert node == node_of("a category:b")
