"""What an article was is kept, whoever changes it and how."""

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, connection, transaction

from articles.models import Article, ArticleVersion, FilingVersion
from tests.factories import make_article, make_category

pytestmark = pytest.mark.django_db


def kept(article):
    versions = ArticleVersion.objects.filter(pgh_obj=article.pk).order_by("pgh_id")
    return [version.headline for version in versions]


def test_a_new_article_has_no_version_but_its_own():
    assert kept(make_article(headline="One")) == []


def test_every_way_to_change_an_article_keeps_what_it_was():
    article = make_article(headline="One")
    article.headline = "Two"
    article.save()
    Article.objects.filter(pk=article.pk).update(headline="سوم")
    article.headline = "Four"
    Article.objects.bulk_update([article], ["headline"])
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_article SET headline = 'Five'")
    assert kept(article) == ["One", "Two", "سوم", "Four"]
    Article.objects.all().delete()
    assert kept(article) == ["One", "Two", "سوم", "Four", "Five"]


def test_a_save_that_changes_nothing_keeps_nothing():
    article = make_article(headline="One")
    article.save()
    assert kept(article) == []


def test_what_an_article_is_filed_under_is_kept_with_the_time():
    world, sport = make_category("World"), make_category("کھیل")
    article = make_article(categories=(world,))
    article.categories.set([sport])
    filings = FilingVersion.objects.filter(article=article).order_by("pgh_id")
    told = {(it.pgh_label, it.category.name) for it in filings}
    assert told == {("filed", "World"), ("unfiled", "World"), ("filed", "کھیل")}


@pytest.mark.parametrize("change", ["UPDATE {} SET pgh_label = 'x'", "DELETE FROM {}"])
@pytest.mark.parametrize("model", [ArticleVersion, FilingVersion])
def test_no_version_is_changed_or_removed(model, change):
    make_article(categories=(make_category(),))
    Article.objects.update(headline="Two")
    with (
        pytest.raises(DatabaseError, match="Cannot update or delete"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change.format(model._meta.db_table))


def test_a_version_says_which_editor_replaced_it(client):
    editor = User.objects.create_superuser("ed")
    client.force_login(editor)
    article = make_article(headline="One", body="Text.")
    form = client.get(f"/admin/articles/article/{article.pk}/change/").context[
        "adminform"
    ]
    values = {name: "" if it is None else it for name, it in form.form.initial.items()}
    moments = {"published_at_0": "", "captured_at_0": "", "categories": []}
    client.post(
        f"/admin/articles/article/{article.pk}/change/",
        {**values, **moments, "headline": "Two", "public_note": "The headline"},
    )
    version = ArticleVersion.objects.get(pgh_obj=article.pk)
    assert version.headline == "One"
    assert version.pgh_context.metadata["user"] == editor.pk
