"""Merges beside imports and their undoing: nothing is lost, and nothing is twice."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, connection, connections, transaction
from pytest_django.asserts import assertContains

from articles.desk.merging import BusyError, merge
from articles.desk.renaming import save
from articles.importing.undoing import undo
from articles.models import Article, Category, Source
from tests.factories import make_article, make_category, make_source
from tests.records import make_record, store
from tests.test_undoing import article, filed, imported, record
from tests.waiting import wait_for_one_that_waits

pytestmark = pytest.mark.django_db(transaction=True)


def apart(function, *arguments, **options):
    """Run it in a thread, on a connection of its own."""
    try:
        return function(*arguments, **options)
    finally:
        connections.close_all()


def test_an_import_that_files_meanwhile_files_under_what_is_left():
    world, old = make_category("World"), make_category("Old")
    paper, other = make_source("Paper"), make_source("Other")
    records = [make_record(source="Other", categories=("Old",)) for _ in range(20)]
    store(*records[:10])
    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            merge([old], world)
            merge([other], paper)
            storing = threads.submit(apart, store, *records)
            wait_for_one_that_waits()
        summary = storing.result()
    assert (summary.stored, summary.unchanged, summary.refused) == (10, 10, 0)
    assert (Category.objects.get(), Source.objects.get()) == (world, paper)
    assert world.article_set.count() == paper.article_set.count() == 20


def test_a_merge_waits_for_an_import_and_moves_what_it_filed():
    world, old = make_category("World"), make_category("Old")
    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            store(make_record(categories=("Old",)))
            merging = threads.submit(apart, merge, [old], world)
            wait_for_one_that_waits()
        assert [move.article_count for move in merging.result()] == [1]
    assert world.article_set.count() == 1


def test_what_an_editor_files_meanwhile_is_moved_too():
    world, old = make_category("World"), make_category("Old")
    one, two = make_article(categories=(old,)), make_article()
    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            Article.objects.filter(pk=one.pk).update(byline="By Ann Lee")
            merging = threads.submit(apart, merge, [old], world)
            wait_for_one_that_waits()
            two.categories.add(old)
        merging.result()
    assert world.article_set.count() == 2


def test_who_waits_too_long_for_an_import_is_told(monkeypatch):
    world, old = make_category("World"), make_category("Old")
    limit = "SET LOCAL lock_timeout = '100ms'"
    monkeypatch.setattr("articles.desk.merging._LIMIT", limit)
    with ThreadPoolExecutor(1) as threads, transaction.atomic():
        store(make_record())
        with pytest.raises(BusyError):
            threads.submit(apart, merge, [old], world).result()
    assert Category.objects.count() == 2


def test_what_was_imported_is_recognised_after_a_merge_also_once_corrected():
    paper = make_source("Paper")
    records = [make_record(source="Old") for _ in range(2)]
    store(*records)
    Article.objects.filter(headline=records[0].headline).update(headline="Better")
    merge([Source.objects.get(name="Old")], paper)
    again = store(*records)
    assert (again.stored, again.unchanged, again.left) == (0, 1, 1)


@pytest.mark.parametrize("kind", ["category", "source"])
def test_an_import_is_taken_back_after_what_it_filed_under_was_merged(tmp_path, kind):
    batch = imported(tmp_path, record(1, source="Old", categories=["Old"]), record(2))
    model = {"category": Category, "source": Source}[kind]
    into = {"category": make_category, "source": make_source}[kind]("New")
    merge([model.objects.get(name="Old")], into)
    told = undo(batch, user=None)
    assert (told.removed, told.left) == (2, 0)
    assert not Article.objects.exists()


def test_what_an_import_updated_is_given_back_to_what_is_left(tmp_path):
    imported(tmp_path, record(1, source="Old", categories=["Old", "Both"]))
    changed = record(1, source="New", categories=["New", "Both"])
    batch = imported(tmp_path, changed, update=True)
    merge([Category.objects.get(name="Old")], make_category("کھیل"))
    merge([Source.objects.get(name="Old")], make_source("اخبار"))
    told = undo(batch, user=None)
    assert (told.restored, told.left) == (1, 0)
    assert article(1).source.name == "اخبار"
    assert sorted(filed(1)) == ["Both", "کھیل"]


def test_what_was_filed_before_an_import_stays_filed_when_that_is_merged(tmp_path):
    imported(tmp_path, record(1, categories=["World"]))
    batch = imported(tmp_path, record(1, categories=["World", "New"]), update=True)
    merge([Category.objects.get(name="New")], make_category("World"))
    undo(batch, user=None)
    assert filed(1) == ["World"]


def test_a_circle_of_waiting_is_broken_and_the_merge_begins_anew():
    world, old = make_category("World"), make_category("Old")
    one = make_article(categories=(old,))
    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            Category.objects.select_for_update().get(pk=old.pk)
            merging = threads.submit(apart, merge, [old], world)
            wait_for_one_that_waits()
            with connection.cursor() as cursor:  # the merge is to be the one that ends
                cursor.execute("SET LOCAL deadlock_timeout = '20s'")
            Article.objects.filter(pk=one.pk).update(byline="By Ann Lee")
        merging.result()
    assert Article.objects.get().byline == "By Ann Lee"
    assert world.article_set.get() == one


@pytest.mark.parametrize("kind", ["category", "source"])
def test_a_label_that_is_merged_while_it_is_renamed_is_not_there_again(
    admin_client, kind
):
    make = {"category": make_category, "source": make_source}[kind]
    into, old = make("World"), make("Wrold")
    address = f"/admin/articles/{kind}/{old.pk}/change/"
    typed = {"name": "Globe", "name_ur": "", "slug": "globe"}
    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            merge([old], into)
            renaming = threads.submit(apart, admin_client.post, address, typed)
            wait_for_one_that_waits()
        assertContains(renaming.result(), "Somebody else has merged or deleted it")
    assert [*type(into).objects.all()] == [into]


def test_a_label_that_is_gone_is_not_stored_anew():
    label = make_category("World")
    Category.objects.all().delete()
    with pytest.raises(DatabaseError):
        save(label)
    assert not Category.objects.exists()
