"""Export, wipe, import, export: byte for byte the same."""

import io
from datetime import UTC, date, datetime

import pytest
from django.conf import settings
from django.core.management import call_command

from articles.models import Article, Category, ImportBatch, Source, State
from bench.search import texts
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db

FORMATS = ["jsonl", "csv"]
HOSTILE = [
    '"Quoted", said “she”',
    "=HYPERLINK(A1)",
    "+1-2@x",
    "-",
    "'s",
    "\ufeffmark",
    "a\u202eb\u2066c\u2069",
    "کھلی\u200cخبر، ”اقتباس“",
    "👩‍🚀 e\u0301 ﷺ ۲۰۱۳",
    "\\n \\u0000 \\",
    '{"headline":"x"}',
    "# Headline",
    "Published on April 18, 2025",
    "<b>&amp;</b>",
    "a,b;c|d",
    "x" * 1000,
    "\U0010fffd",
    "null",
    "007",
]


def export(folder, format_, *options):
    """The file of all that is there, and its bytes."""
    path = folder / f"archive.{format_}"
    call_command("export_articles", str(path), *options, stdout=io.StringIO())
    return path, path.read_bytes()


def import_(path):
    out, err = io.StringIO(), io.StringIO()
    call_command("import_articles", str(path), stdout=out, stderr=err)
    assert "refused 0" in out.getvalue(), err.getvalue()


def wipe():
    ImportBatch.objects.all().delete()
    Article.objects.all().delete()
    Category.objects.all().delete()
    Source.objects.all().delete()


def assert_comes_back(folder, format_, *options):
    path, before = export(folder, format_, *options)
    assert before
    wipe()
    import_(path)
    (folder / "again").mkdir()
    _path, after = export(folder / "again", format_, *options)
    assert after.decode() == before.decode()
    again = io.StringIO()
    call_command("import_articles", str(path), stdout=again, stderr=again)
    assert again.getvalue().startswith("stored 0 "), again.getvalue()


def make_invented(number):
    article = texts.article(number)
    values = article._asdict()
    labels = values.pop("category_ids"), values.pop("source_id")
    values.pop("id", None)
    make_article(
        **{name: value for name, value in values.items() if value is not None},
        source=make_source(f"Source {labels[1]}"),
        categories=tuple(make_category(f"Category {key}") for key in labels[0]),
    )


@pytest.mark.parametrize("format_", FORMATS)
def test_invented_articles_in_both_scripts_come_back(tmp_path, format_):
    for number in range(60):
        make_invented(number)
    assert set(Article.objects.values_list("language", flat=True)) == {"en", "ur"}
    assert_comes_back(tmp_path, format_)


@pytest.mark.parametrize("format_", FORMATS)
def test_hostile_texts_come_back(tmp_path, format_):
    category, source = make_category("World; کھیل | & ،"), make_source()
    for number, text in enumerate(HOSTILE):
        make_article(
            headline=text,
            summary=f"{text}\n\n  {text}",
            byline=text[:500],
            body=f"{text}\r\n{text}\u2028{text}\n\n\n\n\t{text}",
            published_on=date(1500 + number, 2, 28),
            published_at=datetime(1500 + number, 3, 1, microsecond=1, tzinfo=UTC),
            source=source,
            categories=(category,),
        )
    assert_comes_back(tmp_path, format_)


def test_labels_of_all_kinds_come_back(tmp_path):
    names = ["a.example", "A.Example News", "=1", "خبریں", "a/b", '"', "كراچي"]
    for number, name in enumerate(names):
        category = make_category(name)
        for source in (make_source(name), None):
            make_article(
                published_on=date(2025, 4, 18 - number),
                source=source,
                source_url=f"https://a.example/{number}-{source is None}",
                categories=(category, make_category("Z")),
            )
    assert_comes_back(tmp_path, "jsonl")


def test_drafts_come_back_as_drafts(tmp_path):
    make_article(state=State.DRAFT)
    make_article(state=State.DRAFT, headline="", published_on=None)
    make_article()
    assert_comes_back(tmp_path, "jsonl", "--drafts")
    assert Article.objects.published().count() == 1


@pytest.mark.parametrize("format_", FORMATS)
def test_the_sample_archive_comes_back(tmp_path, format_):
    import_(settings.BASE_DIR / "sample")
    numbers = set(Article.objects.values_list("pk", flat=True))
    assert len(numbers) >= 60
    assert_comes_back(tmp_path, format_)
    assert set(Article.objects.values_list("pk", flat=True)) == numbers
