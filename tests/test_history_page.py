"""Every version of an article can be seen at the desk, compared and taken up again."""

import pytest
from django.db import transaction
from pytest_django.asserts import assertContains, assertNotContains

from articles.desk.history import History
from articles.importing.undoing import undo
from articles.models import Article, ArticleVersion, Correction, Source, State
from tests.desk_forms import ARTICLES, change_of, form_at, make_editor
from tests.factories import make_article, make_category, make_source
from tests.test_undoing import imported, record

pytestmark = pytest.mark.django_db


@pytest.fixture
def sara():
    return make_editor("sara")


def send(client, article, **typed):
    address = change_of(article)
    sent = form_at(client, address) | {"public_note": "A correction"} | typed
    response = client.post(address, sent)
    assert response.status_code == 302, response.context["errors"]


def history(client, article, **asked):
    return client.get(f"{ARTICLES}{article.pk}/history/", asked)


def restore(client, article, number, **typed):
    address = f"{ARTICLES}{article.pk}/restore/{number}/"
    return client.post(address, typed, follow=True)


def test_versions_say_by_whom_and_what(sara):
    article = make_article(headline="Flood closes road", body="It rained.")
    send(sara, article, headline="Flood closes bridge")
    send(sara, article, byline="By Ann Lee")
    page = history(sara, article)
    assertContains(page, "<bdi>sara</bdi>")
    assertContains(page, "changed: Headline")
    assertContains(page, "changed: Byline")
    assertContains(page, "<ins>By Ann Lee</ins>")  # the last change is compared


def test_any_two_can_be_compared(sara):
    article = make_article(headline="Flood closes road", body="It rained.")
    send(sara, article, headline="Flood closes bridge")
    send(sara, article, headline="Flood closes tunnel")
    page = history(sara, article, old=1, new=3)
    assertContains(page, "<del>road</del>")
    assertContains(page, "<ins>tunnel</ins>")
    assertNotContains(page, "bridge</ins>")


@pytest.mark.parametrize("asked", ["x", "0", "99", "-1", "9" * 30])
def test_a_version_that_there_is_not_is_not_compared(sara, asked):
    article = make_article()
    assert history(sara, article, old=asked, new=1).status_code == 200


# Filings of one transaction are one edit: here each is to be one of its own.
@pytest.mark.django_db(transaction=True)
def test_a_version_is_restored_on_a_click_and_makes_a_new_one(sara):
    with transaction.atomic():  # as the desk adds one
        world, sport = make_category("World"), make_category("Sport")
        article = make_article(headline="Flood closes road", categories=(world,))
    send(sara, article, headline="Flood closes bridge", categories=[sport.pk])
    page = restore(sara, article, 1, public_note="The first headline was right")
    assertContains(page, "The article is again what it was")
    found = Article.objects.get()
    assert found.headline == "Flood closes road"
    assert list(found.categories.all()) == [world]
    assert ArticleVersion.objects.filter(pgh_obj=article).count() == 2
    assert Correction.objects.first().note == "The first headline was right"


def test_what_is_in_public_is_not_restored_unsaid(sara):
    article = make_article(headline="Flood closes road")
    send(sara, article, headline="Flood closes bridge")
    assertContains(restore(sara, article, 1), "Nothing was restored")
    assert Article.objects.get().headline == "Flood closes bridge"


@pytest.mark.parametrize(
    ("note", "stored"),
    [("A\r\nline", "A line"), (" A\0 line\n", "A line"), ("x" * 300, "x" * 300)],
)
def test_a_note_is_stored_as_one_line(sara, note, stored):
    article = make_article(headline="Flood closes road")
    send(sara, article, headline="Flood closes bridge")
    restore(sara, article, 1, public_note=note)
    assert Correction.objects.first().note == stored


@pytest.mark.parametrize("note", ["x" * 301, "\0", " \n"])
def test_a_note_that_cannot_be_stored_restores_nothing(sara, note):
    article = make_article(headline="Flood closes road")
    send(sara, article, headline="Flood closes bridge")
    page = restore(sara, article, 1, public_note=note)
    assertContains(page, "Nothing was restored")
    assert Article.objects.get().headline == "Flood closes bridge"


def test_restoring_brings_nothing_into_public(sara):
    article = make_article(headline="Flood closes road")
    send(sara, article, state="withdrawn", withdrawn_reason="An error.")
    send(sara, article, headline="Flood closes bridge")
    restore(sara, article, 1)
    found = Article.objects.get()
    assert (found.headline, found.state) == ("Flood closes road", State.WITHDRAWN)


def test_what_the_archive_has_once_more_is_not_restored(sara):
    address = "https://rki.news/1"
    article = make_article(source_url=address)
    send(sara, article, source_url="https://rki.news/2")
    make_article(source_url=address)
    page = restore(sara, article, 1, public_note="The address")
    assertContains(page, "Nothing was restored: The archive has")
    assert Article.objects.get(pk=article.pk).source_url == "https://rki.news/2"


def test_what_cannot_be_given_back_is_said(sara):
    source = make_source("Gone Times")
    article = make_article(source=source, headline="Flood closes road")
    send(sara, article, source="", headline="Flood closes bridge")
    Source.objects.all().delete()
    page = restore(sara, article, 1, public_note="The headline")
    assertContains(page, "Not given back: the source, which was deleted since.")
    assert Article.objects.get().headline == "Flood closes road"


def test_who_may_change_nothing_restores_nothing(client, django_user_model):
    article = make_article()
    client.force_login(django_user_model.objects.create_user("x", is_staff=True))
    assert client.get(f"{ARTICLES}{article.pk}/history/").status_code == 403
    assert client.post(f"{ARTICLES}{article.pk}/restore/1/").status_code == 403


def test_many_versions_are_paged_at_the_same_cost(sara, django_assert_max_num_queries):
    article = make_article(headline="Number 0")
    for number in range(1, 45):
        Article.objects.filter(pk=article.pk).update(headline=f"Number {number}")
    with django_assert_max_num_queries(20):
        page = history(sara, article)
    assertContains(page, "?p=2")
    assertContains(history(sara, article, p=3), "by a hand on the database")


@pytest.mark.django_db(transaction=True)
def test_what_had_the_number_before_is_another_article(tmp_path, client):
    told = {**record(1), "number": 77, "language": "en", "source": "Paper"}
    first = imported(tmp_path, told)
    undo(imported(tmp_path, {**told, "body": "New."}, update=True), user=None)
    undo(first, user=None)
    second = imported(tmp_path, told)
    article = Article.objects.get(pk=77)
    (version,) = History(article).versions([1, 2]).values()
    assert version.author.batch.pk == second
    assert len(version.categories) == 1
    page = client.get(article.get_absolute_url())
    assert page.context["around"].version_count == 1
