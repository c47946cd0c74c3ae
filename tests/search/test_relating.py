"""Articles on the same matter, and those before and after one in a category."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, State
from articles.search import Around, engine
from articles.search.postgres import relating
from tests.factories import make_article, make_category

pytestmark = pytest.mark.django_db

DAY = date(2025, 4, 18)
HEADLINE = "Ferry to Gwadar resumes after storm"


@pytest.fixture(autouse=True)
def _archive():
    """An archive of some size, where two words of the headline are common ones."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE pg_class SET reltuples = 10000, relpages = 100"
            " WHERE oid = 'articles_searchentry'::regclass"
        )
    for number in range(40):
        make_article(
            headline=f"Storm delays ferry {number}",
            published_on=DAY - timedelta(days=200 + number),
        )


def told(**fields) -> Article:
    return make_article(**{"headline": HEADLINE, **fields})


def related_to(article: Article) -> list[Article]:
    keys = related_keys(article)
    found = Article.objects.in_bulk(keys)
    return [found[key] for key in keys]


def related_keys(article: Article) -> list[int]:
    around = engine().around(article, None)
    assert around.is_whole
    return around.related


def test_of_two_weeks_come_first_and_then_those_that_share_more():
    article = told()
    far = told(published_on=DAY - timedelta(days=15), body="Far.")
    one = make_article(headline="Gwadar plans", published_on=DAY - timedelta(days=14))
    two = make_article(headline="Gwadar resumes", published_on=DAY + timedelta(days=14))
    assert related_to(article)[:3] == [two, one, far]


def test_those_that_share_rarer_words_come_first():
    article = told()
    common = make_article(headline="A storm and a ferry")
    rare = make_article(headline="Gwadar resumes")
    assert related_to(article)[:2] == [rare, common]


def test_words_that_no_other_headline_has_do_not_hide_the_others():
    unique = "zebra yak xenon wombat vole urchin"
    article = make_article(headline=f"{unique} Gwadar resumes")
    twin = make_article(headline="Gwadar resumes")
    assert related_to(article) == [twin]


def test_what_shares_one_common_word_is_not_related():
    article = make_article(headline="Storm over Lisbon")
    assert related_to(article) == []


def test_an_article_is_not_related_to_itself_and_six_are_most():
    article = told()
    others = {told(body=f"Other {number}.").pk for number in range(8)}
    found = related_keys(article)
    assert len(found) == relating.MOST
    assert set(found) < others


def test_what_is_not_in_public_is_never_related():
    article = told()
    told(body="A draft.", state=State.DRAFT)
    told(body="Gone.", state=State.WITHDRAWN, withdrawn_reason="An error.")
    old = {"published_on": DAY - timedelta(days=400)}
    told(body="A draft.", state=State.DRAFT, **old)
    told(body="Gone.", state=State.WITHDRAWN, withdrawn_reason="An error.", **old)
    assert {a.state for a in related_to(article)} == {State.PUBLISHED}


def test_it_is_in_the_language_of_the_article():
    urdu = make_article(headline="گوادر کی بندرگاہ کھل گئی", language="ur")
    twin = make_article(headline="گوادر میں بارش", language="ur", body="بارش۔")
    make_article(headline="گوادر میں بارش", language="ar", body="مطر.")
    assert related_to(urdu) == [twin]


@pytest.mark.parametrize(
    "headline", ["", "the of", "' \\ & | ! ( ) :* <-> %s", "'\\", "word " * 200, "؟!"]
)
def test_any_headline_has_an_answer(headline):
    article = Article(headline=headline[:1000].strip(), published_on=DAY, pk=1)
    assert isinstance(related_keys(article), list)


@pytest.mark.parametrize("day", [date(1500, 1, 1), date(2500, 12, 31)])
def test_the_first_and_the_last_day_have_neighbours_too(day):
    article, twin = told(published_on=day), told(published_on=day, body="Twin.")
    assert related_to(article)[0] == twin


def test_a_draft_without_a_day_has_none():
    assert related_keys(told(published_on=None, state=State.DRAFT)) == []


def test_it_ends_when_its_time_is_up(monkeypatch):
    ferries = make_category("Ferries")
    before, article = (told(body=text, categories=(ferries,)) for text in "ab")
    monkeypatch.setattr(relating, "_WORDS", "SELECT pg_sleep(9)")
    around = engine().around(article, ferries)
    assert around == Around(earlier=before.pk, is_whole=False)


def test_a_few_statements_do_whatever_there_is():
    def statements(article: Article) -> int:
        with CaptureQueriesContext(connection) as queries:
            related_keys(article)
        return len(queries)

    few = statements(told())
    for number in range(10):
        told(body=f"Other {number}.")
    assert statements(told(body="Again.")) == few


def test_steps_are_by_day_then_by_number_and_of_the_category():
    ferries, other = make_category("Ferries"), make_category("Other")
    before, here, after = (told(body=text, categories=(ferries,)) for text in "abc")
    told(body="d", categories=(other,))
    old = told(body="e", categories=(ferries,), published_on=date(1947, 8, 14))
    new = told(body="f", categories=(ferries,), published_on=date(2499, 1, 1))

    def steps(article: Article) -> tuple[int | None, int | None]:
        around = engine().around(article, ferries)
        return around.earlier, around.later

    assert steps(here) == (before.pk, after.pk)
    assert steps(before) == (old.pk, here.pk)
    assert steps(after) == (here.pk, new.pk)
    assert steps(old) == (None, before.pk)
    assert steps(new) == (after.pk, None)


def test_a_step_never_leads_to_what_is_not_in_public():
    ferries = make_category("Ferries")
    told(categories=(ferries,), state=State.DRAFT, body="a")
    here = told(categories=(ferries,), body="b")
    gone = {"state": State.WITHDRAWN, "withdrawn_reason": "An error."}
    told(categories=(ferries,), body="c", **gone)
    around = engine().around(here, ferries)
    assert (around.earlier, around.later) == (None, None)
