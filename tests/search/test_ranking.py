"""Hits by best match."""

from datetime import date

import pytest

from articles.search import PAGE_SIZE, Sort
from articles.search.postgres import ranking
from tests.factories import make_article
from tests.search.asking import found, search

pytestmark = pytest.mark.django_db

LONG = "Council meets about roads, schools and what else there is to decide. " * 4


def best(text: str, **fields: object) -> list[str]:
    return found(text, sort=Sort.BEST, **fields)


def test_a_headline_match_outranks_a_body_match():
    make_article(headline="Council meets", body=f"Talk of a flood. {LONG}")
    make_article(
        headline="Flood closes bridge", body=LONG, published_on=date(2001, 1, 1)
    )
    assert best("flood") == ["Flood closes bridge", "Council meets"]


def test_words_that_stand_together_outrank_words_far_apart():
    make_article(headline="Far", body=f"Flood. {LONG} Relief.")
    make_article(headline="Near", body=f"{LONG} Flood relief. {LONG}")
    assert best("flood relief") == ["Near", "Far"]


def test_of_two_that_say_the_same_the_newer_comes_first():
    for year in (2005, 2025, 2015):
        make_article(headline=f"Flood {year}", body="", published_on=date(year, 1, 1))
    assert best("flood") == ["Flood 2025", "Flood 2015", "Flood 2005"]


def test_urdu_is_ranked_too():
    make_article(
        headline="اجلاس", body="سیلاب کی بات۔ " + "اجلاس ہوا۔ " * 30, language="ur"
    )
    make_article(headline="سیلاب آیا", body="پل بند۔", language="ur")
    assert best("سیلاب") == ["سیلاب آیا", "اجلاس"]


def test_pages_go_to_the_end_of_what_was_ranked():
    for number in range(PAGE_SIZE * 2 + 3):
        make_article(headline=f"Flood {number}")
    first, last, beyond = (
        search("flood", sort=Sort.BEST, page=page).hits() for page in (1, 3, 4)
    )
    assert (first.page_count, first.ranked, first.is_all_ranked) == (3, 43, True)
    assert (len(first.hits), len(last.hits), len(beyond.hits)) == (20, 3, 0)
    assert not {h.article.pk for h in first.hits} & {h.article.pk for h in last.hits}


def test_only_the_newest_and_those_in_headlines_are_ranked(monkeypatch):
    monkeypatch.setattr(ranking, "CANDIDATES", 3)
    make_article(headline="Flood", published_on=date(2001, 1, 1))
    make_article(headline="Old", body="flood", published_on=date(2001, 1, 1))
    for number in range(5):
        make_article(headline=f"New {number}", body="flood")
    answer = search("flood", sort=Sort.BEST).hits()
    assert not answer.is_all_ranked
    headlines = [hit.article.headline for hit in answer.hits]
    assert headlines[0] == "Flood"
    assert "Old" not in headlines
    assert len(headlines) == answer.ranked == 4


def test_a_ranking_that_runs_out_of_time_has_a_match_if_there_is_one(monkeypatch):
    monkeypatch.setattr(ranking, "_SECONDS", 0)
    make_article(headline="برف باری", body="", language="ur")
    make_article(body="Flood", headline="Old", published_on=date(2001, 1, 1))
    make_article(body="Flood", headline="Older", published_on=date(1900, 1, 1))
    answer = search("flood", sort=Sort.BEST).hits()
    assert [hit.article.headline for hit in answer.hits] == ["Old"]
    assert not answer.is_all_ranked


def test_without_words_to_be_found_the_newest_come_first():
    make_article(headline="One", published_on=date(2001, 1, 1))
    make_article(headline="Two")
    assert best("") == best("-flood") == best("the") == ["Two", "One"]
