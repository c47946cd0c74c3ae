"""Which files are read, how they are unpacked, and which are refused."""

import gzip
import hashlib
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import file_digest
from pathlib import Path

import pytest

from articles.importing import unpacking
from articles.importing.files import STANDARD_INPUT, files_in, opened, total_size
from articles.importing.imports import Import
from articles.importing.readers import READERS
from articles.models import Article, ImportedFile, Original
from tests.records import json_lines

LINE = json_lines({"headline": "Harbour reopens", "published": "2025-04-18"})
DOCUMENT = b"Curtain up\nPublished on May 9, 2018\n\nA harbour and 11 ships.\n"


def write(path: Path, data: bytes = LINE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def read(path: Path) -> bytes:
    with opened(path) as source:
        return source.stream.read()


def run(*paths: Path, **how):
    """The summary of an import, and its refusals without the folder they are in."""
    told = []
    what = Import(files=files_in(list(paths)), tell=told.append, **how)
    summary = what.run(lambda *_: None)
    return summary, [(Path(r.place).name, r.field, r.reason) for r in told]


def test_a_folder_stands_for_the_files_below_it_in_order_but_hidden_ones(tmp_path):
    wanted = [write(tmp_path / name) for name in ("a/2.txt", "a/b/1.txt", "c.jsonl")]
    write(tmp_path / ".hidden")
    for left_by_a_desktop in ("Thumbs.db", "a/desktop.ini", "a/b/.DS_Store"):
        write(tmp_path / left_by_a_desktop)
    write(tmp_path / ".git" / "config")
    assert files_in([tmp_path]) == wanted


@pytest.mark.django_db
def test_a_name_that_is_no_utf_8_is_written_down_with_marks_for_what_is_not(tmp_path):
    good = write(tmp_path / os.fsdecode(b"caf\xe9.jsonl"))
    bad = write(tmp_path / os.fsdecode(b"\xff.jsonl"), json_lines({"headline": 7}))
    summary, ((place, *_),) = run(good, bad)
    assert (summary.stored, summary.refused) == (1, 1)
    assert place == "\ufffd.jsonl, line 1"
    names = ImportedFile.objects.order_by("pk").values_list("name", flat=True)
    assert [Path(name).name for name in names] == ["caf\ufffd.jsonl", "\ufffd.jsonl"]
    assert Original.objects.get().place.endswith("caf\ufffd.jsonl, line 1")


def test_a_hidden_file_or_folder_that_is_named_is_read(tmp_path):
    inside = write(tmp_path / ".corpus" / "a.jsonl")
    hidden = write(tmp_path / ".b.jsonl")
    assert files_in([inside.parent, hidden]) == [inside, hidden]


def test_a_path_that_is_not_there_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"a\.txt: there is no such file"):
        files_in([tmp_path, tmp_path / "a.txt"])


def test_an_empty_folder_has_no_files(tmp_path):
    assert files_in([tmp_path]) == []


def test_the_size_is_that_on_disk_and_standard_input_has_none(tmp_path):
    files = [write(tmp_path / "a", b"12345"), write(tmp_path / "b", b"12")]
    assert total_size([*files, STANDARD_INPUT]) == 7


def test_a_gzipped_file_is_known_by_its_content(tmp_path):
    packed = gzip.compress(LINE)
    assert read(write(tmp_path / "a.jsonl", packed)) == LINE
    assert read(write(tmp_path / "plain.gz", LINE)) == LINE
    assert read(write(tmp_path / "two.gz", packed + packed)) == LINE + LINE


def test_the_position_is_what_was_read_on_disk(tmp_path):
    file = write(tmp_path / "a.gz", gzip.compress(LINE * 1000))
    with opened(file) as source:
        source.stream.read()
        assert source.position() == file.stat().st_size < 1000 * len(LINE)


@pytest.mark.parametrize("data", [LINE, gzip.compress(LINE)], ids=["plain", "gzipped"])
def test_standard_input_is_read_from_a_pipe(data, monkeypatch):
    reading, writing = os.pipe()
    with os.fdopen(reading) as standard_input, os.fdopen(writing, "wb") as pipe:
        pipe.write(data)
        pipe.close()
        monkeypatch.setattr(sys, "stdin", standard_input)
        assert read(STANDARD_INPUT) == LINE
        assert not standard_input.closed


@pytest.mark.django_db
def test_a_pipe_that_is_given_as_a_path_is_read_once():
    reading, writing = os.pipe()
    with os.fdopen(reading), os.fdopen(writing, "wb") as pipe:
        pipe.write(LINE)
        pipe.close()
        summary, refusals = run(Path(f"/dev/fd/{reading}"))
    assert (summary.stored, refusals) == (1, [])


@pytest.mark.django_db
def test_a_pipe_with_a_name_is_read_once(tmp_path):
    os.mkfifo(path := tmp_path / "papers")
    with ThreadPoolExecutor(1) as threads:
        threads.submit(path.write_bytes, LINE)
        summary, refusals = run(path)
    assert (summary.stored, refusals) == (1, [])
    entry = ImportedFile.objects.get()
    assert (entry.name, entry.sha256, entry.size) == (str(path), "", 0)


@pytest.mark.django_db
@pytest.mark.parametrize("dry_run", [False, True])
def test_for_its_checksum_a_file_is_read_once(tmp_path, monkeypatch, dry_run):
    names = []

    def digest(file, algorithm):
        names.append(Path(file.name).name)
        return file_digest(file, algorithm)

    monkeypatch.setattr(hashlib, "file_digest", digest)
    run(write(tmp_path / "a"), write(tmp_path / "b"), dry_run=dry_run)
    assert names == ["a", "b"]


@pytest.mark.django_db
def test_documents_and_json_lines_are_told_apart_by_looking(tmp_path):
    write(tmp_path / "a.dat", DOCUMENT)
    write(tmp_path / "b.dat", gzip.compress(b"\xef\xbb\xbf" + LINE))
    summary, refusals = run(tmp_path)
    assert (summary.stored, refusals) == (2, [])
    assert set(Article.objects.values_list("headline", flat=True)) == {
        "Curtain up",
        "Harbour reopens",
    }


UNKNOWN = f"none of {', '.join(READERS)}, by how it begins"
EMPTY = "it is empty"
DAMAGED = "the compressed data is damaged or ends too early"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", EMPTY),
        (b"Harbour reopens, but nobody says when", UNKNOWN),
        (b"<?xml version='1.0'?><note><to/></note>", UNKNOWN),
        (b"[Harbour reopens]", UNKNOWN),
        (
            LINE.decode().encode("utf-16"),
            f"{UNKNOWN}; it is in UTF-16: save it in UTF-8",
        ),
        (b"\x00" * 100_000, UNKNOWN),
        (gzip.compress(b""), EMPTY),
        (b"\x1f\x8b", DAMAGED),
        (gzip.compress(LINE)[:-9], DAMAGED),
        (b"\x1f\x8b\x08\x00" + b"\xff" * 100, DAMAGED),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_and_the_next_is_read(
    data, reason, tmp_path
):
    write(tmp_path / "1", data)
    write(tmp_path / "2")
    summary, refusals = run(tmp_path)
    ((place, field, why),) = refusals
    assert (summary.stored, place, field) == (1, "1", "file")
    assert why.startswith(reason)


@pytest.mark.django_db
def test_what_was_whole_before_a_damage_is_stored(tmp_path):
    numbers = range(20_000)
    lines = [{"headline": f"Story {n}", "published": "2025-04-18"} for n in numbers]
    packed = gzip.compress(json_lines(*lines))
    write(tmp_path / "a.jsonl.gz", packed[: len(packed) // 2])
    summary, refusals = run(tmp_path)
    assert 1_000 < summary.stored < 20_000
    assert refusals == [("a.jsonl.gz", "file", DAMAGED)]
    assert Article.objects.count() == summary.stored


@pytest.mark.django_db
def test_compressed_data_have_a_size_at_which_they_end(tmp_path, monkeypatch):
    monkeypatch.setattr(unpacking, "LARGEST", 1_000_000)
    write(tmp_path / "a.gz", gzip.compress(LINE * 100_000))
    summary, refusals = run(tmp_path)
    reason = "the compressed data hold more than 1,000,000 bytes: divide them"
    assert (summary.stored, refusals) == (1, [("a.gz", "file", reason)])


@pytest.mark.django_db
def test_a_format_that_is_named_is_not_guessed(tmp_path):
    write(tmp_path / "a", DOCUMENT)
    _, refusals = run(tmp_path, format="jsonl")
    assert [place for place, *_ in refusals] == ["a, line 1", "a, line 2", "a, line 4"]
