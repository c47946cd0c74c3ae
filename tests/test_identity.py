"""By what an article is recognised, and which spellings are one name."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Value

from articles.fulltext import Fold
from articles.models import Article, Category
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db


def folded(text):
    with connection.cursor() as cursor:
        cursor.execute("SELECT archive_fold(%s)", [text])
        return cursor.fetchone()[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("علي", "علی"),
        ("كراچى", "کراچی"),
        ("پاكستان", "پاکستان"),
        ("لاهور", "لاہور"),
        ("لاھور".replace("ھ", "ه"), "لاہور"),
        ("سورة", "سورہ"),
        ("جذبۂ دل", "جذبہ دل"),
        ("مُحَمَّد", "محمد"),
        ("قرآنِ", "قرآن"),
        ("کھلی\u200cخبر", "کھلیخبر"),
        ("خـــبر", "خبر"),
        ("\u200fخبر\u200e", "خبر"),
        ("\ufeffخبر", "خبر"),
        ("۲۰۱۳", "2013"),
        ("٢٠١٣", "2013"),
        ("２０１３", "2013"),
        ("ﻻﮨﻮﺭ", "لاہور"),
        ("ﷲ", "الله"),
        ("World NEWS", "world news"),
        ("ÉCOLE", "école"),
        ("e\u0301cole", "école"),
        ("ﬁre", "fire"),
        ("Ｗｏｒｌｄ", "world"),
        ("ΑΘΗΝΑ", "αθηνα"),
        ("МИР", "мир"),
    ],
)
def test_spellings_of_one_word_fold_alike(one, other):
    assert folded(one) == folded(other)
    assert folded(folded(one)) == folded(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("کھل", "کہل"),
        ("آم", "ام"),
        ("بات", "پات"),
        ("خبر", "خبریں"),
        ("2013", "2014"),
        ("world news", "worldnews"),
    ],
)
def test_different_words_stay_different(one, other):
    assert folded(one) != folded(other)


def test_a_name_is_recognised_in_any_spelling_and_the_first_one_stays():
    first = make_category("کراچی")
    assert Category.objects.recognised("كراچي") == first
    assert Category.objects.called("کَراچی").get().name == "کراچی"
    assert make_category("World") == make_category("WORLD")
    assert Category.objects.count() == 2


@pytest.mark.parametrize(
    "again",
    [
        {"headline": "HARBOUR reopens"},
        {"headline": "Harbour\u200b reopens"},
        {"summary": "A summary.", "byline": "By Ann Lee", "language": "ur"},
        {"state": "draft"},
        {"state": "withdrawn", "withdrawn_reason": "An error."},
    ],
)
def test_without_an_address_source_day_headline_and_body_tell_an_article(again):
    fields = {"headline": "Harbour reopens", "body": "Ships.", "source": make_source()}
    first = make_article(**fields)
    twin = Article(**{**fields, "published_on": date(2025, 4, 18), **again})
    assert Article.objects.same_as(twin).get() == first
    with pytest.raises(IntegrityError, match="article_is_stored_once"):
        Article.objects.bulk_create([twin])


@pytest.mark.parametrize(
    "other",
    [
        {"headline": "Harbour closes"},
        {"body": "SHIPS."},
        {"published_on": date(2025, 4, 19)},
        {"published_on": None, "state": "draft"},
        {"source": None},
        {"source_url": "https://example.org/harbour"},
    ],
)
def test_an_article_that_differs_in_one_of_them_is_another(other):
    fields = {"headline": "Harbour reopens", "body": "Ships.", "source": make_source()}
    make_article(**fields)
    make_article(**{**fields, **other})
    assert Article.objects.count() == 2


def test_an_address_tells_an_article_whatever_else_is_said_of_it():
    make_article(source_url="https://Example.org/a?utm_source=x#top", headline="One")
    twin = Article(source_url="https://example.org/a", headline="Two", body="Other.")
    assert Article.objects.same_as(twin).get().source_url == "https://example.org/a"
    with (
        pytest.raises(IntegrityError, match="article_is_stored_once"),
        transaction.atomic(),
    ):
        Article.objects.bulk_create([twin])
    make_article(source_url="https://example.org/b", headline="One")


def test_an_address_is_looked_up_in_its_normal_form():
    article = make_article(source_url="https://example.org/a")
    found = Article.objects.filter(source_url="HTTPS://EXAMPLE.org/a#part")
    assert found.get() == article


def test_two_articles_without_any_value_are_one():
    make_article(headline="", body="", published_on=None, state="draft")
    with pytest.raises(IntegrityError, match="article_is_stored_once"):
        make_article(headline="", body="", published_on=None, state="draft")


def test_an_article_is_not_its_own_twin():
    article = make_article()
    assert not Article.objects.same_as(article).exists()


def test_the_database_and_a_query_fold_with_one_function():
    category = make_category("Ünï ﬁ ۲۰۱۳")
    category.refresh_from_db()
    assert Category.objects.filter(folded_name=Fold(Value("ÜNÏ FI 2013"))).exists()
    assert category.folded_name == "uni fi 2013"
