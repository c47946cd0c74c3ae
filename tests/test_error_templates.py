import pytest
from django.template.loader import render_to_string
from pytest_django.asserts import assertContains


def test_a_page_for_bad_times_needs_no_context_and_no_collected_files(settings):
    manifest = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": manifest}}
    page = render_to_string("400.html")
    assert "<h1>" in page
    assert 'href="/static/site.css"' in page


def refused(client, prefix):
    """What an address with a NUL in it gets."""
    page = client.get(f"{prefix}/search/?q=%00")
    assert page.status_code == 400
    return page.content.decode()


@pytest.mark.django_db
def test_an_address_that_cannot_be_read_is_refused_in_the_language_of_its_edition(
    client,
):
    english, urdu = refused(client, ""), refused(client, "/ur")
    assert '<html lang="en" dir="ltr">' in english
    assert "<h1>This address cannot be read.</h1>" in english
    assert '<html lang="ur" dir="rtl">' in urdu
    assert "<h1>یہ پتا پڑھا نہیں جا سکا۔</h1>" in urdu
    assert 'class="btn" href="/ur/"' in urdu


@pytest.mark.django_db
def test_a_refusal_says_so_in_the_other_language_as_well(client):
    other = (
        '<p lang="ur" dir="rtl">یہ پتا پڑھا نہیں جا سکا۔ '
        '<a href="/ur/">صفحۂ اول</a></p>'
    )
    assert other in refused(client, "")
    other = (
        '<p lang="en" dir="ltr">This address cannot be read. '
        '<a href="/">Front page</a></p>'
    )
    assert other in refused(client, "/ur")


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
