"""What the archive may have already, while a headline is typed."""

from datetime import date, timedelta

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from articles.desk.likeness import similar
from articles.models import State
from tests.desk_forms import SNIPPETS, make_editor
from tests.factories import make_article

pytestmark = pytest.mark.django_db

DAY = date(2025, 4, 18)


@pytest.fixture
def sara():
    return make_editor("sara")


HEADLINE = "Flood closes the old bridge at Jhelum"


@pytest.mark.parametrize(
    ("headline", "is_found"),
    [
        ("FLOOD closes old bridge at Jhelum", True),
        ("Old bridge at Jhelum closed by flood", True),
        ("Rates rise for the third time", False),
        ("Flood", False),
    ],
)
def test_a_similar_headline_of_these_days_is_found(headline, is_found):
    article = make_article(headline=HEADLINE)
    assert similar(headline, DAY) == [article] * is_found
    assert similar(headline, DAY + timedelta(days=3)) == [article] * is_found
    assert similar(headline, DAY + timedelta(days=4)) == []
    assert similar(headline, DAY, but=article.pk) == []


def test_urdu_is_found_from_any_keyboard():
    article = make_article(
        headline="لاہور میں تیز بارش، کئی علاقے زیرِ آب", language="ur"
    )
    assert similar("لاهور ميں تيز بارش كئی علاقے زیر آب", DAY) == [article]


def test_three_at_most_the_most_similar_first():
    for number in range(5):
        make_article(headline=f"{HEADLINE} ({number})")
    best = make_article(headline=HEADLINE)
    found = similar(HEADLINE, DAY)
    assert len(found) == 3
    assert found[0] == best


def test_what_was_withdrawn_is_told_as_that(sara):
    make_article(headline=HEADLINE, state="withdrawn", withdrawn_reason="An error.")
    found = sara.get(f"{SNIPPETS}likeness/", {"headline": HEADLINE, "day": str(DAY)})
    assertContains(found, "18 April 2025")
    assertContains(found, "withdrawn")


def test_the_form_is_told_with_links_and_states(sara):
    make_article(headline=f"{HEADLINE} <b>", state=State.DRAFT)
    at = f"{SNIPPETS}likeness/"
    found = sara.get(at, {"headline": HEADLINE, "day": "2025-04-19", "pk": "x"})
    assertContains(found, "We may have this:")
    assertContains(found, "&lt;b&gt;")
    assertContains(found, "draft")
    assertNotContains(sara.get(at, {"headline": "Something else"}), "<li>")
    assert sara.get(at, {"day": "no day", "headline": "\0" * 9}).status_code in {
        200,
        400,
    }


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "1500-01-01", "x"])
def test_a_day_that_is_half_typed_is_answered(sara, day):
    make_article(headline=HEADLINE)
    asked = {"headline": HEADLINE, "day": day}
    assert sara.get(f"{SNIPPETS}likeness/", asked).status_code == 200
