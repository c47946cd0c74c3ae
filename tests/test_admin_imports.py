"""Imports at the desk: tried, confirmed, listed, and taken back."""

import tempfile
from datetime import date

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from pytest_django.asserts import assertContains, assertNotContains

from articles.admin import import_runs
from articles.admin.import_reports import beside_articles
from articles.importing import uploads
from articles.models import Article, ImportBatch
from tests.records import json_lines
from tests.test_ledger import broken_off, file_of, run
from tests.xml_files import FEEDS

pytestmark = pytest.mark.django_db(transaction=True)

LIST, ADD = "/admin/articles/importbatch/", "/admin/articles/importbatch/add/"
GOOD = {"headline": "لاہور میں بارش", "published_on": "2025-04-18", "body": "پانی۔"}
BAD = {"headline": "Bad day", "published_on": "2025-04-31"}


@pytest.fixture(autouse=True)
def _uploads(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def tried(client, *records, **fields):
    file = SimpleUploadedFile("papers.jsonl", json_lines(*records))
    return client.post(ADD, {"file": file, "day_order": "UNTOLD", **fields})


def confirmed(client, page):
    given = {field.html_name: field.value() for field in page.context["form"]}
    return client.post(ADD, {n: v for n, v in given.items() if v}, follow=True)


def test_a_file_is_tried_and_nothing_is_stored(admin_client):
    page = tried(admin_client, GOOD, BAD)
    assertContains(page, "What would be imported")
    assertContains(page, "papers.jsonl, line 2: published_on: there is no such day")
    assert not Article.objects.exists()
    assert not ImportBatch.objects.exists()


def test_what_was_tried_is_imported_once_it_is_confirmed(
    admin_client, admin_user, tmp_path
):
    page = confirmed(admin_client, tried(admin_client, GOOD, BAD))
    assertContains(page, "1 stored")
    assert Article.objects.get().headline == GOOD["headline"]
    batch = ImportBatch.objects.get()
    assert (batch.imported_by, batch.files.get().name) == (admin_user, "papers.jsonl")
    assert not list(tmp_path.glob("newsarchive-*"))


def test_of_the_refusals_of_a_trial_those_are_kept_that_are_shown(tmp_path):
    summary, refused = import_runs.tried(file_of(tmp_path, *[BAD] * 150))
    assert (summary.refused, len(refused)) == (150, 100)
    assert refused[-1].place == "papers.jsonl, line 100"


def test_an_editor_says_whether_the_day_comes_first(admin_client):
    either = {"headline": "Either", "published_on": "03/04/2025"}
    assertContains(tried(admin_client, either), "day or month first?")
    confirmed(admin_client, tried(admin_client, either, day_order="DAY_FIRST"))
    assert Article.objects.get().published_on == date(2025, 4, 3)


def test_an_upload_is_the_business_of_who_made_it(admin_client, client):
    page = tried(admin_client, GOOD)
    client.force_login(User.objects.create_superuser("other"))
    assertContains(confirmed(client, page), "upload it again")
    assert not Article.objects.exists()


def test_a_file_that_nothing_can_be_read_from_is_named(admin_client):
    file = SimpleUploadedFile("x.bin", b"\x00\x01")
    page = admin_client.post(ADD, {"file": file, "day_order": "UNTOLD"})
    assertContains(page, "x.bin: file: ")


def test_a_file_may_have_a_long_name(admin_client):
    file = SimpleUploadedFile(f"{'ہ' * 150}.jsonl", json_lines(GOOD))
    page = admin_client.post(ADD, {"file": file, "day_order": "UNTOLD"})
    assertContains(confirmed(admin_client, page), "1 stored")


def test_a_large_file_is_sent_to_the_server(admin_client, monkeypatch):
    monkeypatch.setattr(uploads, "LARGEST", 10)
    page = tried(admin_client, GOOD)
    assertContains(page, "looks after the server can import larger ones")
    assertNotContains(page, "manage.py")


def test_an_import_is_listed_shown_and_taken_back(admin_client):
    confirmed(admin_client, tried(admin_client, GOOD, BAD))
    batch = ImportBatch.objects.get()
    entry, undo = f"{LIST}{batch.pk}/change/", f"{LIST}{batch.pk}/undo/"
    assertContains(admin_client.get(LIST), entry)
    assertContains(admin_client.get(entry), undo)
    assertContains(admin_client.get(undo), "would be deleted: 1")
    assert Article.objects.exists()
    page = admin_client.post(undo, follow=True)
    assertContains(page, "Deleted: 1.")
    assertNotContains(page, undo)
    assert not Article.objects.exists()
    assertContains(admin_client.post(undo, follow=True), "taken back already")


def test_an_entry_with_many_files_and_refusals_shows_them_in_pages(
    admin_client, tmp_path, django_assert_max_num_queries
):
    bad = [{"headline": 7, "id": number} for number in range(101)]
    files = [tmp_path / f"{number}.jsonl" for number in range(1, 101)]
    run(file_of(tmp_path, *bad, name="0.jsonl"), *files)
    entry = f"{LIST}{ImportBatch.objects.get().pk}/change/"
    with django_assert_max_num_queries(12):
        first = admin_client.get(entry)
    assertContains(first, f"<td><bdi>{tmp_path}/99.jsonl</bdi></td>", html=True)
    assertNotContains(first, f"<td><bdi>{tmp_path}/100.jsonl</bdi></td>", html=True)
    assertContains(first, 'href="?files=2#files"')
    second = admin_client.get(entry, {"files": "2"})
    assertContains(second, f"<td><bdi>{tmp_path}/100.jsonl</bdi></td>", html=True)
    place = f"<td><bdi>{tmp_path}/0.jsonl, line 101</bdi></td>"
    assertNotContains(first, place, html=True)
    assertContains(admin_client.get(entry, {"refusals": "2"}), place, html=True)
    assertContains(admin_client.get(LIST), "0.jsonl, 1.jsonl, 2.jsonl +98")


@pytest.mark.parametrize("address", [ADD, f"{LIST}1/undo/"])
def test_who_may_not_import_may_not(client, address):
    ImportBatch.objects.create(pk=1)
    editor = User.objects.create_user("ed", is_staff=True)
    client.force_login(editor)
    assert client.get(address).status_code == 403
    editor.groups.add(Group.objects.get(name="Editors"))
    assert client.get(ADD).status_code == 200
    assert client.get(f"{LIST}1/undo/").status_code == 403
    editor.user_permissions.set(Permission.objects.filter(codename="undo_import"))
    assert client.get(f"{LIST}1/undo/").status_code == 200


def test_what_is_no_article_is_told_before_and_after(admin_client):
    data = FEEDS.joinpath("wxr.xml").read_bytes()
    file = SimpleUploadedFile("export.xml", data)
    page = admin_client.post(ADD, {"file": file, "day_order": "UNTOLD"})
    assert page.context["left_out"][0] == ("attachments", 2)
    for shown in (page, confirmed(admin_client, page)):
        assertContains(shown, "<li>attachments: 2</li>", html=True)
        assertContains(shown, "items of type: \u2068&#x27;recipe&#x27;\u2069: 1")


def test_remarks_are_told_in_urdu_and_their_values_as_they_are():
    batch = ImportBatch(notes={"columns that are not read: 'title'": 2})
    with translation.override("ur"):
        assert beside_articles(batch)["notes"] == [
            ("کالم جو پڑھے نہیں گئے: \u2068'title'\u2069", 2)
        ]


def test_an_editor_is_told_where_an_import_goes_on(admin_client, admin_user, tmp_path):
    stories = [{**GOOD, "headline": f"Story {number}"} for number in range(600)]
    broken_off(file_of(tmp_path, *stories), after=500, user=admin_user.pk)
    page = tried(admin_client, *stories)
    told = "goes on at \u2068papers.jsonl, line 501\u2069"
    assertContains(page, told)
    assertContains(confirmed(admin_client, page), told)
    assertNotContains(tried(admin_client, *stories), "goes on at")
