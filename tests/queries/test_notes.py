"""What a text says that cannot be meant, and the note that tells of it."""

from datetime import date

import pytest

from articles.queries import AllOf, AnyOf, Not, Note, NoteKind, Words, parse

TODAY = date(2025, 5, 17)
A, B, C, NO = map(Words, ["a", "b", "c", "no"])
A_B = Words("a b", is_phrase=True)


@pytest.mark.parametrize(
    ("text", "node", "kind", "about"),
    [
        ("no:a", AllOf((NO, A)), "UNKNOWN_OPERATOR", "no"),
        ('-no:"a b"', Not(AllOf((NO, A_B))), "UNKNOWN_OPERATOR", "no"),
        ("no:(a b)", AllOf((NO, A, B)), "UNKNOWN_OPERATOR", "no"),
        ("category: sport", Words("sport"), "EMPTY_OPERATOR", "category"),
        ('Category:"" a by:& ', A, "EMPTY_OPERATOR", "Category"),
        ("-headline:() a", A, "EMPTY_OPERATOR", "headline"),
        ("lang:klingon", Words("klingon"), "UNKNOWN_LANGUAGE", "klingon"),
        ("date:2013-13", Words("2013-13"), "BAD_DATE", "2013-13"),
        ("-date:2014/2013", Not(Words("2014/2013")), "BAD_DATE", "2014/2013"),
        ("after:/2013", Words("2013"), "BAD_DATE", "/2013"),
        ("before:2013/", Words("2013"), "BAD_DATE", "2013/"),
        ('a "b c', AllOf((A, B, C)), "UNCLOSED_QUOTE", "b c"),
        ('-"a b', AllOf((Not(A), B)), "UNCLOSED_QUOTE", "a b"),
        ("(a or b", AnyOf((A, B)), "LONE_PARENTHESIS", "("),
        ("-((a", Not(A), "LONE_PARENTHESIS", "("),
        ("a) b)", AllOf((A, B)), "LONE_PARENTHESIS", ")"),
        ("a or", A, "DANGLING_OR", ""),
        ("or a or or b", AnyOf((A, B)), "DANGLING_OR", ""),
        ("or or", None, "DANGLING_OR", ""),
        ("a*", A, "SHORT_PREFIX", "a"),
        ("(" * 13 + "a" + ")" * 13, A, "TOO_DEEP", ""),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_searched_or_left_out_with_a_note(
    text, node, kind, about
):
    query = parse(text, today=TODAY)
    assert query.node == node
    assert query.notes[0] == Note(NoteKind[kind], about)


def test_twelve_parentheses_deep_is_not_too_deep():
    nested = "-(a " * 12 + ")" * 12
    assert parse(nested, today=TODAY).notes == ()
    assert parse(f"-({nested})", today=TODAY).notes == (Note(NoteKind.TOO_DEEP),)


def test_a_note_is_given_once():
    assert len(parse("a* a* b* ((( (", today=TODAY).notes) == 3
