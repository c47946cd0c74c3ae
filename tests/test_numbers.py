"""The number of an article, which is its address, on its way back in."""

from dataclasses import replace

import pytest
from django.db import connection

from articles.importing import numbering
from articles.importing.raw_values import HIGHEST_NUMBER, RecordError
from articles.importing.readers.columns import columns_of
from articles.models import Article, Source
from tests.factories import make_article
from tests.records import check, make_record, store
from tests.test_ledger import file_of, run

pytestmark = pytest.mark.django_db


# What each record that an archive exported has beside its number.
OWN = {"headline": "Fog", "published_on": "2025-04-18", "language": "en"}


def free(distance=1000):
    """A number so far beyond all that were given: they go on from test to test."""
    return make_article().pk + distance


def number_of(record):
    return Article.objects.get(headline=record.headline).pk


def test_a_free_number_is_kept():
    record = make_record(number=48213)
    assert store(record).stored == 1
    assert number_of(record) == 48213


def test_a_taken_number_means_a_new_one():
    taken = make_article().pk
    record = make_record(number=taken)
    assert store(record).stored == 1
    assert number_of(record) not in (taken, None)
    assert Article.objects.count() == 2


def test_of_two_records_with_one_number_the_first_keeps_it():
    number = free()
    first, second = make_record(number=number), make_record(number=number)
    assert store(first, second).stored == 2
    assert number_of(first) == number
    assert number_of(second) == number + 1


def test_what_is_added_afterwards_gets_a_higher_number():
    number, beside = free(), make_record()
    store(beside, make_record(number=number), make_record(number=number - 9))
    assert number_of(beside) == number + 1
    assert make_article().pk == number + 2


def test_a_number_below_the_last_one_moves_nothing_back():
    number = free()
    store(make_record(number=number))
    store(make_record(number=number - 9))
    assert make_article().pk == number + 1


def test_a_second_run_changes_nothing_and_uses_no_number():
    number = free()
    records = [make_record(number=number), make_record(number=number + 1)]
    store(*records)
    assert store(*records, update=True).unchanged == 2
    assert make_article().pk == number + 2


def test_an_article_that_is_there_keeps_its_own_number():
    record = make_record()
    store(record)
    before = number_of(record)
    again = make_record(headline=record.headline, body=record.body, number=77_777)
    assert store(again, update=True).unchanged == 1
    assert number_of(record) == before


def test_what_is_there_under_another_number_moves_no_number():
    record = make_record()
    store(record)
    last = number_of(record)
    again = make_record(headline=record.headline, body=record.body, number=last + 999)
    twice = make_record(number=last + 1)
    as_well = replace(twice, number=last + 999)
    assert store(again, twice, as_well).unchanged == 2
    assert make_article().pk == last + 2


def test_a_number_far_beyond_all_others_is_none():
    near, far = make_record(number=free()), make_record(number=HIGHEST_NUMBER - 1)
    assert store(near, far).stored == 2
    assert number_of(far) == near.number + 1
    assert make_article().pk == near.number + 2


@pytest.mark.django_db(transaction=True)
def test_a_trial_uses_no_number_and_keeps_none(tmp_path):
    last = make_article().pk
    records = [OWN | {"number": last + 7}, {"headline": "Gulls"}, {"headline": "Rain"}]
    file = file_of(tmp_path, *records)
    assert run(file, dry_run=True).stored == 3
    assert make_article().pk == last + 1
    assert run(file).stored == 3
    assert Article.objects.get(headline="Fog").pk == last + 7


def test_a_number_that_goes_to_an_editor_meanwhile_loses_no_record(monkeypatch):
    """As if it had still been free when the batch was looked through at first."""
    late = """
    UPDATE incoming SET number = NULL
    WHERE EXISTS (SELECT FROM incoming WHERE article_id IS NOT NULL)
    """
    known, taken = make_record(), make_article().pk
    store(known)
    monkeypatch.setattr(numbering, "DROP_NUMBERS", late)
    record = make_record(number=taken)
    summary = store(known, record)
    assert (summary.stored, summary.unchanged) == (1, 1)
    assert number_of(record) != taken


@pytest.mark.parametrize("given", [7, "7", "007"])
def test_a_number_is_read_from_any_format(given):
    assert check(**OWN, number=given).number == 7


@pytest.mark.parametrize("given", [None, ""])
def test_most_records_have_none(given):
    assert check(**OWN, number=given).number is None


@pytest.mark.parametrize(
    "given", [0, -1, HIGHEST_NUMBER, 10**30, 7.0, True, "x", "7.0", "٧", "-7", [7]]
)
def test_what_is_no_number_of_an_article_is_refused(given):
    with pytest.raises(RecordError) as refused:
        check(**OWN, number=given)
    assert refused.value.field == "number"


def test_the_archive_s_own_record_is_told_no_source_that_it_does_not_name():
    said = OWN | {"source_url": "https://times.example/fog"}
    assert check(**said).source == "times.example"
    assert check(**said, number=7).source == ""


@pytest.mark.parametrize("missing", ["published_on", "language"])
@pytest.mark.parametrize("number", [7, "Vol. 3", ["3"]])
def test_the_number_of_a_record_of_others_is_anything(missing, number):
    said = OWN | {"source_url": "https://times.example/fog", "number": number}
    del said[missing]
    record = check(**said)
    assert (record.number, record.source) == (None, "times.example")


def test_a_draft_without_a_day_is_the_archive_s_own_by_its_state():
    assert check(headline="Fog", language="en", state="draft", number=7).number == 7


def test_sources_that_are_called_by_site_and_by_name_stay_two():
    said = {"source_url": "https://times.example/fog", "site": "times.example"}
    store(make_record(source="The Times", number=1, **said))
    said["source_url"] += "-2"
    store(make_record(source="times.example", number=2, **said))
    assert {s.name for s in Source.objects.all()} == {"The Times", "times.example"}


def test_in_a_table_a_number_counts_where_an_archive_wrote_it():
    assert columns_of(["number", "headline"], {}).fields == ("", "headline")
    own = ["number", "headline", "dateline", "captured_at", "source_url", "state"]
    columns = columns_of(own, {})
    assert columns.fields[0] == "number"
    assert columns.fields[-1] == "state"
    assert columns.left_out == []


def test_a_draft_comes_in_as_a_draft_and_stays_one():
    assert check(headline="Fog", state="draft").is_draft
    assert not check(headline="Fog", state="Texas").is_draft
    record = make_record(is_draft=True)
    summary = store(record)
    assert (summary.stored, summary.drafts) == (1, 1)
    assert store(record, update=True).unchanged == 1
    assert not Article.objects.published()


def test_the_sequence_is_the_one_that_numbers_come_from():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_serial_sequence('articles_article', 'id')")
        assert cursor.fetchone() != (None,)
