"""`manage.py export_articles`, as an operator sees it."""

import gzip
import io
import json
import os
import sys

import pytest
from django.core.management import CommandError, call_command

from articles.models import State
from tests.factories import make_article, make_category

pytestmark = pytest.mark.django_db


def run(*arguments):
    out = io.StringIO()
    call_command("export_articles", *map(str, arguments), stdout=out, stderr=out)
    return out.getvalue()


def headlines(data):
    return [json.loads(line)["headline"] for line in data.decode().splitlines()]


@pytest.fixture(autouse=True)
def _archive():
    make_article(headline="Flood", categories=(make_category("World"),))
    make_article(headline="سیلاب", language="ur")
    make_article(headline="Floods to come", state=State.DRAFT)


def test_a_file_has_what_is_in_public_and_its_number_is_said(tmp_path):
    assert run(tmp_path / "all.jsonl") == "written 2\n"
    assert headlines((tmp_path / "all.jsonl").read_bytes()) == ["Flood", "سیلاب"]
    assert [path.name for path in tmp_path.iterdir()] == ["all.jsonl"]


def test_a_name_tells_the_format_and_whether_it_is_packed(tmp_path):
    run(tmp_path / "a.csv.gz")
    packed = (tmp_path / "a.csv.gz").read_bytes()
    assert gzip.decompress(packed).startswith(b"\xef\xbb\xbfnumber,headline,")
    run(tmp_path / "b", "--format", "csv")
    assert (tmp_path / "b").read_bytes() == gzip.decompress(packed)


def test_the_same_articles_are_the_same_bytes_also_packed(tmp_path):
    run(tmp_path / "a.jsonl.gz")
    run(tmp_path / "b.jsonl.gz")
    first, second = (tmp_path / name for name in ("a.jsonl.gz", "b.jsonl.gz"))
    assert first.read_bytes() == second.read_bytes()


def test_standard_output_has_the_records_and_nothing_else(capfdbinary):
    assert run() == run("-") == "written 2\n"
    assert headlines(capfdbinary.readouterr().out) == ["Flood", "سیلاب"] * 2


def test_a_search_in_the_language_of_the_page_says_which(tmp_path):
    assert run(tmp_path / "a", "--search", "flood category:World") == "written 1\n"
    assert run(tmp_path / "b", "--search", "flood lang:ur") == "written 0\n"
    assert (tmp_path / "b").read_bytes() == b""


def test_drafts_come_on_demand_also_with_a_search(tmp_path):
    assert run(tmp_path / "a", "--drafts") == "written 3\n"
    assert run(tmp_path / "b", "--drafts", "--search", "flood") == "written 2\n"
    last = (tmp_path / "b").read_text().splitlines()[-1]
    assert json.loads(last)["state"] == "draft"


def test_a_search_that_the_page_refuses_is_refused_with_its_words(tmp_path):
    with pytest.raises(CommandError, match="no more than 1,000 can be searched for"):
        run(tmp_path / "a", "--search", "x" * 1001)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "reason"),
    [("", "is no file"), ("no/such/folder.jsonl", "No such file or directory")],
)
def test_what_cannot_be_written_to_is_named_with_the_reason(tmp_path, name, reason):
    with pytest.raises(CommandError, match=reason):
        run(tmp_path / name)


def test_a_file_that_is_there_stays_whole_when_an_export_breaks_off(
    tmp_path, monkeypatch
):
    (tmp_path / "a.jsonl").write_text("before")
    monkeypatch.setattr("articles.exporting.formats.json_line", _broken)
    with pytest.raises(CommandError, match="Broken off"):
        run(tmp_path / "a.jsonl")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["before"]


def _broken(record):
    raise KeyboardInterrupt


def test_what_a_process_of_the_same_number_left_behind_is_in_nobodys_way(tmp_path):
    left = tmp_path / f".a.jsonl.{os.getpid()}.part"
    left.write_text("half")
    assert run(tmp_path / "a.jsonl") == "written 2\n"
    assert left.read_text() == "half"


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "file")
    run(tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert headlines((tmp_path / "file").read_bytes()) == ["Flood", "سیلاب"]


def test_a_reader_who_has_had_enough_is_no_error(monkeypatch):
    end, begin = os.pipe()
    os.close(end)
    with os.fdopen(begin, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        assert run("-") == ""
