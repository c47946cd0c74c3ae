"""The invented archive of the bench: as large as wanted, and always the same."""

from collections import Counter

import pytest

from articles.datelines import dateline_of
from bench.search import labels, texts, words


@pytest.fixture(scope="module")
def articles():
    return [texts.article(number) for number in range(3000)]


@pytest.fixture(scope="module")
def counted(articles):
    bodies = (a.body.removeprefix(a.dateline) for a in articles if a.language == "en")
    return Counter(word for body in bodies for word in plain(body))


def plain(text):
    return text.lower().replace(".", "").replace("۔", "").split()


def test_an_article_depends_on_seed_and_number_alone(articles):
    texts.article(5)
    assert texts.article(2000) == articles[2000]
    assert texts.article(2000, seed=2) != articles[2000]
    assert len({article.body for article in articles}) == len(articles)


def test_words_of_a_language_differ_and_are_known_by_rank():
    for language, types in [("en", 120_000), ("ur", 40_000)]:
        by_rank = words.vocabulary(language).by_rank
        assert len(set(by_rank)) == len(by_rank) == types
    assert (words.word(1), words.word(1, "ur")) == ("the", "کے")


def test_the_first_words_are_those_of_any_other_day():
    assert words.word(1000) == "stichint"
    assert words.phrase(1) == "nanchap cregluvan"


def test_lengths_lie_in_their_bounds(articles):
    for article in articles:
        body = plain(article.body.removeprefix(f"{article.dateline} — "))
        assert 200 <= len(body) <= 600
        assert 6 <= len(article.headline.split()) <= 12
        assert 1 <= len(article.category_ids) <= 3


def test_a_body_has_all_words_of_its_headline(articles):
    for article in articles:
        assert set(plain(article.headline)) <= set(plain(article.body))


def test_datelines_are_such_as_the_archive_finds(articles):
    assert all(dateline_of(article.body) == article.dateline for article in articles)
    assert {bool(article.dateline) for article in articles} == {True, False}


def test_one_article_in_ten_is_urdu_and_a_third_was_captured(articles):
    urdu = sum(article.language == "ur" for article in articles)
    captured = sum(article.captured_at is not None for article in articles)
    assert urdu / len(articles) == pytest.approx(0.1, abs=0.02)
    assert captured / len(articles) == pytest.approx(1 / 3, abs=0.03)


def test_days_fill_thirty_years_in_no_order(articles):
    days = [article.published_on for article in articles]
    assert {day.year for day in days} == set(range(1996, 2026))
    assert days != sorted(days)
    assert 0.53 < sum(day.year >= 2011 for day in days) / len(days) < 0.62


def test_a_word_is_the_rarer_the_higher_its_rank(counted):
    # By Zipf's law ten times as many words of ten times the rank are as frequent.
    tens, hundreds, thousands = (
        sum(counted[words.word(rank)] for rank in range(first, 2 * first, 10))
        for first in (100, 1000, 10_000)
    )
    assert tens / hundreds == pytest.approx(1, abs=0.2)
    assert hundreds / thousands == pytest.approx(1, abs=0.2)
    assert counted["the"] > 1.5 * counted["and"] > 2.5 * counted["on"]


def test_phrases_stand_in_as_many_articles_as_their_topic_has(articles):
    bodies = [article.body.lower() for article in articles]
    found = [sum(words.phrase(of) in body for body in bodies) for of in (0, 10)]
    assert found[0] > 5 * found[1] > 0


def test_sources_and_categories_are_all_in_use(articles):
    of_articles = {key for article in articles for key in article.category_ids}
    assert of_articles == set(range(1, len(labels.CATEGORIES) + 1))
    numbered = range(1, len(labels.SOURCES) + 1)
    assert {article.source_id for article in articles} == set(numbered)
    assert (len(labels.SOURCES), len(labels.CATEGORIES)) == (25, 40)
