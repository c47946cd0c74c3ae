"""Who else is at an article, and whether it was changed since it was opened."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains

from articles.desk import presences, revisions
from articles.models import Article, Presence, Translation
from tests.desk_forms import ARTICLES, change_of, form_at, make_editor
from tests.factories import make_article, make_category

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann():
    return make_editor("ann")


@pytest.fixture
def sara():
    editor = make_editor("sara")
    editor.user.first_name = "Sara"
    editor.user.save()
    return editor


def heartbeat(client, article, **values):
    asked = {"_key": str(uuid4()), "_based_on": revisions.revision_of(article)}
    answer = client.get(f"{ARTICLES}{article.pk}/presence/", {**asked, **values})
    return answer.json()["words"]


def test_each_is_told_of_the_other_and_not_of_oneself(ann, sara):
    article = make_article()
    assert heartbeat(sara, article) == []
    since = timezone.localtime(Presence.objects.get().since).strftime("%H:%M")
    words = f"\u2068Sara\u2069 is editing this too, since \u2068{since}\u2069."
    assert heartbeat(ann, article) == [words]
    assertContains(ann.get(change_of(article)), words)
    assert heartbeat(ann, make_article()) == []


def test_who_has_two_windows_open_is_named_once_since_the_first(ann, sara):
    article = make_article()
    heartbeat(sara, article)
    Presence.objects.update(since=timezone.now() - timedelta(days=400))
    heartbeat(sara, article)
    (words,) = heartbeat(ann, article)
    since = r"since \u2068\w+\.? \d+, \d{4}, \d\d:\d\d\u2069"
    assert re.search(since, words)


def test_who_says_nothing_for_a_minute_is_gone(ann, sara):
    article = make_article()
    heartbeat(sara, article)
    Presence.objects.update(seen_at=timezone.now() - timedelta(seconds=61))
    assert heartbeat(ann, article) == []
    assert Presence.objects.get().user == ann.user  # the other one is forgotten


def test_a_window_is_told_that_the_article_was_saved_elsewhere(ann, sara):
    article = make_article()
    opened = form_at(ann, change_of(article))
    sara.post(change_of(article), form_at(sara, change_of(article)) | {"body": "New."})
    (words,) = heartbeat(ann, article, _based_on=opened["_based_on"])
    assert words.startswith("\u2068Sara\u2069 saved this article (")


def test_a_window_is_told_that_the_article_was_deleted(ann):
    article = make_article()
    opened = form_at(ann, change_of(article))["_based_on"]
    presences.note(ann.user, article, uuid4())
    gone = Article.objects.get()
    Article.objects.filter(pk=article.pk).delete()
    presences.note(ann.user, gone, uuid4())  # deleted at this very moment
    assert not Presence.objects.exists()
    (words,) = heartbeat(ann, gone, _based_on=opened)
    assert words == "This article was deleted after you had opened it."


def test_a_revision_differs_after_any_change_and_after_no_other():
    article, other = make_article(), make_article(headline="خبر", language="ur")
    seen = [revisions.revision_of(article)]

    def differs():
        seen.append(revisions.revision_of(article))
        return len(set(seen)) == len(seen)

    Article.objects.filter(pk=article.pk).update(body="By a hand on the database.")
    assert differs()
    article.categories.add(make_category())
    assert differs()
    article.categories.clear()
    assert differs()
    Translation.objects.tie(other, article)
    assert differs()
    Translation.objects.tie(article, None)
    assert revisions.revision_of(article) == seen[3]  # nothing is left of the pair
    make_article()
    Article.objects.filter(pk=other.pk).update(body="Another article.")
    assert revisions.revision_of(article) == seen[3]


def test_a_new_article_has_no_revision():
    assert revisions.revision_of(None) == revisions.revision_of(Article()) == ""
