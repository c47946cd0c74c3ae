"""The archive as a SQLite file: what is in it, and what it finds."""

import io
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime

import pytest
from django.core.management import CommandError, call_command

from articles.exporting.reading import in_public, records
from articles.exporting.sqlite.spellings import with_spellings
from articles.models import State
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db

BEFORE = b"SQLite format 3\0 of before"
FOUND = "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?"


def export(path):
    out = io.StringIO()
    call_command("export_sqlite", str(path), stdout=out)
    return out.getvalue()


@pytest.fixture
def ask(tmp_path):
    """The rows that a statement finds in a new file of the archive."""

    def asked(statement, *values):
        export(tmp_path / "archive.db")
        with closing(sqlite3.connect(tmp_path / "archive.db")) as database:
            database.row_factory = sqlite3.Row
            return [dict(row) for row in database.execute(statement, values)]

    return asked


def test_articles_and_their_labels_are_tables(ask):
    article = make_article(
        headline="بارش",
        body="Text.",
        language="ur",
        captured_at=datetime(2025, 11, 21, 16, 57, 59, tzinfo=UTC),
        source=make_source("Example Times", domain="times.example"),
        categories=(make_category("World", name_ur="دنیا"),),
    )
    make_category("Unused")
    (row,) = ask(
        "SELECT articles.*, sources.name AS source, categories.name_ur AS category"
        " FROM articles JOIN sources ON sources.id = source_id"
        " JOIN article_categories ON article_number = number"
        " JOIN categories ON categories.id = category_id"
    )
    assert row == {
        "number": article.pk,
        "headline": "بارش",
        "summary": None,
        "byline": None,
        "dateline": None,
        "body": "Text.",
        "published_on": "2025-04-18",
        "published_at": None,
        "captured_at": "2025-11-21T16:57:59Z",
        "language": "ur",
        "source_url": None,
        "source_id": article.source_id,
        "source": "Example Times",
        "category": "دنیا",
    }
    assert ask("SELECT name FROM categories") == [{"name": "World"}]


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("Floods in Zürich", "floods"),
        ("Floods in Zürich", "zurich"),
        ("آئی جی کراچی", "آئی"),
        ("آئی جی کراچی", "كراچي"),
        ("آئی جی کراچی", "كراچى"),
        ("لاہور کے بھائی", "لاهور"),
        ("لاہور کے بھائی", "بهائی"),
        ("لاہور کے بھائی", "بهائي"),
        ("لاہور کے بھائی", "كي"),
        ("مُحَمَّد علی", "محمد"),
        ("مُحَمَّد علی", "مُحَمَّد"),
        ("کھلی\u200cخبر", "کھلیخبر"),
        ("سال ۲۰۱۳ میں", "2013"),
        ("سال 2013 میں", "۲۰۱۳"),
        ("سال 2013 میں", "٢٠١٣"),
        ("हिन्दी समाचार", "हिन्दी"),
    ],
)
def test_words_are_found_from_any_keyboard(ask, printed, typed):
    article = make_article(headline=printed)
    make_article(headline="Other", body="دوسری بات")
    assert ask(FOUND, f'"{typed}"') == [{"rowid": article.pk}]


def test_marks_stand_where_the_words_are_printed(ask):
    make_article(headline="لاہور میں بارش")
    (row,) = ask(
        "SELECT highlight(articles_fts, 0, '[', ']') AS marked FROM articles_fts"
        " WHERE articles_fts MATCH 'بارش'"
    )
    assert row["marked"] == "لاہور میں [بارش]"


def test_a_text_without_arabic_letters_stays_as_it_is():
    assert with_spellings("Café 2013 Ωmega") == "Café 2013 Ωmega"


def test_a_table_says_what_there_is(ask):
    make_article()
    topics = {row["topic"]: row["text"] for row in ask("SELECT * FROM readme")}
    assert "The News Archive, https://archive.example" in topics["archive"]
    assert "any keyboard" in topics["articles_fts"]
    assert topics["articles.headline"] == "The title, in one line."


def test_datasette_finds_the_index_by_the_table_that_it_is_of(ask):
    (row,) = ask("SELECT sql FROM sqlite_master WHERE name = 'articles_fts'")
    assert 'content="articles"' in row["sql"]


def test_only_what_is_in_public_is_in_the_file(ask):
    shown = make_article(published_on=date(2013, 8, 17)).pk
    hidden = {"source": make_source("Secret"), "categories": (make_category("Quiet"),)}
    make_article(state=State.DRAFT, **hidden)
    make_article(state=State.WITHDRAWN, withdrawn_reason="An error.", **hidden)
    assert ask("SELECT number FROM articles") == [{"number": shown}]
    assert ask("SELECT name FROM sources UNION SELECT name FROM categories") == []


def test_the_file_has_what_the_records_have(ask):
    for number in range(30):
        make_article(headline=f"Fog {number}", summary="S", byline="B")
    rows = ask("SELECT * FROM articles ORDER BY published_on, number")
    kept = [{k: v for k, v in row.items() if v is not None} for row in rows]
    assert kept == list(records(in_public()))


def test_no_file_of_another_kind_is_replaced(tmp_path):
    path = tmp_path / "all.jsonl"
    path.write_text("{}")
    with pytest.raises(CommandError, match="is there, and is no SQLite file"):
        export(path)
    assert path.read_text() == "{}"


def test_an_address_that_only_this_machine_knows_is_told(tmp_path, settings, capsys):
    settings.SITE_URL = "https://archive.example"
    export(tmp_path / "a.db")
    assert "SITE_URL" not in capsys.readouterr().err
    settings.SITE_URL = "http://127.0.0.1:8000"
    export(tmp_path / "b.db")
    assert (
        "is at http://127.0.0.1:8000, which only this machine"
        in capsys.readouterr().err
    )


def test_a_file_is_replaced_when_the_new_one_is_whole(tmp_path, monkeypatch):
    make_article()
    path = tmp_path / "archive.db"
    path.write_bytes(BEFORE)
    with monkeypatch.context() as patched:
        patched.setattr("articles.exporting.sqlite.filling.with_spellings", _broken)
        with pytest.raises(CommandError, match="Broken off: nothing was written"):
            export(path)
    assert [other.read_bytes() for other in tmp_path.iterdir()] == [BEFORE]
    assert export(path) == "written 1\n"
    assert path.read_bytes().startswith(b"SQLite format 3")


def _broken(text):
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("name", "reason"), [("", "is no file"), ("no/a.db", "No such file or directory")]
)
def test_what_cannot_be_written_to_is_named_with_the_reason(tmp_path, name, reason):
    with pytest.raises(CommandError, match=reason):
        export(tmp_path / name)
