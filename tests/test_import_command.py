"""`manage.py import_articles`, as an operator sees it."""

import gzip
import io
import json
import re
import sys
from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from articles.models import Article, Category, Source
from tests.records import json_lines

pytestmark = pytest.mark.django_db

LONG_AGO = datetime(2001, 1, 1, tzinfo=UTC)
HARBOUR = {
    "headline": "Harbour reopens",
    "body": "Ships are back.",
    "published": "2025-04-18",
    "source_url": "https://times.example/harbour",
    "category": ["World"],
}
DRAFT = {"headline": "A note", "body": "To be dated."}
DOCUMENT = """\
Curtain up
Published on May 9, 2018
Document Date: Thu, May 10 2018 12:10:02 am
Category: ,English,Culture
Show on website: Click Here https://times.example/curtain
times.example

A harbour and 11 ships.
"""


def run(*arguments):
    """What the command says, and what it complains of."""
    out, err = io.StringIO(), io.StringIO()
    call_command("import_articles", *map(str, arguments), stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


@pytest.fixture
def folder(tmp_path):
    """Documents and JSON Lines side by side, with faults."""
    (tmp_path / "a.txt").write_text(DOCUMENT)
    (tmp_path / "b.txt").write_text(DOCUMENT.replace("May 9", "May 32"))
    lines = json_lines(HARBOUR, DRAFT, {**HARBOUR, "published": "yesterday"}, HARBOUR)
    (tmp_path / "deep").mkdir()
    packed = gzip.compress(lines + b"{not json}\n")
    (tmp_path / "deep" / "c.jsonl.gz").write_bytes(packed)
    (tmp_path / "logo.png").write_bytes(b"\x89PNG\r\n")
    return tmp_path


def test_a_mixed_folder_is_imported_and_every_record_counted(folder):
    out, _ = run(folder)
    assert out == "stored 3 (drafts 1), changed and left 0, unchanged 1, refused 4\n"
    assert set(Article.objects.values_list("headline", "state")) == {
        ("Curtain up", "published"),
        ("Harbour reopens", "published"),
        ("A note", "draft"),
    }


def test_a_refusal_names_file_line_field_and_reason(folder):
    _, err = run(folder)
    named, _, by_reason = err.partition("refused, by reason:\n")
    lines = [line.replace(f"{folder}/", "") for line in named.splitlines()]
    assert [line.split(": ")[:2] for line in lines] == [
        ["refused b.txt, line 2", "published_on"],
        ["refused deep/c.jsonl.gz, line 3", "published_on"],
        ["refused deep/c.jsonl.gz, line 5", "line"],
        ["refused logo.png", "file"],
    ]
    assert lines[1].endswith(": not a date: 'yesterday'")
    assert "        1  published_on: not a date\n" in by_reason


def test_a_second_run_changes_nothing(folder):
    run(folder)
    Article.objects.update(updated_at=LONG_AGO)
    before = list(Article.objects.order_by("pk").values())
    out, _ = run(folder)
    assert out == "stored 0 (drafts 0), changed and left 0, unchanged 4, refused 4\n"
    assert list(Article.objects.order_by("pk").values()) == before


def test_what_changed_is_left_or_with_update_taken_over(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(json_lines(HARBOUR))
    run(tmp_path)
    (tmp_path / "a.jsonl").write_bytes(json_lines({**HARBOUR, "author": "Ann Lee"}))
    left = "stored 0 (drafts 0), changed and left 1, unchanged 0, refused 0\n"
    assert run(tmp_path) == (left, "")
    assert Article.objects.get().byline == ""
    updated = "stored 0 (drafts 0), changed and updated 1, unchanged 0, refused 0\n"
    assert run(tmp_path, "--update") == (updated, "")
    assert Article.objects.get().byline == "Ann Lee"


def test_what_is_left_is_named_where_more_is_asked_for(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(json_lines(HARBOUR, DRAFT))
    run(tmp_path)
    changed = [{**HARBOUR, "author": name} for name in ("Ann Lee", "Bo Ek")]
    (tmp_path / "a.jsonl").write_bytes(json_lines(DRAFT, *changed))
    assert run(tmp_path)[1] == ""
    places = [f"changed and left {tmp_path}/a.jsonl, line {line}\n" for line in (2, 3)]
    assert run(tmp_path, "--verbosity=2")[1] == "".join(places)
    assert run(tmp_path, "-v", "2", "--update")[1] == places[0]
    assert Article.objects.get(source_url=HARBOUR["source_url"]).byline == "Bo Ek"


def test_a_refusal_is_no_failure_of_the_command(folder):
    out, err = run(folder)  # which would raise CommandError
    assert (out.count("refused 4"), err.count("refused ")) == (1, 4)


@pytest.mark.parametrize("options", [[], ["--update"]])
def test_a_dry_run_says_the_same_and_stores_nothing(options, folder):
    run(folder / "a.txt")
    Article.objects.update(byline="By Bo Ek")
    before = list(Article.objects.values())
    promised, complaints = run(folder, "--dry-run", *options)
    assert list(Article.objects.values()) == before
    assert (Source.objects.count(), Category.objects.count()) == (1, 2)
    said, _, summary = promised.partition("\n")
    assert said == "A dry run: all of it was taken back."
    assert run(folder, *options) == (summary, complaints)


def test_removed_characters_are_told(tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps({**HARBOUR, "body": "a\x00\ud83db"}))
    _, err = run(tmp_path)
    assert err.startswith("removed 2 characters that no text may hold")
    assert Article.objects.get().body == "ab"


def test_large_counts_are_written_with_commas(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b"{}\n" * 10_001)
    out, err = run(tmp_path)
    assert out.endswith("refused 10,001\n")
    assert f"\nrefused {tmp_path}/a.jsonl, line 10001: record: " in err
    assert "   10,001  record: has no headline, no body and no address\n" in err


@pytest.fixture
def table(tmp_path):
    (tmp_path / "a.csv").write_text("Titel;Tag;Nr\nHafen;03/04/2025;1\n")
    return tmp_path / "a.csv"


def test_columns_and_the_order_of_dates_are_what_an_operator_says(table):
    named = ["--column", "headline=Titel", "--column", "published=Tag"]
    out, err = run(table, *named)
    assert "published_on: day or month first? Say --day-first or --month-first" in err
    assert out.endswith("refused 1\n")
    out, err = run(table, *named, "--day-first")
    assert err == (
        "columns that are not read: 'Nr'\n"
        "worth a look:\n        1  articles without a body\n"
    )
    assert str(Article.objects.get().published_on) == "2025-04-03"
    with pytest.raises(CommandError, match="not allowed with argument --day-first"):
        run(table, "--day-first", "--month-first")


def test_a_table_that_is_none_by_its_names_is_one_by_a_column_that_is_named(tmp_path):
    data = 'Titel;Datum;Text\nÖl;18.04.2025;"Ein\n\nAbsatz"\n'
    (tmp_path / "a.csv").write_bytes(data.encode("cp1252"))
    run(tmp_path / "a.csv", "--column", "headline=Titel", "--column", "date=Datum")
    article = Article.objects.get()
    assert article.headline == "Öl"
    assert (str(article.published_on), article.body) == ("2025-04-18", "Ein\n\nAbsatz")


@pytest.mark.parametrize(
    ("named", "reason"),
    [
        (["--column", "Titel"], "'Titel' is not FIELD=NAME"),
        (["--column", "views=Nr"], "'views=Nr' is not FIELD=NAME"),
        (["--column", "headline="], "'headline=' is not FIELD=NAME"),
        (
            ["--column", "title=Titel", "--column", "headline=Nr"],
            "two columns for head",
        ),
    ],
)
def test_columns_that_cannot_be_named_so_stop_the_import(named, reason, table):
    with pytest.raises(CommandError, match=reason):
        run(table, *named)


def test_a_path_that_is_not_there_stops_the_import_before_it_begins(folder):
    with pytest.raises(CommandError, match=r"nowhere: there is no such file or folder"):
        run(folder, folder / "nowhere")
    assert not Article.objects.exists()


def test_the_sample_archive_is_imported_once():
    first, complaints = run(settings.BASE_DIR / "sample")
    counts = re.fullmatch(
        r"stored (\d+) \(drafts 0\), changed and left 0, unchanged 0, refused 0\n",
        first,
    )
    assert complaints == ""
    assert int(counts[1]) >= 60
    assert Article.objects.published().count() == int(counts[1])
    again = (
        f"stored 0 (drafts 0), changed and left 0, unchanged {counts[1]}, refused 0\n"
    )
    assert run(settings.BASE_DIR / "sample") == (again, "")


def test_standard_input_is_a_file_too(folder, monkeypatch):
    with (folder / "a.txt").open() as standard_input:
        monkeypatch.setattr(sys, "stdin", standard_input)
        out, _ = run("-")
    assert out == "stored 1 (drafts 0), changed and left 0, unchanged 0, refused 0\n"
    assert Article.objects.get().headline == "Curtain up"
