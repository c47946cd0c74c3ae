"""Any text gives an answer, and a long one soon."""

from datetime import date
from time import perf_counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.queries import AllOf, AnyOf, Not, Query, Span, Words, parse
from articles.queries.operators import NAMES
from articles.queries.wording import in_words, note_in_words

TODAY = date(2025, 5, 17)
PARTS = [
    *[f"{name}:" for name in NAMES],
    *["note:", "http://", "12:30", "or", "OR", "AND", "یا", "2013-08", "P1W", "today"],
    *list("\"“”«()--—–*:/.,;'’&+ \t\n،۔؟؛٢۳"),
    *["a", "ab", "flood", "سیلاب", "ک", "ي", "ـ", "\u064b", "\u0301", "👩", "ﷺ", "İ"],
    *["\u200c", "\u200d", "\u200f", "\u202e", "\u2066", "\u00ad", "\x00", "\ud800"],
]
ANY_CHARACTER = st.characters(exclude_categories=[])
TEXTS = st.lists(st.sampled_from(PARTS) | ANY_CHARACTER).map("".join)
LONG = 100_000


def leaves(node):
    if isinstance(node, Not):
        return leaves(node.node)
    if isinstance(node, AllOf | AnyOf):
        return [leaf for part in node.nodes for leaf in leaves(part)]
    return [node]


def is_simple(node):
    """Whether nothing in a node could be said with less."""
    if isinstance(node, Not):
        return not isinstance(node.node, Not) and is_simple(node.node)
    if isinstance(node, AllOf | AnyOf):
        is_flat = not any(isinstance(part, type(node)) for part in node.nodes)
        return len(node.nodes) > 1 and is_flat and all(map(is_simple, node.nodes))
    return True


def is_sound(leaf):
    if isinstance(leaf, Words):
        has_star = leaf.is_prefix and "*" in leaf.text
        return any(map(str.isalnum, leaf.text)) and not has_star
    if isinstance(leaf, Span):
        return leaf.first or leaf.last
    return leaf.name


@settings(deadline=None)
@given(TEXTS)
@example("headline:(-")
@example('-"-(')
@example("tİtle:x")
def test_any_text_is_understood_and_told_in_words(text):
    query = parse(text, today=TODAY)
    assert query == parse(text, today=TODAY)
    assert in_words(query).encode() or query.is_empty
    assert all(note_in_words(note).encode() for note in query.notes)


@settings(deadline=None)
@given(TEXTS)
def test_a_query_is_in_its_simplest_form_and_has_no_empty_clause(text):
    query = parse(text, today=TODAY)
    found = [] if query.node is None else leaves(query.node)
    assert len(found) == query.clause_count
    assert query == Query(None, query.notes) or is_simple(query.node)
    assert all(map(is_sound, found))


@settings(deadline=None)
@given(st.lists(st.text("abcdef", min_size=1), min_size=2))
def test_plain_words_are_all_asked_for(words):
    query = parse(" ".join(words), today=TODAY)
    assert query == Query(AllOf(tuple(map(Words, words))))


@pytest.mark.parametrize(
    "part",
    [
        *["(", ")", '"', "-", "- ", "*", ":", ".", ",", "1,", "'", "—", "a", "9", " "],
        *["or ", "AND ", "a or ", "-(", "((a)", "()", '("', '-"', "a:", "/", "date:/"],
        *["headline:", "-headline:", "headline:(", "note:", 'note:"', "lang:(", "by:-"],
        *["\u200c", "a\u200c", "\u0301\u0316", "ـ", "\x00", "\ud800", "\u2066", "،"],
    ],
)
def test_a_hundred_thousand_characters_take_little_time(part):
    begun = perf_counter()
    query = parse(part * (LONG // len(part)), today=TODAY)
    assert perf_counter() - begun < 5
    assert in_words(query) or query.is_empty


@pytest.mark.parametrize(("opening", "closing"), ["()", ("-(", ")"), ("by:(", ")")])
def test_parentheses_nest_to_any_depth(opening, closing):
    query = parse(opening * LONG + "a" + closing * LONG, today=TODAY)
    assert query.clause_count == 1
