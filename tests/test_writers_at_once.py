"""Importers and editors at the same moment: real connections, real transactions."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from functools import partial
from threading import Barrier

import pytest
from django.db import OperationalError, connections, transaction

from articles.importing.imports import Import
from articles.models import Article, Category, Source
from tests.factories import make_article, make_category
from tests.records import make_record, store
from tests.test_ledger import file_of
from tests.waiting import wait_for_one_that_waits

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*batches, update=False):
    """The summaries of importers that begin at the same moment, a thread for each."""
    beginning = Barrier(len(batches))

    def run(records):
        beginning.wait()
        return _stored(records, update=update)

    with ThreadPoolExecutor(len(batches)) as threads:
        return list(threads.map(run, batches))


def _stored(records, *, update=False):
    try:
        return store(*records, update=update)
    finally:
        connections.close_all()


def totals(summaries):
    names = ("stored", "unchanged", "left", "updated", "refused")
    return {name: sum(getattr(s, name) for s in summaries) for name in names}


def each_is_stored_once(records):
    stored = Article.objects.values_list("headline", flat=True)
    return sorted(stored) == sorted(record.headline for record in records)


NOTHING = {"stored": 0, "unchanged": 0, "left": 0, "updated": 0, "refused": 0}


@pytest.mark.parametrize("update", [False, True])
def test_two_importers_of_the_same_records_store_each_once(update):
    records = [make_record(categories=("World",)) for _ in range(500)]
    summaries = at_once(records, records, update=update)
    assert totals(summaries) == NOTHING | {"stored": 500, "unchanged": 500}
    assert each_is_stored_once(records)
    assert Article.categories.through.objects.count() == 500


def test_two_importers_in_opposite_order_wait_for_each_other_and_go_on():
    body = "A long story of ships and gulls. " * 300
    records = [make_record(body=f"{body}{n}") for n in range(500)]
    summaries = at_once(records, records[::-1])
    assert totals(summaries) == NOTHING | {"stored": 500, "unchanged": 500}
    assert each_is_stored_once(records)


def test_names_that_two_importers_meet_in_opposite_order_are_made_once():
    names = [f"Name {number}" for number in range(50)]
    first = [make_record(source=name, categories=(name,)) for name in names]
    second = [make_record(source=name, categories=(name,)) for name in names[::-1]]
    summaries = at_once(first, second)
    assert totals(summaries) == NOTHING | {"stored": 100}
    for model in (Source, Category):
        assert sorted(model.objects.values_list("name", flat=True)) == sorted(names)


def test_a_slug_that_another_writer_takes_meanwhile_gets_a_number():
    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            Source.objects.recognised("Dawn!")
            record = make_record(source="Dawn?")
            storing = threads.submit(_stored, [record])
            wait_for_one_that_waits()
        assert totals([storing.result()]) == NOTHING | {"stored": 1}
    slugs = Source.objects.order_by("slug").values_list("name", "slug")
    assert list(slugs) == [("Dawn!", "dawn"), ("Dawn?", "dawn-2")]


def test_a_category_that_an_editor_deletes_meanwhile_is_made_anew(tmp_path):
    def delete(summary, read_to):
        if summary.stored:  # of the first batch
            Category.objects.filter(pk=first_key).delete()

    first_key = make_category("World").pk
    day = "2025-04-18"
    records = [{"headline": f"Story {n}", "published_on": day} for n in range(1200)]
    file = file_of(tmp_path, *(r | {"categories": ["World"]} for r in records))
    summary = Import(files=[file]).run(delete)
    assert totals([summary]) == NOTHING | {"stored": 1200}
    assert Category.objects.get().article_set.count() == 700


@pytest.mark.parametrize(
    ("is_taken_back", "counts"), [(False, {"unchanged": 1}), (True, {"stored": 1})]
)
def test_an_article_that_an_editor_adds_meanwhile_is_stored_once(is_taken_back, counts):
    record = make_record()
    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            make_article(headline=record.headline, body=record.body)
            storing = threads.submit(_stored, [record])
            wait_for_one_that_waits()
            transaction.set_rollback(is_taken_back)
        assert totals([storing.result()]) == NOTHING | counts
    assert each_is_stored_once([record])


def test_an_importer_that_an_editor_makes_wait_in_a_circle_tries_again():
    store(first := make_record(), second := make_record())
    again = [replace(record, byline="By Ann Lee") for record in (first, second)]
    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            Article.objects.filter(headline=second.headline).update(summary="Ships.")
            storing = threads.submit(partial(_stored, again, update=True))
            wait_for_one_that_waits()
            with transaction.atomic(), suppress(OperationalError):
                Article.objects.filter(headline=first.headline).update(summary="Sea.")
        assert totals([storing.result()]) == NOTHING | {"updated": 2}
    assert Article.objects.filter(byline="By Ann Lee").count() == 2
