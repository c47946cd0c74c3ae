"""What was added when, for everybody to see."""

from importlib import import_module

import pytest
from django.db import connection
from pytest_django.asserts import assertContains, assertNotContains

from articles.importing.undoing import undo
from articles.models import ImportBatch
from tests.test_ledger import ONE, TWO, broken_off, file_of, run
from tests.xml_files import FEEDS

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_import_stands_there_with_its_counts_and_no_folders(client, tmp_path):
    run(file_of(tmp_path, ONE, TWO, {"headline": 7}))
    page = client.get("/imports/")
    assertContains(page, '<bdi lang="en">papers.jsonl</bdi>')
    assertNotContains(page, str(tmp_path))
    assertContains(page, '<td class="num">2</td>')


def test_of_an_address_host_and_path_are_shown_and_no_key(client):
    address = "https://quay.example/feed/?api_key=SECRET"
    ImportBatch.objects.create(stored=1, file_count=1, first_files=[address])
    page = client.get("/imports/")
    assertContains(page, '<bdi lang="en">quay.example/feed/</bdi>')
    assertNotContains(page, "SECRET")


def test_of_many_files_the_first_are_named_and_the_others_counted(client, tmp_path):
    names = [f"{number}.jsonl" for number in range(7)]
    files = [file_of(tmp_path, {**ONE, "headline": n}, name=n) for n in names]
    broken_off(*files, after=0)
    run(*files)
    batch = ImportBatch.objects.get()
    assert (batch.file_count, batch.first_names) == (7, names[:5])
    last = '<bdi lang="en">4.jsonl</bdi></div><div><bdi dir="ltr">+2</bdi>'
    assertContains(client.get("/imports/"), last)


def test_the_files_of_imports_from_before_are_counted_by_the_migration():
    batch = ImportBatch.objects.create()
    for number in range(7):
        batch.files.create(name=f"papers/{number}.jsonl")
    migration = import_module("articles.migrations.0011_first_files")
    with connection.cursor() as cursor:
        cursor.execute(migration.COUNT_FILES)
    batch.refresh_from_db()
    assert batch.first_names == [f"{number}.jsonl" for number in range(5)]
    assert batch.more_files_count == 2


def test_readers_are_told_how_much_is_no_article(client, tmp_path):
    run(file_of(tmp_path, ONE))
    assertNotContains(client.get("/imports/"), "left out")
    run(FEEDS / "wxr.xml")
    assertContains(client.get("/imports/"), "6 things that are no articles were left")


def test_what_was_taken_back_says_so(client, tmp_path):
    run(file_of(tmp_path, ONE))
    undo(ImportBatch.objects.get().pk, user=None)
    assertContains(client.get("/imports/"), "taken back on")


def test_what_brought_nothing_is_left_out(client, tmp_path):
    run(file_of(tmp_path, {"headline": 7}))
    assertContains(client.get("/imports/"), "Nothing was imported yet.")


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999999999999"])
def test_a_page_that_there_is_not_is_one_that_there_is(client, page):
    assert client.get("/imports/", {"page": page}).status_code == 200


def test_the_number_of_queries_does_not_grow(
    client, tmp_path, django_assert_num_queries
):
    for number in range(3):
        run(file_of(tmp_path, {**ONE, "headline": str(number)}, name=f"{number}.jsonl"))
    with django_assert_num_queries(2):
        client.get("/imports/")
