"""The ledger: one entry for each import, and every record as it came."""

import hashlib
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.importing.imports import Import
from articles.importing.moments import DayOrder
from articles.models import (
    Article,
    ArticleVersion,
    ImportBatch,
    ImportedFile,
    ImportRefusal,
    Original,
)
from tests.records import json_lines

pytestmark = pytest.mark.django_db(transaction=True)

ONE = {"headline": "Harbour reopens", "published_on": "2025-04-18", "body": "Ships."}
TWO = {"headline": "لاہور میں بارش", "published_on": "2025-04-18", "body": "پانی۔"}
BAD = {"headline": "Bad day", "published_on": "2025-04-31"}


def run(*files, **how):
    return Import(files=list(files), **how).run(lambda *_: None)


def file_of(folder, *records, name="papers.jsonl"):
    (folder / name).write_bytes(json_lines(*records))
    return folder / name


def broken_off(*files, after, **how):
    """Import files, and be killed when so many of their records were stored."""

    def progress(summary, _position):
        if summary.records >= after:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Import(files=list(files), **how).run(progress)


def test_an_import_is_entered_with_its_file_and_counts(tmp_path):
    file = file_of(tmp_path, ONE, BAD, {"headline": "No day"})
    run(file)
    batch = ImportBatch.objects.get()
    assert (batch.stored, batch.drafts, batch.refused) == (2, 1, 1)
    assert batch.finished_at >= batch.started_at
    entry = batch.files.get()
    assert (entry.name, entry.records, entry.is_finished) == (str(file), 3, True)
    assert entry.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    refusal = batch.refusals.get()
    assert (refusal.place, refusal.field) == (f"{file}, line 2", "published_on")


def test_files_without_records_are_entered_without_a_case_for_each(tmp_path):
    files = [tmp_path / f"{number}.jsonl" for number in range(400)]
    with CaptureQueriesContext(connection) as queries:
        run(*files)
    entered = ImportedFile.objects.filter(is_finished=True)
    assert entered.count() == ImportRefusal.objects.count() == 400
    assert max(len(it["sql"]) for it in queries if "UPDATE" in it["sql"]) < 400 * 50


def test_a_record_is_kept_as_it_came(tmp_path):
    file = file_of(tmp_path, ONE, TWO)
    run(file)
    kept = Original.objects.order_by("pk")
    assert b"".join(it.unpacked() for it in kept) == file.read_bytes()
    second = kept[1]
    assert bytes(second.sha256) == hashlib.sha256(second.unpacked()).digest()
    assert (second.format, second.place) == ("jsonl", f"{file}, line 2")
    assert second.article == Article.objects.get(headline=TWO["headline"])
    assert json.loads(second.unpacked()) == TWO


def test_a_second_import_is_a_second_entry_that_keeps_nothing(tmp_path):
    file = file_of(tmp_path, ONE, TWO)
    run(file)
    run(file)
    newest = ImportBatch.objects.first()
    assert (newest.stored, newest.unchanged) == (0, 2)
    assert Original.objects.count() == 2


def test_an_update_says_in_which_import_the_version_was_replaced(tmp_path):
    address = {"source_url": "https://times.example/1"}
    run(file_of(tmp_path, {**ONE, **address}))
    later = file_of(tmp_path, {**ONE, **address, "body": "Boats."}, name="b.jsonl")
    run(later, update=True)
    version = ArticleVersion.objects.get()
    assert version.body == "Ships."
    batch = ImportBatch.objects.first()
    assert (batch.is_update, batch.updated) == (True, 1)
    assert version.pgh_context.metadata["batch"] == batch.pk
    assert [it.is_first for it in Original.objects.order_by("pk")] == [True, False]


def test_a_dry_run_enters_nothing(tmp_path):
    run(file_of(tmp_path, ONE), dry_run=True)
    assert not ImportBatch.objects.exists()
    assert not Original.objects.exists()


def test_an_import_that_was_broken_off_goes_on_in_its_own_entry(tmp_path):
    records = [{**ONE, "headline": f"Story {number}"} for number in range(1200)]
    file = file_of(tmp_path, *records)
    broken_off(file, after=500)
    entry = ImportBatch.objects.get().files.get()
    assert (entry.records, entry.is_finished) == (500, False)
    assert Article.objects.count() == 500
    summary = run(file)
    batch = ImportBatch.objects.get()
    assert (summary.stored, summary.unchanged) == (1200, 0)
    assert (batch.stored, batch.files.get().records) == (1200, 1200)
    assert Article.objects.count() == Original.objects.count() == 1200


def test_another_file_begins_an_entry_of_its_own(tmp_path):
    records = [{**ONE, "headline": f"Story {number}"} for number in range(600)]
    broken_off(file_of(tmp_path, *records), after=500)
    run(file_of(tmp_path, TWO, name="other.jsonl"))
    assert ImportBatch.objects.count() == 2


def test_another_way_to_read_a_file_begins_an_entry_of_its_own(tmp_path):
    either = {"headline": "Either", "published_on": "03/04/2025"}
    records = [{**ONE, "headline": f"Story {number}"} for number in range(500)]
    file = file_of(tmp_path, either, *records, {**ONE, "headline": "Last"})
    broken_off(file, after=500)
    summary = run(file, day_order=DayOrder.DAY_FIRST)
    assert (summary.stored, summary.unchanged, summary.refused) == (2, 500, 0)


def test_what_was_left_of_several_files_waits_for_all_of_them(tmp_path):
    one = file_of(tmp_path, ONE, name="one.jsonl")
    records = [{**ONE, "headline": f"Story {number}"} for number in range(600)]
    many = file_of(tmp_path, *records, name="many.jsonl")
    broken_off(one, many, after=500)
    run(one)
    unfinished = ImportBatch.objects.get(finished_at=None)
    assert run(one, many).stored == 601
    assert ImportBatch.objects.get(pk=unfinished.pk).finished_at
