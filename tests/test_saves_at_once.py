"""Two saves at the same moment: real connections, real transactions."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.apps import apps
from django.db import connections, transaction
from pytest_django.asserts import assertContains, assertNotContains

from articles.editors import make_groups
from articles.models import Article
from tests.desk_forms import change_of, form_at, make_editor
from tests.factories import make_article
from tests.waiting import wait_for_one_that_waits

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("_committed"),
]


def at_once(*tasks):
    def run(task):
        try:
            return task()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(tasks)) as threads:
        return list(threads.map(run, tasks))


@pytest.fixture
def _committed(transactional_db):
    """Connections that see each other; the group is made again where it was lost."""
    make_groups(apps.get_app_config("articles"), using="default")


def test_of_two_saves_at_the_same_moment_one_is_shown_the_other():
    editors = [make_editor("ann"), make_editor("sara")]
    article = make_article()
    address = change_of(article)
    sent = [
        form_at(editor, address) | {"body": f"By {editor.user}."} for editor in editors
    ]

    def save(editor, values):
        return lambda: editor.post(address, values).status_code

    codes = at_once(*map(save, editors, sent))
    assert sorted(codes) == [200, 302]
    article.refresh_from_db()
    assert article.body == sent[codes.index(302)]["body"]


def test_a_save_waits_for_one_that_has_begun_and_is_shown_it():
    editor, article = make_editor("ann"), make_article()
    mine = form_at(editor, change_of(article)) | {"headline": "Typed"}
    with ThreadPoolExecutor(1) as thread:
        with transaction.atomic():
            Article.objects.filter(pk=article.pk).update(headline="Saved before")
            post = thread.submit(_post_and_close, editor, change_of(article), mine)
            wait_for_one_that_waits()
        page = post.result()
    assertContains(page, "Somebody changed this article (")
    article.refresh_from_db()
    assert article.headline == "Saved before"


def test_one_that_is_deleted_while_it_is_saved_stays_deleted():
    editor, article = make_editor("ann"), make_article()
    mine = form_at(editor, change_of(article)) | {"headline": "Typed"}
    with ThreadPoolExecutor(1) as thread:
        with transaction.atomic():
            Article.objects.filter(pk=article.pk).delete()
            post = thread.submit(_post_and_close, editor, change_of(article), mine)
            wait_for_one_that_waits()
        page = post.result()
    assertContains(page, "This article was deleted after you had opened it.")
    assertNotContains(page, 'name="_over"')
    assert not Article.objects.exists()


def _post_and_close(client, address, values):
    try:
        return client.post(address, values)
    finally:
        connections.close_all()
