"""The text that a reader would type for a query."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.queries import (
    AllOf,
    AnyOf,
    Field,
    Label,
    Not,
    NoteKind,
    Query,
    Span,
    Words,
    parse,
    typed,
)
from tests.queries.test_totality import PARTS, TEXTS, TODAY

# Texts of what is hardest to keep apart; characters at random seldom come together so.
GROUPS = ["(", "-(", ")", "headline:(", "category:(", "lang:(", "date:(", "no:", "-no:"]
WORDS = ["a", "C++", "1,2", "'", ".", "¨", "\u0338", "Urdu", "ur", "category:.", ' "']
DAYS = ["1999/2001-01", "after:2001-02", "before:2001-12-31", "date:P1W/2003-06"]
JOINERS = ["\u200c", "\u200d", ".\u200c", "\u200c.", ";\u200c"]
SPACES = [" ", " or ", " AND ", ", "]
TANGLED = st.lists(
    st.sampled_from([*GROUPS, *WORDS, *DAYS, *JOINERS, *SPACES, *SPACES]), max_size=40
).map("".join)


def retyped(text):
    query = parse(text, today=TODAY)
    again = typed(query.node)
    assert parse(again, today=TODAY) == Query(query.node)
    return again


@settings(deadline=None)
@given(TEXTS | TANGLED | st.lists(st.sampled_from(PARTS)).map(" ".join))
@example('y,\u200cx,"a؛\u200cb c\u200c;"')
@example("category:.\u200ca:b source:'-x'")
@example("headline:(or AND -or category:(or) date:or)")
def test_what_is_typed_for_a_query_is_read_as_that_query_without_a_note(text):
    retyped(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("  flood,  relief ", "flood relief"),
        ("“flood  relief” «a»", '"flood relief" "a"'),
        ("econom* −Karachi -“b c”", 'econom* -Karachi -"b c"'),
        ("C++ 1,000 town’s ٢٠١٣", "C++ 1,000 town's 2013"),
        ("12:30 http://example.org/a?b=1", "12:30 http://example.org/a?b=1"),
        ('"note:x" fl*d*', '"note:x" fl*d'),
        ("note:x", "note x"),
        ('"AND" "or"', '"AND" "or"'),
        ("or", "'or'"),
        ("AND a", "'AND' a"),
        ("headline:or place:AND", "headline:or place:AND"),
        ("سیلاب، امداد", "سیلاب امداد"),
        (".\u200cx", "'\u200cx'"),
        ('"a؛\u200cb"', '"a ;\u200cb"'),
    ],
)
def test_words_stand_plain_and_are_quoted_only_where_they_must_be(text, expected):
    assert retyped(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("((a) b) or (c or (d e))", "a b or c or d e"),
        ("a (b or c)", "a (b or c)"),
        ("-(a b) -(-(c))", "-(a b) c"),
        ("-(a or b -(c d))", "-(a or b -(c d))"),
        ("headline:(a or b) c", "headline:(a or b) c"),
        ("title:a or headline:b", "headline:(a or b)"),
        ("headline:a headline:-b", "headline:(a -b)"),
        ("headline:(a b) c", "headline:a headline:b c"),
        ("headline:(a b or c -(d e)) x", "headline:(a b or c -(d e)) x"),
        ("headline:(a place:b)", "headline:a place:b"),
        ("-headline:(a b)", "-headline:(a b)"),
        ('category:(a or "b c" or "or")', 'category:(a or "b c" or "or")'),
    ],
)
def test_parentheses_stand_where_they_must_and_after_an_operator_for_all_in_them(
    text, expected
):
    assert retyped(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('سرخی:a مقام:"New York"', 'headline:a place:"New York"'),
        ("author:“Ann Lee”", 'by:"Ann Lee"'),
        ('topic:sport -topic:"World  News"', 'category:(sport -"World News")'),
        ("category:sport,", "category:sport"),
        ('category:"World News"', 'category:"World News"'),
        ('category:"-x" site:rki.news', 'category:"-x" source:rki.news'),
        ('source:"yes!"', 'source:"yes!"'),
        ("زبان:Urdu", "lang:ur"),
        ("date:2013-8", "date:2013-08"),
        ("date:2013-01/2013-12", "date:2013"),
        ("date:2013/2015", "date:2013/2015"),
        ("date:2013-08..2013-10", "date:2013-08/2013-10"),
        ("date:2013-08-17/2013-08-17", "date:2013-08-17"),
        ("date:2013-08/2013-08-17", "date:2013-08/2013-08-17"),
        ("date:2013-01/2013-10", "date:2013/2013-10"),
        ("date:2024-02-01/P29D", "date:2024-02"),
        ("after:2013-08", "date:2013-08/"),
        ("before:2013-08", "date:/2013-08"),
        ("after:2013-08-02", "date:2013-08-02/"),
        ("document:2013 added:today", "document:2013 added:2025-05-17"),
        ("added:P1W", "added:2025-05-11/2025-05-17"),
        ("date:2013-13", "2013-13"),
    ],
)
def test_operators_have_their_english_names_and_days_their_shortest_form(
    text, expected
):
    assert retyped(text) == expected


def test_twelve_parentheses_deep_can_be_typed():
    retyped("-(a " * 12 + ")" * 12)
    retyped("headline:(a -category:(b " * 6 + "))" * 6)


def test_only_what_an_unknown_operator_nests_may_lie_too_deep_to_be_typed():
    """It excludes two terms without parentheses: -no:x is -(no x).

    So half as many parentheses hold as much. Such an operator, typed again, would be
    exact, and be remarked upon again; the parentheses that are too deep are left out.
    """
    node = parse("-no:(a or " * 12 + "b" + ")" * 12, today=TODAY).node
    query = parse(typed(node), today=TODAY)
    assert [note.kind for note in query.notes] == [NoteKind.TOO_DEEP]
    assert query.clause_count == Query(node).clause_count


def test_a_long_text_may_be_cut_between_a_letter_and_its_mark_and_not_so_again():
    """A text is normalised in pieces of a thousand, more than a form lets through.

    The mark is a character of its own there, and would have to lie there again; what
    is typed is read as the same word, the letter and its mark in one.
    """
    word = parse("  " + "b" * 997 + "a\u0301", today=TODAY).node
    assert word.text.endswith("a\u0301")
    assert parse(typed(word), today=TODAY).node.text == "b" * 997 + "á"


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (None, ""),
        (Words("New York", Field.PLACE), 'place:"New York"'),
        (Words('say "yes"', is_phrase=True), '"say  yes "'),
        (Words("a)"), '"a)"'),
        (Label("language", "tlh"), 'lang:"tlh"'),
        (Not(Not(Words("a"))), "-(-a)"),
        (AllOf((Words("a"), AllOf((Words("b"), Words("c"))))), "a b c"),
        (
            AnyOf((Words("a"), Span("added", None, date(999, 2, 28)))),
            'a or added:"/0999-02"',
        ),
    ],
)
def test_a_node_that_no_text_is_read_as_has_the_nearest_one(node, expected):
    assert typed(node) == expected
