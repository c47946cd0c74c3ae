"""What is offered to a reader who is typing."""

from datetime import date

import pytest

from articles.models import State
from articles.search import engine
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _archive():
    make_article(headline="Peace talks on Ukraine", published_on=date(2013, 8, 17))
    make_article(headline="University meets", categories=(make_category("Peace"),))
    make_article(headline="امن مذاکرات", language="ur")
    make_article(headline="Pearls for peaches", state=State.DRAFT)
    make_article(
        headline="A bird",
        source=make_source("The Peacock"),
        categories=(make_category("World Peace"),),
    )


def offered(text: str) -> list[tuple[str, str]]:
    return [(s.kind, s.label) for s in engine().suggestions(text)]


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("ukr", "Peace talks on Ukraine"),
        ("peace ukr", "Peace talks on Ukraine"),
        ("peace uk", "Peace talks on Ukraine"),
        ("ukraine talks", "Peace talks on Ukraine"),
        ("UNIVERS", "University meets"),
        ("university", "University meets"),
        ("مذا", "امن مذاکرات"),
        ("امن مذاكرات", "امن مذاکرات"),
    ],
)
def test_headlines_are_found_by_their_words_and_a_beginning(typed, label):
    assert ("headline", label) in offered(typed)


def test_categories_and_sources_come_by_the_beginning_of_any_word():
    assert offered("peac") == [
        ("category", "Peace"),
        ("category", "World Peace"),
        ("source", "The Peacock"),
        ("headline", "Peace talks on Ukraine"),
    ]


def test_a_label_that_no_article_in_public_has_is_not_offered():
    draft = {"state": State.DRAFT, "categories": (make_category("Peaceful"),)}
    make_article(**draft)
    make_source("The Peach")
    assert {("category", "Peaceful"), ("source", "The Peach")}.isdisjoint(
        offered("peac")
    )


def test_the_newest_headlines_come_first():
    make_article(headline="Ukraine again")
    assert offered("ukr")[0] == ("headline", "Ukraine again")


def test_each_leads_to_its_page_and_says_its_language():
    category, *_rest, headline = engine().suggestions("peac")
    assert (category.address, category.language) == ("/category/peace/", "en")
    assert headline.address.startswith("/2013/08/17/peace-talks-on-ukraine-")
    assert engine().suggestions("مذا")[0].language == "ur"


@pytest.mark.parametrize(
    "text", ["", " ", "p", '"', "-", "%", "\\", "' or", "*", "the"]
)
def test_what_says_too_little_gets_nothing_and_no_error(text):
    assert isinstance(offered(text), list)


def test_a_percent_sign_is_no_pattern():
    assert offered("%%%") == []
