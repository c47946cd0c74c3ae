"""An import that was broken off and goes on: each thing is counted once."""

import io

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from articles.importing.files import Address
from articles.importing.summary import MOST_KINDS, OTHERS
from articles.models import ImportBatch
from tests.test_ledger import ONE, broken_off, file_of, run
from tests.xml_files import rss

pytestmark = pytest.mark.django_db(transaction=True)

STORIES = [{**ONE, "headline": f"Story {number}"} for number in range(600)]

TABLE = "title,headline,id\nOne,Two,7\n"
OF_WORDPRESS = '<rss xmlns:wp="http://wordpress.org/export/1.2/" '


def item(number, kind="post", inside=""):
    return (
        f"<title>Item {number}</title><wp:post_type>{kind}</wp:post_type>"
        f"<wp:status>publish</wp:status><pubDate>Fri, 18 Apr 2025 01:30:00 +0000"
        f"</pubDate><content:encoded>Text {number}.</content:encoded>{inside}"
    )


def export(folder, items):
    path = folder / "export.xml"
    path.write_text(rss(*items).replace("<rss ", OF_WORDPRESS))
    return path


def items_of_a_site():
    """Posts with comments among pages and pictures, and what no reader has seen."""
    for number in range(1100):
        yield item(number, inside="<wp:comment/>" * (number % 3))
        if number % 4 == 0:
            yield item(number, "attachment")
        if number % 300 == 0:
            yield item(number, "recipe")
    yield item(1100, "page")


def files_of_a_site(folder):
    table = folder / "table.csv"
    table.write_text(TABLE)
    return [table, export(folder, items_of_a_site())]


def told(*files):
    err = io.StringIO()
    call_command("import_articles", *map(str, files), stdout=io.StringIO(), stderr=err)
    return err.getvalue().splitlines()


@pytest.mark.parametrize("blows", [[500], [1000], [500, 1000]])
def test_what_was_left_out_adds_up_to_what_one_run_leaves_out(tmp_path, blows):
    files = files_of_a_site(tmp_path)
    whole = run(*files, dry_run=True)
    assert whole.left_out["comments"] == 1099
    assert whole.left_out["attachments"] == 275
    for blow in blows:
        broken_off(*files, after=blow)
    summary = run(*files)
    batch = ImportBatch.objects.get()
    assert batch.left_out == summary.left_out == whole.left_out
    assert batch.notes == summary.notes == whole.notes
    assert batch.notes == {"columns that are not read: 'title', 'id'": 1}


def test_the_kinds_that_are_told_apart_are_bounded(tmp_path):
    kinds = [item(number, f"kind{number}") for number in range(MOST_KINDS + 20)]
    run(export(tmp_path, kinds))
    left_out = ImportBatch.objects.get().left_out
    assert (len(left_out), left_out[OTHERS]) == (MOST_KINDS + 1, 20)


def test_an_operator_is_told_where_an_import_went_on(tmp_path):
    file = file_of(tmp_path, *STORIES)
    broken_off(file, after=500)
    (line,) = told(file)
    assert line.startswith(f"went on at {file}, line 501, where an earlier import was")
    assert told(file) == []


def test_where_nothing_was_left_to_read_it_went_on_at_the_end(tmp_path):
    file = file_of(tmp_path, *STORIES[:500])
    broken_off(file, after=500)
    assert run(file).went_on_at == ""


def test_an_import_that_had_stored_nothing_begins_and_does_not_go_on(tmp_path):
    file = file_of(tmp_path, *STORIES)
    broken_off(file, after=0)
    assert run(file).went_on_at is None
    assert ImportBatch.objects.count() == 1


def test_files_that_are_the_same_are_each_dealt_with_once(tmp_path):
    files = [file_of(tmp_path, *STORIES, name=name) for name in ("a.jsonl", "b.jsonl")]
    broken_off(*files, after=500)
    summary = run(*files)
    assert (summary.stored, summary.unchanged) == (600, 600)
    entries = ImportBatch.objects.get().files.order_by("pk")
    assert [(it.records, it.is_finished) for it in entries] == [(600, True)] * 2


def test_a_file_that_cannot_be_read_is_refused_once(tmp_path):
    files = [tmp_path / "gone.jsonl", file_of(tmp_path, *STORIES)]
    broken_off(*files, after=500)
    assert run(*files).refused == 1
    assert ImportBatch.objects.get().refusals.count() == 1


def test_what_somebody_else_began_is_left_to_them_and_the_rest_has_its_own_entry(
    tmp_path,
):
    ann, bob = (User.objects.create_user(name).pk for name in ("ann", "bob"))
    file = file_of(tmp_path, *STORIES)
    broken_off(file, after=500, user=ann)
    theirs = run(file, user=bob)
    assert theirs.went_on_at is None
    assert (theirs.stored, theirs.unchanged) == (100, 500)
    ours = run(file, user=ann)
    assert ours.went_on_at == f"{file}, line 501"
    assert (ours.stored, ours.unchanged) == (500, 100)
    entries = ImportBatch.objects.order_by("pk")
    assert [(it.imported_by_id, it.stored) for it in entries] == [
        (ann, 500),
        (bob, 100),
    ]


def test_what_may_be_something_else_by_now_begins_anew(tmp_path):
    files = [Address("http://127.0.0.1/"), file_of(tmp_path, *STORIES)]
    broken_off(*files, after=500)
    summary = run(*files)
    assert (summary.stored, summary.unchanged, summary.refused) == (100, 500, 1)
    assert [batch.refused for batch in ImportBatch.objects.all()] == [1, 1]
