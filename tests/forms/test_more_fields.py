"""Fields that each ask for one thing, and the text that they become together."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.forms import MoreFieldsForm
from articles.forms.composing import composed
from articles.queries import AllOf, Field, Not, Query, Words, parse, typed
from tests.queries.test_totality import PARTS

TODAY = date(2025, 5, 17)
EMPTY = dict.fromkeys(MoreFieldsForm.base_fields, "")
# What means something in the search box, which in these fields it does not.
TEXTS = st.lists(st.sampled_from([*PARTS, " "]) | st.characters()).map("".join)


def text_of(typed_text: str = "", **fields: str) -> str:
    form = MoreFieldsForm(fields)
    assert form.is_valid(), form.errors
    return form.text(typed_text)


def nodes_of(text: str):
    node = parse(text, today=TODAY).node
    return list(node.nodes) if isinstance(node, AllOf) else [node] if node else []


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"all": "flood relief"}, "flood relief"),
        ({"all": "سیلاب، امداد"}, "سیلاب امداد"),
        ({"all": "econom* سیاس*"}, "econom* سیاس*"),
        ({"phrase": "flood relief"}, '"flood relief"'),
        ({"phrase": "سیلاب کی امداد"}, '"سیلاب کی امداد"'),
        ({"phrase": "“flood” relief"}, '"flood relief"'),
        ({"any": "river canal دریا"}, "river or canal or دریا"),
        ({"any": "river"}, "river"),
        ({"none": "goal کھیل"}, "-goal -کھیل"),
        ({"headline": "flood سیلاب"}, "headline:(flood سیلاب)"),
        ({"place": "New York"}, 'place:"New York"'),
        ({"place": "کراچی"}, 'place:"کراچی"'),
        ({"by": "Ann Lee"}, 'by:"Ann Lee"'),
        ({"document_from": "2013-08"}, "document:2013-08/"),
        ({"document_to": "۲۰۱۳"}, "document:/2013"),
        ({"document_from": "2013", "document_to": "2013"}, "document:2013"),
        ({"added_from": "2025-04", "added_to": "2025"}, "added:2025-04/2025"),
        ({"all": "  ", "phrase": '"', "any": "()", "none": "-", "by": "…"}, ""),
    ],
)
def test_each_field_is_typed_as_a_reader_would_type_it(fields, text):
    assert text_of(**fields) == text


def test_what_stands_in_the_box_is_asked_for_together_with_all_fields():
    fields = {
        "all": "flood",
        "any": "a b",
        "none": "c",
        "by": "Lee",
        "added_to": "2013",
    }
    assert text_of("river or دریا", **fields) == (
        '(river or دریا) flood (a or b) -c by:"Lee" added:/2013'
    )


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("-flood --relief", "flood relief"),
        ("category:sport", "category sport"),
        ("(river or canal)", "river 'or' canal"),
        ('"flood relief"', "flood relief"),
        ("date:2013-08", "date 2013-08"),
        ("سرخی:سیلاب", "سرخی سیلاب"),
    ],
)
def test_in_a_field_every_word_is_a_word(words, text):
    assert text_of(all=words) == text


@settings(deadline=None)
@given(TEXTS)
def test_no_text_in_a_field_asks_for_anything_but_its_words(text):
    asked = {
        name: nodes_of(composed("", EMPTY | {name: text}, today=TODAY))
        for name in ("all", "none", "headline", "place")
    }
    assert all(isinstance(node, Words) for node in asked["all"])
    excluded = [node.node for node in asked["none"] if isinstance(node, Not)]
    assert excluded == asked["all"]
    assert [node.text for node in asked["headline"]] == [w.text for w in asked["all"]]
    assert {node.field for node in asked["headline"]} <= {Field.HEADLINE}
    assert [node.field for node in asked["place"]] in ([], [Field.PLACE])


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_what_was_typed_stays_what_it_was_and_needs_no_remark(text, words):
    query = parse(composed(text, EMPTY | {"all": words}, today=TODAY), today=TODAY)
    assert query.notes == ()
    alone = composed(text, EMPTY, today=TODAY)
    assert alone == typed(parse(text, today=TODAY).node)
    assert parse(alone, today=TODAY) == Query(parse(text, today=TODAY).node)


@pytest.mark.parametrize("name", ["document", "added"])
def test_a_span_that_ends_before_it_begins_is_refused_at_its_end(name):
    form = MoreFieldsForm({f"{name}_from": "2014", f"{name}_to": "2013-12"})
    assert form.errors == {f"{name}_to": ["The span ends before it begins."]}


@pytest.mark.parametrize("name", ["document_from", "document_to", "added_from"])
def test_what_is_no_day_is_refused_where_it_stands(name):
    form = MoreFieldsForm({name: "جلد"})
    assert form.errors == {
        name: ["Write a year, a month or a day, as in 2025, 2025-04 or 2025-04-18."]
    }


@pytest.mark.parametrize("letter", ["a", "ب"])
def test_a_field_takes_no_more_than_the_box_does(letter):
    assert MoreFieldsForm({"any": letter * 1000}).is_valid()
    assert list(MoreFieldsForm({"any": letter * 1001}).errors) == ["any"]


def test_the_fields_were_sent_also_when_nothing_is_filled_in():
    assert MoreFieldsForm({"q": "a", "by": ""}).is_sent
    assert not MoreFieldsForm({"q": "a"}).is_sent
