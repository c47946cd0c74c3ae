"""What the fold's migration does with the rows that were there before."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from articles.fulltext import Identity
from articles.models import Article, Category, Source
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db
MIGRATION = import_module("articles.migrations.0003_fold")
IDENTITY = Identity("source_url", "source_id", "published_on", "headline", "body")


@pytest.fixture(autouse=True)
def _before():
    execute(MIGRATION.FOLD_BEFORE)


def execute(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)


def migrate():
    execute(MIGRATION.FOLD)
    fold_rows()


def fold_rows():
    MIGRATION.fold_rows(apps, SimpleNamespace(connection=connection))


def imported(**fields):
    article = make_article(**fields)
    Article.objects.filter(pk=article.pk).update(imported_as=IDENTITY)
    return article


def test_names_and_identities_are_folded_anew_and_back_again():
    category, article = make_category("رائے"), imported(headline="مسئلہ")
    migrate()
    assert Category.objects.get(folded_name="رایے") == category
    again = Article(headline="مسیلہ", body=article.body, published_on="2025-04-18")
    assert Article.objects.same_as(again).get() == article
    assert Article.objects.get().imported_as == Article.objects.get().identity
    execute(MIGRATION.FOLD_BEFORE)
    fold_rows()
    assert Category.objects.get(folded_name="رائے") == category
    assert not Article.objects.same_as(again).exists()
    assert Article.objects.get().imported_as == article.identity


def test_what_an_edited_article_was_imported_as_stays():
    article = imported(headline="Cafe")
    Article.objects.filter(pk=article.pk).update(headline="Café")
    migrate()
    assert Article.objects.get().imported_as == article.identity


def test_labels_of_one_name_become_the_first_one():
    paper = make_source("Écho", name_ur="ایکو")
    other_paper = make_source("Echo", domain="echo.example", name_ur="اخبار")
    opinion, other_opinion = make_category("رائے"), make_category("رایے")
    both, one = (opinion, other_opinion), (other_opinion,)
    imported(headline="One", source=paper, categories=both)
    imported(headline="Two", source=other_paper, categories=one)
    migrate()
    kept = Source.objects.get()
    assert (kept, kept.name, kept.slug) == (paper, "Écho", paper.slug)
    assert (kept.domain, kept.name_ur) == ("echo.example", "ایکو")
    assert Category.objects.get() == opinion
    for article in Article.objects.annotate(computed=IDENTITY):
        assert article.source == paper
        assert list(article.categories.all()) == [opinion]
        assert article.identity == article.computed == article.imported_as


def test_of_two_articles_that_are_one_now_the_public_one_stays(capsys):
    world, culture = make_category("World"), make_category("Culture")
    paper, other_paper = make_source("Echo"), make_source("Écho")
    fields = {"body": "Closed.", "published_on": "2025-04-18"}
    draft = make_article(**fields, headline="Café", source=paper, state="draft")
    public = imported(**fields, headline="Cafe", source=paper, categories=(world,))
    twin = imported(
        **fields, headline="Cafè", source=other_paper, categories=(culture,)
    )
    other = make_article(**fields, headline="Cafes", source=paper)
    migrate()
    assert set(Article.objects.all()) == {public, other}
    assert set(public.categories.all()) == {world, culture}
    assert Article.objects.get(pk=public.pk).imported_as == public.identity
    said = capsys.readouterr().out
    assert f"Article {draft.pk} is article {public.pk} once more" in said
    assert f"Article {twin.pk} is article {public.pk} once more" in said


def test_rows_of_plain_letters_are_left_alone():
    make_category("World")
    make_article(headline="Plain")
    places = "SELECT a.ctid, c.ctid FROM articles_article AS a, articles_category AS c"
    with connection.cursor() as cursor:
        before = cursor.execute(places).fetchall()
        migrate()
        assert cursor.execute(places).fetchall() == before
