"""What was kept as it came is read again, by readers that have become better."""

import json
from dataclasses import replace

import pytest
from django.core.management import call_command

from articles.importing.moments import DayOrder
from articles.importing.readers import READERS
from articles.importing.records import RawRecord
from articles.importing.undoing import undo
from articles.models import Article, ImportBatch, Original
from tests.factories import make_category
from tests.test_ledger import ONE, TWO, file_of, run

pytestmark = pytest.mark.django_db(transaction=True)


def better(name, stream):
    """A reader that has learned to read bylines."""
    for line in stream:
        fields = json.loads(line)
        yield RawRecord(name, {**fields, "byline": "Ann Lee"}, line)


def bylines():
    return dict(Article.objects.values_list("headline", "byline"))


@pytest.fixture
def _better_reader(tmp_path, monkeypatch):
    run(file_of(tmp_path, ONE, TWO))
    monkeypatch.setitem(READERS, "jsonl", better)


@pytest.mark.usefixtures("_better_reader")
def test_articles_get_what_a_better_reader_finds(capsys):
    call_command("reread_articles")
    assert set(bylines().values()) == {"Ann Lee"}
    assert "changed and updated 2, unchanged 0" in capsys.readouterr().out
    call_command("reread_articles")
    assert "changed and updated 0, unchanged 2" in capsys.readouterr().out


def test_what_a_feed_told_of_another_site_is_read_again_as_well(tmp_path, monkeypatch):
    def read(name, stream):
        return (replace(raw, is_hearsay=True) for raw in better(name, stream))

    run(file_of(tmp_path, ONE))
    monkeypatch.setitem(READERS, "jsonl", read)
    call_command("reread_articles")
    assert bylines() == {ONE["headline"]: "Ann Lee"}


@pytest.mark.usefixtures("_better_reader")
def test_an_article_that_was_edited_since_is_left(capsys):
    Article.objects.filter(headline=TWO["headline"]).update(headline="بارش")
    call_command("reread_articles")
    assert bylines() == {ONE["headline"]: "Ann Lee", "بارش": ""}
    assert "left 1 articles that were edited since" in capsys.readouterr().err


@pytest.mark.usefixtures("_better_reader")
def test_an_article_that_was_filed_otherwise_since_is_left():
    Article.objects.get(headline=TWO["headline"]).categories.add(make_category())
    call_command("reread_articles")
    assert bylines() == {ONE["headline"]: "Ann Lee", TWO["headline"]: ""}


def test_a_day_is_read_again_as_it_was_read(tmp_path):
    either = {"headline": "Either", "published_on": "03/04/2025"}
    run(file_of(tmp_path, either), day_order=DayOrder.DAY_FIRST)
    call_command("reread_articles")
    assert str(Article.objects.get().published_on) == "2025-04-03"


@pytest.mark.usefixtures("_better_reader")
def test_it_is_an_import_that_can_be_taken_back():
    call_command("reread_articles")
    assert undo(ImportBatch.objects.first().pk, user=None).restored == 2
    assert set(bylines().values()) == {""}


@pytest.mark.usefixtures("_better_reader")
def test_a_dry_run_and_another_format_change_nothing():
    call_command("reread_articles", dry_run=True)
    call_command("reread_articles", format="document")
    assert set(bylines().values()) == {""}
    assert Original.objects.count() == 2


def test_what_cannot_be_read_any_more_is_named_and_left(tmp_path, monkeypatch, capsys):
    run(file_of(tmp_path, ONE))
    monkeypatch.setitem(READERS, "jsonl", lambda name, stream: iter(()))
    call_command("reread_articles")
    assert "line 1: record: is read as 0 records" in capsys.readouterr().err
    assert Article.objects.get().headline == ONE["headline"]


def test_a_headline_that_reads_otherwise_makes_no_second_article(tmp_path, monkeypatch):
    run(file_of(tmp_path, ONE))

    def other(name, stream):
        yield RawRecord(name, {**ONE, "headline": "Harbour is open"}, b"x")

    monkeypatch.setitem(READERS, "jsonl", other)
    call_command("reread_articles")
    assert Article.objects.get().headline == "Harbour is open"
