"""The search follows the articles, whoever writes them and however."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection

from articles.models import Article, SearchEntry, State, Word
from tests.factories import make_article, make_category, make_source
from tests.search.asking import found

pytestmark = pytest.mark.django_db


def sql(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_a_new_article_is_found_at_once():
    make_article(headline="Glacier retreats")
    assert found("glacier") == ["Glacier retreats"]


def test_a_changed_headline_is_found_and_the_old_one_is_not():
    article = make_article(headline="Glacier retreats", body="Ice.")
    article.headline = "Moraine grows"
    article.save()
    assert found("moraine") == ["Moraine grows"]
    assert found("glacier") == []


def test_many_are_found_after_one_statement():
    for _ in range(3):
        make_article(body="Ice.")
    Article.objects.update(body="Moraine.")
    assert len(found("moraine")) == 3
    assert found("ice") == []


def test_bulk_writes_and_plain_sql_are_found():
    Article.objects.bulk_create(
        Article(headline=name, state=State.PUBLISHED, published_on=date(2025, 4, 18))
        for name in ("One glacier", "Two glaciers")
    )
    sql("UPDATE articles_article SET summary = 'moraine' WHERE headline LIKE 'Two%%'")
    assert found("glacier") == ["Two glaciers", "One glacier"]
    assert found("moraine") == ["Two glaciers"]


def test_a_withdrawn_article_is_found_no_more():
    article = make_article(headline="Glacier retreats")
    Article.objects.update(state=State.WITHDRAWN, withdrawn_reason="A mistake.")
    assert found("glacier") == found() == []
    Article.objects.update(state=State.PUBLISHED)
    assert found("glacier") == [article.headline]


def test_a_draft_has_an_entry_that_no_search_finds():
    draft = make_article(headline="Glacier", state=State.DRAFT)
    assert found("glacier") == found() == found("-moraine") == []
    assert SearchEntry.objects.get(article=draft).day is None


def test_a_deleted_article_takes_its_entry_along():
    make_article(headline="One")
    sql("DELETE FROM articles_article_categories")
    sql("DELETE FROM articles_article")
    assert not SearchEntry.objects.exists()
    make_article(headline="Two").delete()
    assert not SearchEntry.objects.exists()


def test_categories_are_followed_when_they_are_added_moved_and_removed():
    world, sport = make_category("World"), make_category("Sport")
    article = make_article(headline="One", categories=(world,))
    assert found("category:world") == ["One"]
    article.categories.add(sport)
    assert found("category:sport") == found("category:world") == ["One"]
    article.categories.remove(world)
    assert (found("category:world"), found("category:sport")) == ([], ["One"])
    sql("UPDATE articles_article_categories SET category_id = %s", world.pk)
    assert (found("category:world"), found("category:sport")) == (["One"], [])


def test_a_moved_day_source_and_language_are_followed():
    article = make_article(headline="One")
    article.published_on, article.language = date(2013, 8, 17), "ur"
    article.source = make_source("The Dawn")
    article.save()
    assert found("date:2013-08 lang:ur source:the-dawn") == ["One"]
    assert found("date:2025") == []


def test_the_days_of_document_and_import_are_found():
    captured = datetime(2024, 2, 3, 23, 30, tzinfo=UTC)
    make_article(headline="One", captured_at=captured, imported_at=captured)
    assert found("document:2024-02-03") == found("added:2024-02") == ["One"]
    assert found("document:2024-02-04") == found("added:2023") == []


def test_a_change_that_no_search_sees_writes_no_entry():
    article = make_article(headline="One")
    with connection.cursor() as cursor:
        place = "SELECT ctid FROM articles_searchentry"
        cursor.execute(place)
        before = cursor.fetchone()
        article.source_url = "https://example.org/one"
        article.save()
        cursor.execute(place)
        assert cursor.fetchone() == before


def test_words_of_headlines_are_kept_folded_and_once():
    make_article(headline="Maëlle said 2013 و Maelle")
    make_article(headline="MAËLLE")
    assert set(Word.objects.values_list("word", flat=True)) == {"maelle", "said"}
