"""Counts, facets and the histogram."""

from datetime import date

import pytest

from articles.search import Choice, Count
from articles.search.postgres import counting
from tests.factories import make_article, make_category, make_source
from tests.search.asking import search

pytestmark = pytest.mark.django_db


@pytest.fixture
def _archive():
    world, sport = make_category("World"), make_category("Sport")
    times, post = make_source("Times"), make_source("Post")
    make_article(body="flood", categories=(world,), source=times)
    make_article(body="flood", categories=(world, sport), source=post)
    make_article(body="flood", categories=(sport,), published_on=date(2013, 8, 17))
    make_article(body="سیلاب", language="ur", source=times)
    make_article(body="dry", categories=(world,), source=times)


def facets(text: str = "", **fields: object) -> dict[str, dict[str, int]]:
    counts = search(text, **fields).counts()
    return {f.name: {v.value: v.count for v in f.values} for f in counts.facets}


@pytest.mark.usefixtures("_archive")
def test_every_facet_counts_what_was_found():
    assert facets("flood") == {
        "category": {"sport": 2, "world": 2},
        "language": {"en": 3},
        "source": {"post": 1, "times": 1},
    }


@pytest.mark.usefixtures("_archive")
def test_a_facet_leaves_its_own_choice_out_of_its_counts():
    chosen = facets(
        choices={"category": Choice(("sport",)), "source": Choice(("post",))}
    )
    assert chosen == {
        "category": {"sport": 1, "world": 1},
        "language": {"en": 1},
        "source": {"post": 1},
    }


@pytest.mark.usefixtures("_archive")
def test_several_values_are_any_of_them_and_an_excluded_one_is_none_of_it():
    both = search(choices={"category": Choice(("sport", "world"))})
    assert both.count() == Count(4)
    without = search(choices={"category": Choice((), ("sport",))})
    assert without.count() == Count(3)
    assert search(
        choices={"category": Choice(("world",), ("sport",))}
    ).count() == Count(2)


@pytest.mark.usefixtures("_archive")
def test_what_is_chosen_stands_first_be_there_none_of_it():
    counts = search(
        "nowhere", choices={"category": Choice(("world",), ("sport",))}
    ).counts()
    values = [(v.value, v.count, v.selected) for v in counts.facets[0].values]
    assert values == [("sport", 0, "excluded"), ("world", 0, "included")]


@pytest.mark.usefixtures("_archive")
def test_labels_have_a_name_in_its_own_language():
    make_article(categories=(make_category("کھیل"),))
    values = search("date:2025").counts().facets[0].values
    assert {(v.label, v.language) for v in values} >= {("کھیل", "ur"), ("World", "en")}


@pytest.mark.usefixtures("_archive")
def test_the_histogram_covers_the_days_searched():
    counts = search("flood").counts()
    years = [(bar.first.year, bar.count) for bar in counts.histogram.bars]
    assert years[0] == (2013, 1)
    assert years[-1] == (2025, 2)
    assert len(years) == 13
    assert counts.count == 3
    of_month = search("flood", since=date(2025, 4, 1), until=date(2025, 4, 30)).counts()
    assert of_month.histogram.unit == "day"
    assert of_month.count == 2


@pytest.mark.usefixtures("_archive")
def test_a_count_is_exact_up_to_a_limit(monkeypatch):
    monkeypatch.setattr(counting, "COUNTED", 3)
    assert search("flood").count() == Count(3)
    monkeypatch.setattr(counting, "COUNTED", 2)
    assert search("flood").count() == Count(2, is_exact=False)
    assert search("flood").counts().count == 3


def test_an_empty_archive_has_nothing_to_count():
    counts = search().counts()
    assert (counts.count, counts.histogram) == (0, None)
    assert search().count() == Count(0)


def test_a_chosen_value_is_its_slug_and_no_name_of_another():
    plain, other = make_category("Tapir!"), make_category("Tapir")
    make_article(headline="One", categories=(plain,))
    make_article(headline="Two", categories=(other,))
    assert (plain.slug, other.slug) == ("tapir", "tapir-2")
    assert search(choices={"category": Choice(("tapir",))}).count() == Count(1)
    both = Choice(("tapir-2",), ("tapir",))
    assert search(choices={"category": both}).count() == Count(1)
