"""What an editor sees of an article before, and instead of, its readers."""

import pytest
from django.contrib.auth.models import User
from pytest_django.asserts import assertContains, assertNotContains

from articles.models import State
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db

DRAFT = {"state": State.DRAFT}
GONE = {"state": State.WITHDRAWN, "withdrawn_reason": "An error."}
NOTICE = "Readers do not see this page."


def preview_of(client, article):
    return client.get(f"/admin/articles/article/{article.pk}/preview/")


@pytest.mark.parametrize("fields", [{}, DRAFT, GONE])
def test_the_preview_shows_an_article_of_any_state(admin_client, fields):
    article = make_article(headline="Harbour <b>", body="Ships.", **fields)
    page = preview_of(admin_client, article)
    assertContains(page, "Harbour &lt;b&gt;")
    assertContains(page, "Ships.")
    assertContains(page, NOTICE)
    assertContains(page, '<meta name="robots" content="noindex">')
    assert "no-store" in page["Cache-Control"]


@pytest.mark.parametrize(
    "missing",
    [
        {"headline": ""},
        {"published_on": None},
        {"body": ""},
        {"headline": "", "published_on": None, "body": ""},
    ],
)
@pytest.mark.parametrize("language", ["en", "ur", "fr"])
def test_a_draft_may_lack_anything(admin_client, missing, language):
    labels = {"source": make_source(), "categories": (make_category(),)}
    article = make_article(**{**DRAFT, **labels, "language": language, **missing})
    assertContains(
        preview_of(admin_client, article), NOTICE if language != "ur" else ""
    )
    change = admin_client.get(f"/admin/articles/article/{article.pk}/change/")
    assertContains(change, f"/admin/articles/article/{article.pk}/preview/")


def test_the_preview_speaks_the_language_of_the_article(admin_client):
    page = preview_of(admin_client, make_article(language="ur", **DRAFT))
    assertContains(page, '<html lang="ur" dir="rtl">')


@pytest.mark.parametrize(
    ("fields", "is_public"), [({}, True), (DRAFT, False), (GONE, False)]
)
@pytest.mark.parametrize("model", ["article", "snippet"])
def test_only_what_is_published_can_be_viewed_on_the_site(
    admin_client, model, fields, is_public
):
    article = make_article(headline="Harbour", **fields)
    page = admin_client.get(f"/admin/articles/{model}/{article.pk}/change/")
    check = assertContains if is_public else assertNotContains
    check(page, f'href="{article.get_absolute_url()}"')


def test_a_preview_is_for_those_who_may_see_articles(client):
    client.force_login(User.objects.create_user("bob", is_staff=True))
    assert preview_of(client, make_article(**DRAFT)).status_code == 403


@pytest.mark.parametrize("number", ["0", "999", "9" * 18, "9" * 30, "9" * 5000])
def test_what_does_not_exist_has_no_preview(admin_client, number):
    answer = admin_client.get(f"/admin/articles/article/{number}/preview/")
    assert answer.status_code in (302, 404)
