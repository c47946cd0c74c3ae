import pytest
from django.template.loader import render_to_string
from pytest_django.asserts import assertContains


def test_a_page_for_bad_times_needs_no_context_and_no_collected_files(settings):
    manifest = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": manifest}}
    page = render_to_string("400.html")
    assert "<h1>" in page
    assert 'href="/static/site.css"' in page


@pytest.mark.django_db
def test_a_missing_page_searches_for_the_words_of_its_address(client):
    page = client.get("/2025/04/18/harbour_reopens-%D9%84%D8%A7%DB%81%D9%88%D8%B1/x/")
    assertContains(page, "There is no page here.", status_code=404)
    assertContains(page, 'value="harbour reopens لاہور x"', status_code=404)


@pytest.mark.django_db
def test_what_is_sent_to_a_page_is_refused_with_a_page(client):
    page = client.post("/search/", {"q": "x"})
    assertContains(page, "This page can only be read.", status_code=405)
    assert page["Allow"] == "GET, HEAD"


@pytest.mark.django_db
def test_the_words_of_a_hostile_address_are_text(client):
    page = client.get("/%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    assertContains(page, 'value="script alert script"', status_code=404)
