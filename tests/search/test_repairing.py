"""Ways on from a search that found nothing."""

from datetime import date

import pytest

from articles.queries.typed import typed
from articles.search import Choice, Count, Repair, engine, repair
from tests.factories import make_article, make_category
from tests.search.asking import request

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _archive():
    make_article(headline="Ukraine peace talks", categories=(make_category("World"),))
    make_article(headline="Ukraine talks resume", published_on=date(2013, 8, 17))
    make_article(headline="یوکرین مذاکرات", language="ur")


def repaired(text: str, **fields: object) -> Repair:
    return repair(engine(), request(text, **fields))


def corrections(text: str, **fields: object) -> list[tuple[str, int]]:
    found = repaired(text, **fields).corrections
    return [(typed(c.request.query.node), c.count.value) for c in found]


def widenings(text: str, **fields: object) -> list[tuple[str, int]]:
    found = repaired(text, **fields).widenings
    return [(widening.dropped, widening.count.value) for widening in found]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ukrane", ("ukraine", 2)),
        ("ukrane peece talks", ("ukraine peace talks", 1)),
        ("headline:ukrane", ("headline:ukraine", 2)),
        ("یوکرن", ("یوکرین", 1)),
        ("ukrane -peace", ("ukraine -peace", 1)),
    ],
)
def test_a_slip_of_the_pen_is_mended_and_counted(text, meant):
    assert corrections(text)[0] == meant


def test_filters_stay_with_a_correction():
    assert corrections("ukrane", since=date(2014, 1, 1)) == [("ukraine", 1)]


def test_a_word_like_no_other_has_no_correction():
    assert corrections("xqzzyw") == []


def test_words_that_are_nowhere_are_named():
    assert [w.text for w in repaired("ukrane talks").missing] == ["ukrane"]
    assert repaired("peace 2013").missing != []


def test_each_condition_that_is_in_the_way_is_dropped_and_counted():
    choices = {"category": Choice(("world",)), "language": Choice(("en",))}
    assert widenings("resume", choices=choices, since=date(2013, 1, 1)) == [
        ("category", 1)
    ]
    assert widenings("resume", since=date(2014, 1, 1)) == [("days", 1)]
    assert widenings("peace resume") == [("part", 1), ("part", 1)]


def test_what_finds_nothing_either_way_is_not_offered():
    assert widenings("xqzzyw", since=date(2014, 1, 1)) == []


def test_a_new_word_is_known_at_once():
    assert corrections("galcier") == []
    make_article(headline="Glacier")
    assert corrections("galcier") == [("glacier", 1)]


def test_counts_are_those_of_the_search():
    assert repaired("ukrane").corrections[0].count == Count(2)
