"""Two saves at the same moment: real connections, real transactions."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.apps import apps
from django.db import connections, transaction
from pytest_django.asserts import assertContains, assertNotContains

from articles.editors import make_groups
from articles.models import Article, Correction
from tests.desk_forms import ARTICLES, change_of, form_at, make_editor
from tests.factories import make_article
from tests.test_queue import rows
from tests.waiting import wait_for_one_that_waits

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("_committed"),
]


@pytest.fixture
def _committed(transactional_db):
    """Connections that see each other; the tables were emptied of the group."""
    make_groups(apps.get_app_config("articles"), using="default")


def post(client, address, values):
    """Save, in a thread of its own."""
    try:
        return client.post(address, values)
    finally:
        connections.close_all()


def test_of_two_saves_at_the_same_moment_one_is_shown_the_other():
    editors = [make_editor("ann"), make_editor("sara")]
    article = make_article()
    address = change_of(article)
    sent = [form_at(each, address) | {"body": f"By {each.user}."} for each in editors]
    with ThreadPoolExecutor(2) as threads:
        answers = list(threads.map(post, editors, [address] * 2, sent))
    codes = [answer.status_code for answer in answers]
    assert sorted(codes) == [200, 302]
    article.refresh_from_db()
    assert article.body == sent[codes.index(302)]["body"]


def test_a_save_waits_for_one_that_has_begun_and_is_shown_it():
    editor, article = make_editor("ann"), make_article()
    mine = form_at(editor, change_of(article)) | {"headline": "Typed"}
    with ThreadPoolExecutor(1) as thread:
        with transaction.atomic():
            Article.objects.filter(pk=article.pk).update(headline="Saved before")
            later = thread.submit(post, editor, change_of(article), mine)
            wait_for_one_that_waits()
        page = later.result()
    assertContains(page, "Somebody changed this article (")
    article.refresh_from_db()
    assert article.headline == "Saved before"


def test_one_that_is_deleted_while_it_is_saved_stays_deleted():
    editor, article = make_editor("ann"), make_article()
    mine = form_at(editor, change_of(article)) | {"headline": "Typed"}
    with ThreadPoolExecutor(1) as thread:
        with transaction.atomic():
            Article.objects.filter(pk=article.pk).delete()
            later = thread.submit(post, editor, change_of(article), mine)
            wait_for_one_that_waits()
        page = later.result()
    assertContains(page, "This article was deleted after you had opened it.")
    assertNotContains(page, 'name="_over"')
    assert not Article.objects.exists()


def test_what_is_withdrawn_while_a_version_is_restored_stays_withdrawn():
    editor, article = make_editor("ann"), make_article(headline="First")
    Article.objects.filter(pk=article.pk).update(headline="Second")
    with ThreadPoolExecutor(1) as thread:
        with transaction.atomic():
            withdrawn = {"state": "withdrawn", "withdrawn_reason": "An error."}
            Article.objects.filter(pk=article.pk).update(**withdrawn)
            address = f"{ARTICLES}{article.pk}/restore/1/"
            later = thread.submit(post, editor, address, {"public_note": "A note"})
            wait_for_one_that_waits()
        later.result()
    article.refresh_from_db()
    assert (article.headline, article.state) == ("First", "withdrawn")


def test_what_is_deleted_while_a_version_is_restored_stays_deleted():
    editor, article = make_editor("ann"), make_article(state="draft")
    Article.objects.filter(pk=article.pk).update(headline="Second")
    with ThreadPoolExecutor(1) as thread:
        with transaction.atomic():
            Article.objects.filter(pk=article.pk).delete()
            address = f"{ARTICLES}{article.pk}/restore/1/"
            later = thread.submit(post, editor, address, {})
            wait_for_one_that_waits()
        assert later.result().status_code == 404
    assert not Article.objects.exists()


def mended(client):
    """The address of a list of the queue, and what is sent that mends the headline."""
    address = f"{ARTICLES}?needs=markup"
    sent = rows(client.get(address)) | {"form-0-public_note": "A sign"}
    return address, sent | {"form-0-headline": "Bread and salt"}


def test_what_is_withdrawn_while_it_is_mended_in_the_list_stays_withdrawn():
    editor, article = make_editor("ann"), make_article(headline="Bread &amp; salt")
    address, sent = mended(editor)
    with ThreadPoolExecutor(1) as thread:
        with transaction.atomic():
            withdrawn = {"state": "withdrawn", "withdrawn_reason": "An error."}
            Article.objects.filter(pk=article.pk).update(**withdrawn)
            later = thread.submit(post, editor, address, sent)
            wait_for_one_that_waits()
        assert later.result().status_code == 302
    article.refresh_from_db()
    assert (article.headline, article.state) == ("Bread and salt", "withdrawn")
    assert not Correction.objects.exists()


def test_what_is_saved_while_it_is_mended_in_the_list_is_not_written_over():
    editor, article = make_editor("ann"), make_article(headline="Bread &amp; salt")
    address, sent = mended(editor)
    with ThreadPoolExecutor(1) as thread:
        with transaction.atomic():
            Article.objects.filter(pk=article.pk).update(headline="Saved &amp; sent")
            later = thread.submit(post, editor, address, sent)
            wait_for_one_that_waits()
        assertContains(later.result(), "Somebody else has changed this")
    article.refresh_from_db()
    assert article.headline == "Saved &amp; sent"


def test_what_is_deleted_while_it_is_mended_in_the_list_stays_deleted():
    editor = make_editor("ann")
    article = make_article(headline="Bread &amp; salt", state="draft")
    address, sent = mended(editor)
    with ThreadPoolExecutor(1) as thread:
        with transaction.atomic():
            Article.objects.filter(pk=article.pk).delete()
            later = thread.submit(post, editor, address, sent)
            wait_for_one_that_waits()
        assertContains(later.result(), "Please correct the error below.")
    assert not Article.objects.exists()
