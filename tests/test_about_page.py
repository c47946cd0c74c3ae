import pytest
from pytest_django.asserts import assertContains, assertNotContains

pytestmark = pytest.mark.django_db


def test_the_page_says_what_the_archive_is_and_leads_on(client):
    page = client.get("/about/")
    assertContains(page, "The News Archive keeps news articles in English and in Urdu")
    for path in ("/about/statistics/", "/export/", "/imports/", "/category/"):
        assertContains(page, f'<a href="{path}">')
    assertContains(page, 'aria-current="page">About</a>')
    assertContains(page, "have not said yet how to reach them")


def test_whoever_runs_the_archive_says_so_in_either_script(client, settings):
    settings.ABOUT_TEXT = (
        "\nRun by the Quay Society.\nWrite to desk@quay.example\n\n\n"
        "یہ آرکائیو انجمن چلاتی ہے۔\n"
    )
    page = client.get("/about/")
    link = '<a href="mailto:desk@quay.example">desk@quay.example</a>'
    words = f"Run by the Quay Society.<br>Write to {link}"
    assertContains(page, f'<p lang="en" dir="ltr">{words}</p>')
    assertContains(page, '<p lang="ur" dir="rtl">یہ آرکائیو انجمن چلاتی ہے۔</p>')
    assertNotContains(page, "have not said yet")
    assertContains(client.get("/ur/about/"), f'<p lang="en" dir="ltr">{words}</p>')


def test_what_they_say_is_text(client, settings):
    settings.ABOUT_TEXT = '<script>alert("x")</script> http://quay.example/?a="><b>'
    page = client.get("/about/")
    assertNotContains(page, "<script>alert")
    assertNotContains(page, "<b>")


def test_every_page_leads_to_it(client):
    page = client.get("/imports/")
    assertContains(page, '<a href="/about/">About the archive</a>')
    assertContains(page, '<a href="/about/statistics/">Statistics</a>')
    page = client.get("/ur/imports/")
    assertContains(page, '<a href="/ur/about/statistics/">اعداد و شمار</a>')
