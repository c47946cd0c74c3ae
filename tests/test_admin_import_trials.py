"""A file at the desk that is tried again: otherwise, with columns named, and seen."""

import tempfile
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from articles.import_forms import FIELDS, FORMATS
from articles.importing.readers import READERS
from articles.importing.readers.column_names import field_of
from articles.models import Article, ImportBatch
from tests.factories import make_article, make_source
from tests.records import json_lines

pytestmark = pytest.mark.django_db(transaction=True)

ADD = "/admin/articles/importbatch/add/"
TABLE = (
    "Titel;Datum;Rubrik;Autor;Nr\n"
    "Hafen öffnet;03.04.2025;Welt;Anna Löw;1\n"
    "بندرگاہ;19.04.2025;Kultur;Bo Ek;2\n"
)
NAMES = {"column_0": "headline", "column_1": "published", "column_2": "categories"}


@pytest.fixture(autouse=True)
def _uploads(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def tried(client, data, **fields):
    data = data.encode() if isinstance(data, str) else data
    file = SimpleUploadedFile("papers.csv", data)
    return client.post(ADD, {"file": file, "day_order": "UNTOLD", **fields})


def given(form):
    values = {field.html_name: field.value() for field in form}
    return {name: value for name, value in values.items() if value}


def again(client, page, **changed):
    fields = {**given(page.context["again"]), **changed, "again": "Try it again"}
    return client.post(ADD, fields)


def confirmed(client, page):
    return client.post(ADD, given(page.context["form"]), follow=True)


def named(page):
    return [(it["name"], str(it["told"])) for it in page.context["columns"]]


def test_columns_are_named_at_the_desk_without_a_second_upload(admin_client):
    page = tried(admin_client, TABLE)
    assertContains(page, "no column is known for headline, body or address; choose ab")
    assertNotContains(page, "Import it")
    assert named(page)[0] == ("Titel", "")
    page = again(admin_client, page, **NAMES, day_order="DAY_FIRST")
    assert page.context["summary"].stored == 2
    assertContains(confirmed(admin_client, page), "2 stored")
    article = Article.objects.get(headline="Hafen öffnet")
    assert article.published_on == date(2025, 4, 3)
    assert [category.name for category in article.categories.all()] == ["Welt"]
    reading = ImportBatch.objects.get().reading
    assert reading["columns"] == {
        "headline": ["Titel"],
        "published": ["Datum"],
        "categories": ["Rubrik"],
    }


def test_columns_that_are_known_are_told_and_the_others_asked_about(admin_client):
    page = tried(admin_client, TABLE.replace("Titel", "Title"))
    assert named(page) == [
        ("Title", "headline"),
        *[(name, "") for name in ("Datum", "Rubrik", "Autor", "Nr")],
    ]
    page = again(admin_client, page, column_3="byline", column_4="headline")
    assert named(page)[0] == ("Title", "")
    assertContains(page, '<option value="byline" selected>byline</option>', html=True)


def test_what_is_said_of_a_file_can_be_changed_on_its_report(admin_client):
    either = json_lines({"headline": "Either", "published_on": "03/04/2025"})
    page = tried(admin_client, either)
    assertContains(page, "day or month first? Choose above which comes first: ")
    page = again(admin_client, page, day_order="MONTH_FIRST", update="on")
    assert page.context["summary"].stored == 1
    assert given(page.context["form"])["update"] is True
    confirmed(admin_client, page)
    assert Article.objects.get().published_on == date(2025, 3, 4)


def test_a_format_is_chosen_where_looking_does_not_tell(admin_client):
    page = tried(admin_client, "Titel\nHafen öffnet\n")
    assertContains(page, "none of document")
    assert named(page) == []
    page = again(admin_client, page, format="table")
    assert named(page) == [("Titel", "")]
    assert again(admin_client, page, column_0="headline").context["summary"].stored == 1
    page = again(admin_client, page, format="jsonl")
    assert page.context["summary"].stored == 0


def test_two_columns_of_one_field_are_refused_and_the_file_is_kept(admin_client):
    page = tried(admin_client, TABLE)
    page = again(admin_client, page, column_0="headline", column_3="headline")
    assertContains(page, "Two columns cannot both be: headline.")
    assert named(page)[0] == ("Titel", "")
    page = again(admin_client, page, **NAMES, column_3="")
    assert page.context["summary"].stored == 1


def test_an_upload_that_is_gone_is_not_tried_again(admin_client):
    page = tried(admin_client, TABLE)
    answer = again(admin_client, page, token="x")
    assertContains(answer, "The file is not kept any more")


@pytest.mark.parametrize("column", ["nonsense", "number", "headline\x00"])
def test_a_column_is_nothing_that_no_list_offers(admin_client, column):
    page = again(admin_client, tried(admin_client, TABLE), column_0=column)
    assertContains(page, "is not one of the available choices")


def test_names_of_columns_are_text_and_no_markup(admin_client):
    page = tried(admin_client, "title;<script>alert(1)</script>\na;b\n")
    assertContains(page, "<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>")


def test_the_first_articles_are_shown_with_what_is_worth_a_look(admin_client):
    day = timezone.localdate() + timedelta(days=3)
    source = make_source("Times")
    make_article(headline="شہر", published_on="2025-04-18", source=source, body="a")
    city = {"headline": "شہر", "published_on": "2025-04-18", "source": "Times"}
    coming = {"headline": "Coming", "published_on": str(day), "body": "b"}
    page = tried(admin_client, json_lines(city, coming))
    assertContains(page, '<td class="hl" lang="ur" dir="rtl">شہر</td>', html=True)
    assertContains(page, '<time datetime="2025-04-18">18 April 2025</time>', html=True)
    assertContains(page, "<li>articles without a body: 1</li>", html=True)
    assertContains(page, "days that are still to come, published as they are: 1")
    assertContains(page, "the same source, day and headline: 1")


def test_nothing_is_offered_to_import_where_nothing_would_come_of_it(admin_client):
    record = json_lines({"headline": "Harbour", "published_on": "2025-04-18"})
    page = tried(admin_client, record)
    assertContains(page, "Import it")
    confirmed(admin_client, page)
    page = tried(admin_client, record)
    assertNotContains(page, "Import it")
    assertContains(page, "so there is nothing to import.")


def test_nothing_at_the_desk_speaks_as_a_terminal_does(admin_client):
    page = tried(admin_client, TABLE.replace("Titel", "Title").replace("Datum", "Date"))
    assertNotContains(page, "--day-first")
    assertNotContains(page, "--column")
    confirmed(admin_client, page)
    batch = ImportBatch.objects.get()
    assert "--day-first" in batch.refusals.get().reason
    entry = admin_client.get(f"/admin/articles/importbatch/{batch.pk}/change/")
    assertContains(entry, "Choose which comes first when the file is tried: ")
    assertNotContains(entry, "--day-first")
    assertNotContains(admin_client.get(ADD), "import_articles")


def test_every_format_can_be_chosen_and_every_field_is_one():
    assert set(FORMATS) == {"", *READERS}
    assert {field_of(field.replace("_", " ")) for field in FIELDS} == set(FIELDS)
