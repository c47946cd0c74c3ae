"""What a text in the search box asks for."""

from datetime import date

import pytest

from articles.queries import (
    AllOf,
    AnyOf,
    Field,
    Label,
    Not,
    Query,
    Span,
    Words,
    parse,
)

TODAY = date(2025, 5, 17)
AUGUST_2013 = date(2013, 8, 1), date(2013, 8, 31)
A, B, C, D = map(Words, "abcd")


def phrase(text, field=Field.ANYWHERE):
    return Words(text, field, is_phrase=True)


def headline(text, **shape):
    return Words(text, Field.HEADLINE, **shape)


def category(name):
    return Label("category", name)


def node_of(text):
    query = parse(text, today=TODAY)
    assert not query.notes
    return query.node


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("", None),
        (" \n & ... !! — 👩\u200d🚀 ـ () \"\" ''", None),
        ("flood", Words("flood")),
        ("a b", AllOf((A, B))),
        ("a a", AllOf((A, A))),
        ('"flood relief"', phrase("flood relief")),
        ('a"b  c"d', AllOf((A, phrase("b c"), D))),
        ("-a", Not(A)),
        ('-"a b"', Not(phrase("a b"))),
        ("-(a b)", Not(AllOf((A, B)))),
        ("-(-(a))", A),
        ("a -b", AllOf((A, Not(B)))),
        ("a - b -", AllOf((A, B))),
        ("--a", A),
        ("a or b OR c", AnyOf((A, B, C))),
        ("a b or c", AnyOf((AllOf((A, B)), C))),
        ("a (b or c)", AllOf((A, AnyOf((B, C))))),
        ("(a b) (c d)", AllOf((A, B, C, D))),
        ("(a or (b or c)) or d", AnyOf((A, B, C, D))),
        ("or", Words("or")),
        ('"or" -or', AllOf((phrase("or"), Not(Words("or"))))),
        ("a AND b", AllOf((A, B))),
        ("a and b", AllOf((A, Words("and"), B))),
        ("AND a", AllOf((Words("AND"), A))),
        ("a AND", AllOf((A, Words("AND")))),
        ("a یا b", AllOf((A, Words("یا"), B))),
        ("econom*", Words("econom", is_prefix=True)),
        ("fl*d*", phrase("fl*d")),
        ("*a, 'b'; [c]! \"*\"", AllOf((A, B, C))),
        ("C++ 50% 1,000", AllOf((Words("C++"), Words("50%"), Words("1,000")))),
        ("peace-talks don't", AllOf((Words("peace-talks"), Words("don't")))),
    ],
)
def test_words_phrases_and_what_joins_them(text, node):
    assert node_of(text) == node


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("“a b” „a b‟ «a b»", AllOf((phrase("a b"),) * 3)),
        ("‘a’ town’s", AllOf((A, Words("town's")))),
        ("−a –b —c", AllOf((Not(A), Not(B), Not(C)))),
        ("a—b – c ——d", AllOf((A, B, C, D))),
        ("2013–08 ۲۰۱۳", AllOf((Words("2013-08"), Words("2013")))),
        ("a،b۔c؟d؛", AllOf((A, B, C, D))),
        ("“سیلاب، امداد”", phrase("سیلاب امداد")),
        ("ﬂｏｏｄ\u00a0ﻻﮨﻮر", AllOf((Words("flood"), Words("لاہور")))),
        ("يوم كتاب", AllOf((Words("يوم"), Words("كتاب")))),
        ("نشان\u200cدہی", Words("نشان\u200cدہی")),
        (
            "\u200c-\u200fa\u200d \u200flang:\u200eur",
            AllOf((Not(A), Label("language", "ur"))),
        ),
        ("flo\u00adod\x00 a\ud800", AllOf((Words("flood"), A))),
    ],
)
def test_typography_and_either_script_are_read_alike(text, node):
    assert node_of(text) == node


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("headline:flood", headline("flood")),
        ("Title:a INTITLE:a سرخی:a", AllOf((headline("a"),) * 3)),
        ('headline:"a b"', headline("a b", is_phrase=True)),
        ("headline:pre*", headline("pre", is_prefix=True)),
        ("headline:(a or b) c", AllOf((AnyOf((headline("a"), headline("b"))), C))),
        ("headline:(a place:b)", AllOf((headline("a"), Words("b", Field.PLACE)))),
        ("-headline:a headline:-a", AllOf((Not(headline("a")),) * 2)),
        ("headline:or", headline("or")),
        (
            'by:"Ann Lee" author:a',
            AllOf((phrase("Ann Lee", Field.BYLINE), Words("a", Field.BYLINE))),
        ),
        ("مقام:لاہور", Words("لاہور", Field.PLACE)),
        ('category:"World  News"', category("World News")),
        ("topic:Sport, -category:x", AllOf((category("Sport"), Not(category("x"))))),
        ('category:(a or "b c")', AnyOf((category("a"), category("b c")))),
        (
            "source:rki.news site:a",
            AllOf((Label("source", "rki.news"), Label("source", "a"))),
        ),
        *[
            (f"lang:{name}", Label("language", "ur"))
            for name in ("ur", "Urdu", "اردو", "ur-PK")
        ],
        ("language:deutsch", Label("language", "de")),
        *[
            (f"{name}:2013-08", Span("published", *AUGUST_2013))
            for name in ("date", "published", "تاریخ", "تاريخ")
        ],
        ("-date:2013-8", Not(Span("published", *AUGUST_2013))),
        (
            "document:2013-08 added:2013-08",
            AllOf((Span("document", *AUGUST_2013), Span("added", *AUGUST_2013))),
        ),
        *[
            (f"{name}:2013-08", Span("published", AUGUST_2013[0], None))
            for name in ("after", "from", "since")
        ],
        *[
            (f"{name}:2013-08", Span("published", None, AUGUST_2013[1]))
            for name in ("before", "to", "until")
        ],
        ("date:today", Span("published", TODAY, TODAY)),
    ],
)
def test_operators_say_where_in_what_and_when(text, node):
    assert node_of(text) == node


@pytest.mark.parametrize("text", ["http://example.org/a?b=1", "12:30", "//a:b"])
def test_an_address_or_a_time_of_day_is_a_phrase(text):
    assert node_of(text) == phrase(text.strip("/"))


def test_a_query_knows_how_many_clauses_it_has():
    assert parse('a -"b c" (d or category:e) date:2013', today=TODAY).clause_count == 5
    assert Query(None).clause_count == 0
    assert Query(None).is_empty
    assert not Query(A).is_empty
