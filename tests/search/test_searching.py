"""What each part of the query language finds."""

from datetime import date

import pytest

from tests.factories import make_article, make_category, make_source
from tests.search.asking import found, search

pytestmark = pytest.mark.django_db


@pytest.fixture
def _archive():
    world, sport = make_category("World News"), make_category("Sport")
    rki = make_source("RKI", domain="rki.news")
    make_article(
        headline="Floods in Karachi",
        body="KARACHI, Aug 17 (Reuters) - Flood relief came late. Taxes were cut.",
        byline="Ann Lee",
        published_on=date(2013, 8, 17),
        categories=(world,),
        source=rki,
    )
    make_article(
        headline="Relief for the team",
        body="After the flood of goals the cutting of taxes was talked about.",
        published_on=date(2013, 10, 1),
        categories=(sport,),
    )
    make_article(
        headline="Economists of the university meet in Paris",
        body="PARIS, March 3 - COVID-19 and peace-talks and/or trade.",
        byline="By Will Ray",
        published_on=date(2014, 3, 3),
        categories=(world, sport),
    )
    make_article(
        headline="سیلاب سے کراچی متاثر",
        body="امدادی کام جاری ہے۔",
        language="ur",
        published_on=date(2015, 1, 1),
    )


FLOODS, TEAM = "Floods in Karachi", "Relief for the team"
MEETING, URDU = "Economists of the university meet in Paris", "سیلاب سے کراچی متاثر"


@pytest.mark.usefixtures("_archive")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [URDU, MEETING, TEAM, FLOODS]),
        ("flood", [TEAM, FLOODS]),
        ("flooding relief", [TEAM, FLOODS]),
        ('"flood relief"', [FLOODS]),
        ("“flood relief”", [FLOODS]),
        ("flood -karachi", [TEAM]),
        ("-flood", [URDU, MEETING]),
        ("karachi or paris", [MEETING, FLOODS]),
        ("flood (karachi or paris)", [FLOODS]),
        ("flood -(karachi or goals)", []),
        ("econom*", [MEETING]),
        ("universit*", [MEETING]),
        ("headline:relief", [TEAM]),
        ("headline:taxes", []),
        ('headline:"team relief"', []),
        ('headline:"relief for the team"', [TEAM]),
        ("headline:econ*", [MEETING]),
        ("headline:(relief or floods)", [TEAM, FLOODS]),
        ("place:paris", [MEETING]),
        ("place:karachi", [FLOODS]),
        ('by:"ann lee"', [FLOODS]),
        ("by:will", [MEETING]),
        ("ann", [FLOODS]),
        ('category:"World News"', [MEETING, FLOODS]),
        ("category:world-news -category:sport", [FLOODS]),
        ("source:rki.news", [FLOODS]),
        ("source:rki", [FLOODS]),
        ("lang:ur", [URDU]),
        ("کراچی", [URDU]),
        ("كراچي", [URDU]),
        ("date:2013", [TEAM, FLOODS]),
        ("date:2013-08", [FLOODS]),
        ("date:2013-08/2013-10", [TEAM, FLOODS]),
        ("date:2013-08-17", [FLOODS]),
        ("date:/2013-08-17", [FLOODS]),
        ("after:2014", [URDU, MEETING]),
        ("before:2013-10", [TEAM, FLOODS]),
        ("date:2013-08 or lang:ur", [URDU, FLOODS]),
        ("-date:2013", [URDU, MEETING]),
        ("covid 19", [MEETING]),
        ("covid-19", [MEETING]),
        ("peace talks", [MEETING]),
        ("trade and/or peace", [MEETING]),
        ("the flood", [TEAM, FLOODS]),
        ("the", [URDU, MEETING, TEAM, FLOODS]),
        ("the or flood", [TEAM, FLOODS]),
        ("nowhere", []),
    ],
)
def test_it_finds(text, expected):
    assert found(text) == expected


@pytest.mark.usefixtures("_archive")
def test_an_unknown_label_is_searched_as_text_and_said():
    answer = search("category:paris flood")
    assert [label.name for label in answer.understood.unknown] == ["paris"]
    assert answer.hits().hits == []
    assert found("category:paris") == [MEETING]


@pytest.mark.usefixtures("_archive")
def test_words_too_common_are_left_out_and_said():
    ignored = search('the flood "of the" headline:of').understood.ignored
    assert [words.text for words in ignored] == ["the", "of the", "of"]


def test_accents_make_no_difference():
    make_article(headline="Maëlle’s café")
    make_article(headline="Maelle")
    assert len(found("maelle")) == len(found("Maëlle")) == 2
    assert len(found("cafe")) == 1


def test_an_empty_archive_has_nothing():
    assert found("flood") == found() == []


def test_a_stop_word_of_one_language_is_a_word_in_another():
    make_article(headline="War escalates", body="Peace.")
    make_article(headline="Peace lasts", body="Quiet.")
    make_article(headline="Die Mannschaft war müde", body="Ende.", language="de")
    assert found("war escalates") == ["War escalates"]
    assert found("-war peace") == ["Peace lasts"]
    assert found("die mannschaft") == ["Die Mannschaft war müde"]
    assert search("war").understood.ignored == ()
