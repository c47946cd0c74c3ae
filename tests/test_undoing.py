"""An import is taken back as a whole, except for what was edited since."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections, transaction

from articles.desk.queue import set_aside
from articles.importing.resuming import LOCK
from articles.importing.undoing import (
    AlreadyUndoneError,
    StillRunningError,
    Undoing,
    undo,
)
from articles.models import (
    Article,
    Category,
    Concern,
    ImportBatch,
    Original,
    SetAside,
    Source,
)
from articles.search import engine
from tests.factories import make_category
from tests.test_ledger import file_of, run
from tests.waiting import wait_for_one_that_waits

pytestmark = pytest.mark.django_db(transaction=True)

ADDRESS = "https://times.example/"


def record(number, **fields):
    return {
        "headline": f"Story {number}",
        "body": f"Text {number}.",
        "published_on": "2025-04-18",
        "source_url": f"{ADDRESS}{number}",
        "categories": ["World"],
        **fields,
    }


def imported(tmp_path, *records, update=False):
    number = ImportBatch.objects.count()
    run(file_of(tmp_path, *records, name=f"{number}.jsonl"), update=update)
    return ImportBatch.objects.first().pk


def article(number):
    return Article.objects.get(source_url=f"{ADDRESS}{number}")


def filed(number):
    return list(article(number).categories.values_list("name", flat=True))


def test_what_was_stored_is_gone_and_can_be_imported_again(tmp_path):
    kept = imported(tmp_path, record(1))
    batch = imported(tmp_path, record(2), record(3, headline="سوم"))
    assert undo(batch, user=None) == Undoing(removed=2, restored=0, left=0)
    assert [it.source_url for it in Article.objects.all()] == [f"{ADDRESS}1"]
    assert [it.batch_id for it in Original.objects.all()] == [kept]
    assert ImportBatch.objects.get(pk=batch).undone_at
    imported(tmp_path, record(2))
    assert article(2).headline == "Story 2"


def test_what_was_updated_is_what_it_was_with_its_categories(tmp_path):
    imported(tmp_path, record(1), record(2))
    changed = record(1, body="New.", categories=["کھیل"])
    refiled = record(2, categories=["World", "Sport"])
    batch = imported(tmp_path, changed, {**changed, "body": "Newest."}, update=True)
    batch_of_filing = imported(tmp_path, refiled, update=True)
    assert (article(1).body, filed(1)) == ("Newest.", ["کھیل"])
    assert undo(batch, user=None) == Undoing(removed=0, restored=1, left=0)
    assert (article(1).body, filed(1)) == ("Text 1.", ["World"])
    assert undo(batch_of_filing, user=None).restored == 1
    assert filed(2) == ["World"]


def test_of_what_was_filed_twice_the_first_time_counts(tmp_path):
    imported(tmp_path, record(1))
    others = [record(number) for number in range(2, 502)]  # more than a batch holds
    changes = [record(1, categories=["Sport"]), *others, record(1)]
    batch = imported(tmp_path, *changes, update=True)
    undo(batch, user=None)
    assert filed(1) == ["World"]


@pytest.mark.parametrize("label", ["source", "category"])
def test_what_was_under_a_label_that_is_gone_can_be_taken_back(tmp_path, label):
    imported(tmp_path, record(1, source="Old", categories=["Old"]))
    changed = record(1, source="New", categories=["New"])
    batch = imported(tmp_path, changed, update=True)
    (Source if label == "source" else Category).objects.get(name="Old").delete()
    told = undo(batch, user=None, dry_run=True)
    assert undo(batch, user=None) == told
    is_restored = label == "category"
    assert (told.restored, told.left) == (is_restored, not is_restored)
    assert filed(1) == ([] if is_restored else ["New"])


def test_what_an_editor_is_about_to_save_is_waited_for(tmp_path):
    batch = imported(tmp_path, record(1), record(2))
    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            Article.objects.filter(pk=article(1).pk).update(byline="By Ann Lee")
            undoing = threads.submit(undone, batch)
            wait_for_one_that_waits()
        assert undoing.result() == Undoing(removed=1, restored=0, left=1)
    assert article(1).byline == "By Ann Lee"


def undone(batch):
    try:
        return undo(batch, user=None)
    finally:
        connections.close_all()


@pytest.mark.parametrize(
    "edit",
    [
        lambda article: Article.objects.filter(pk=article.pk).update(body="Edited."),
        lambda article: article.categories.add(make_category("Sport")),
    ],
)
def test_what_was_edited_since_stays(tmp_path, edit):
    batch = imported(tmp_path, record(1), record(2))
    edit(article(1))
    assert undo(batch, user=None) == Undoing(removed=1, restored=0, left=1)
    assert [it.source_url for it in Article.objects.all()] == [f"{ADDRESS}1"]


def test_what_a_later_import_updated_stays(tmp_path):
    first = imported(tmp_path, record(1))
    second = imported(tmp_path, record(1, body="New."), update=True)
    assert undo(first, user=None).left == 1
    assert undo(second, user=None).restored == 1
    assert article(1).body == "Text 1."


def test_an_import_that_was_taken_back_is_no_edit(tmp_path):
    first = imported(tmp_path, record(1), record(2))
    refiled = record(1, body="New.", categories=["Sport"])
    undo(imported(tmp_path, refiled, update=True), user=None)
    assert undo(first, user=None) == Undoing(removed=2, restored=0, left=0)


def test_what_was_set_aside_in_the_queue_is_no_edit_and_can_be_taken_back(tmp_path):
    batch = imported(tmp_path, record(1), record(2))
    set_aside([article(1)], Concern.SHORT_BODY, by=None)
    assert undo(batch, user=None) == Undoing(removed=2, restored=0, left=0)
    assert not SetAside.objects.exists()


def test_an_import_that_is_running_is_not_taken_back(tmp_path):
    batch = imported(tmp_path, record(1))
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute(LOCK, [batch])
    with pytest.raises(StillRunningError):
        undo(batch, user=None)
    other.close()


def test_what_an_article_was_before_may_be_another_one_now(tmp_path):
    plain = record(1, source_url="", categories=[])
    imported(tmp_path, plain)
    Article.objects.update(headline="Corrected")
    batch = imported(tmp_path, {**plain, "byline": "Ann Lee"}, update=True)
    Article.objects.create(
        headline="Corrected", body="Text 1.", published_on="2025-04-18"
    )
    assert undo(batch, user=None).left == 1


def test_an_import_is_undone_once_and_a_dry_run_undoes_nothing(tmp_path):
    batch = imported(tmp_path, record(1))
    assert undo(batch, user=None, dry_run=True).removed == 1
    assert article(1)
    undo(batch, user=None)
    with pytest.raises(AlreadyUndoneError):
        undo(batch, user=None)


def test_categories_stay(tmp_path):
    undo(imported(tmp_path, record(1)), user=None)
    assert Category.objects.get().name == "World"


def test_its_labels_are_not_offered_any_more_where_no_article_is_left(tmp_path):
    key = imported(tmp_path, record(1, categories=["Peace"], source="Peacock"))
    offered = {(it.kind, it.label) for it in engine().suggestions("peac")}
    assert offered == {("category", "Peace"), ("source", "Peacock")}
    undo(key, user=None)
    assert engine().suggestions("peac") == []
