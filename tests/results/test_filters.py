"""Values to choose from, and the active filters: each leads where it says."""

from datetime import date

import pytest

from articles.results import Choosable, Results
from tests.factories import make_article, make_category, make_source
from tests.results.asking import asked_at, count_at, results_at

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _archive():
    world, sport = make_category("World News"), make_category("Sport & Games")
    games, rki = make_category("کھیل"), make_source("RKI")
    make_article(body="flood", categories=(world,), source=rki)
    make_article(body="flood", categories=(world, sport), source=rki)
    make_article(body="flood", categories=(sport,), source=make_source("Post"))
    make_article(body="سیلاب flood", categories=(games, sport), language="ur")
    make_article(body="flood", published_on=date(2013, 8, 17))
    make_article(body="dry", categories=(world,))


def value(results: Results, label: str) -> Choosable:
    """A value of any facet, by what it is called."""
    facets = results.counting.facets
    values = [value for facet in facets for value in (*facet.first, *facet.rest)]
    return next(value for value in values if value.label == label)


def test_each_value_leads_to_as_many_articles_as_it_says():
    found = results_at("q=flood")
    for facet in found.counting.facets:
        for each in facet.first:
            assert count_at(each.address) == each.count
            assert count_at(each.exclude_address) == 5 - each.count


def test_several_values_of_a_facet_find_what_has_any_of_them():
    one = results_at(value(results_at("q=flood"), "World News").address)
    both = results_at(value(one, "کھیل").address)
    assert both.asked.address().endswith(
        "category=world-news&category=%DA%A9%DA%BE%DB%8C%D9%84"
    )
    assert both.counting.count.value == 3
    assert {value(both, label).selected for label in ("World News", "کھیل")} == {
        "included"
    }
    assert value(both, "Sport & Games").selected is None


def test_values_of_two_facets_find_what_has_both():
    one = results_at(value(results_at("q=flood"), "Sport & Games").address)
    assert value(one, "RKI").count == 1
    assert count_at(value(one, "RKI").address) == 1


def test_a_choice_leaves_the_other_values_of_its_facet_and_their_counts():
    before = results_at("q=flood").counting.facets[0]
    after = results_at("q=flood&category=sport-games").counting.facets[0]
    counts = [{v.label: v.count for v in facet.first} for facet in (before, after)]
    assert counts[0] == counts[1] == {"Sport & Games": 3, "World News": 2, "کھیل": 1}
    assert after.first[0].label == "Sport & Games"


@pytest.mark.parametrize("sign", ["", "-"])
def test_what_is_chosen_is_taken_back_by_the_same_link(sign):
    found = results_at(f"q=flood&from=2025&category={sign}کھیل")
    assert value(found, "کھیل").address == "/search/?q=flood&from=2025"
    assert value(found, "کھیل").selected == ("excluded" if sign else "included")


def test_one_link_leaves_out_what_was_chosen():
    found = results_at("q=flood&category=sport-games&category=world-news")
    without = value(found, "Sport & Games").exclude_address
    assert without == "/search/?q=flood&category=world-news&category=-sport-games"
    assert count_at(without) == 1


def test_active_filters_stand_in_the_order_of_the_address_each_in_its_script():
    query = (
        "from=2013&to=2025-04&category=world-news&category=-کھیل&source=rki&lang=-ur"
    )
    chips = results_at(query).chips
    assert [(chip.label, chip.direction, chip.is_excluded) for chip in chips] == [
        ("January 2013 to April 2025", "auto", False),
        ("World News", "ltr", False),
        ("کھیل", "rtl", True),
        ("RKI", "ltr", False),
        ("اردو", "rtl", True),
    ]


def test_each_active_filter_takes_itself_away_and_no_other():
    found = results_at(
        "from=2013&category=world-news&category=-کھیل&source=rki&lang=en"
    )
    labels = [chip.label for chip in found.chips]
    assert len(labels) == 5
    for chip in found.chips:
        left = [other.label for other in results_at(chip.address).chips]
        assert left == [label for label in labels if label != chip.label]


def test_all_filters_are_taken_away_at_once_and_the_words_stay():
    found = results_at("q=flood&from=2013&category=-کھیل&lang=en&sort=oldest")
    assert found.unfiltered == "/search/?q=flood&sort=oldest"
    assert results_at(found.unfiltered).chips == []


def test_eight_values_are_shown_and_the_others_kept_behind():
    for number in range(9):
        make_article(body="ice", categories=(make_category(f"Kind {number}"),))
    facet = results_at("q=ice").counting.facets[0]
    assert (len(facet.first), len(facet.rest), facet.total) == (8, 1, 9)


def test_a_name_is_escaped_once_wherever_it_stands(client):
    page = client.get("/search/?q=flood&category=-sport-games").content.decode()
    assert "Remove filter: not Sport &amp; Games" in page
    assert page.count("Sport &amp; Games") == page.count("Sport &")
    assert "&amp;amp;" not in page


def test_days_that_were_typed_are_no_filter():
    assert results_at("q=flood+date:2013").chips == []
    assert asked_at("q=flood+date:2013").request.days()[0] == date(2013, 1, 1)
