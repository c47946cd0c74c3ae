"""An import that was broken off and goes on: each thing is counted once."""

import pytest

from articles.importing.files import Address
from articles.models import ImportBatch
from tests.test_ledger import ONE, broken_off, file_of, run

pytestmark = pytest.mark.django_db(transaction=True)

STORIES = [{**ONE, "headline": f"Story {number}"} for number in range(600)]


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


def test_what_may_be_something_else_by_now_begins_anew(tmp_path):
    files = [Address("http://127.0.0.1/"), file_of(tmp_path, *STORIES)]
    broken_off(*files, after=500)
    summary = run(*files)
    assert (summary.stored, summary.unchanged, summary.refused) == (100, 500, 1)
    assert [batch.refused for batch in ImportBatch.objects.all()] == [1, 1]
