"""What is typed at the desk is kept as it is typed, for the one who typed it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.db import IntegrityError, transaction
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from articles.desk import autosaves
from articles.models import Article, Autosave, SearchEntry
from articles.models.autosaves import LONGEST
from tests.desk_forms import (
    ARTICLES,
    SNIPPETS,
    autosave,
    change_of,
    form_at,
    make_editor,
)
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db

ADD = f"{SNIPPETS}add/"
URDU = "لاہور میں بارش"


@pytest.fixture
def editor():
    return make_editor("ann")


# --- Keeping -------------------------------------------------------------------------


def test_what_is_typed_is_kept_as_it_is_and_answered_with_nothing(editor):
    world, paper = make_category(), make_source()
    typed = {
        "headline": f" {URDU} ",
        "body": "One\r\n\r\n\r\n two ",
        "source_url": "x y",
    }
    key = autosave(editor, **typed, categories=[world.pk, "9"], source=paper.pk)
    kept = Autosave.objects.get()
    assert (str(kept.key), kept.user, kept.form) == (key, editor.user, "snippet")
    assert (kept.article, kept.based_on) == (None, "")
    assert typed.items() <= kept.values.items()
    assert kept.values["categories"] == [str(world.pk), "9"]
    assert kept.values["source"] == str(paper.pk)


def test_the_same_form_is_kept_once_and_another_window_beside_it(editor):
    key = autosave(editor, headline="Harbour")
    autosave(editor, headline="Harbour reopens", _key=key)
    autosave(editor, headline="Another")
    texts = [str(kept) for kept in Autosave.objects.order_by("pk")]
    assert texts == ["Harbour reopens", "Another"]


def test_it_is_no_article_and_found_by_no_search(editor, client):
    autosave(editor, headline="Zebra escapes", body="Secretly.")
    assert not Article.objects.exists()
    assert not SearchEntry.objects.exists()
    assertNotContains(client.get("/search/?q=zebra"), "Zebra escapes")


@pytest.mark.parametrize("at", [ARTICLES, SNIPPETS])
def test_an_article_has_its_own(editor, at):
    article = make_article()
    before = form_at(editor, f"{at}{article.pk}/change/")
    autosave(editor, f"{at}{article.pk}/", **before | {"headline": "Typed"})
    kept = Autosave.objects.get()
    assert (kept.article, kept.based_on) == (article, before["_based_on"])
    article.refresh_from_db()
    assert article.headline != "Typed"


def test_what_cannot_be_kept_is_refused_in_plain_codes(editor):
    key = str(uuid4())
    for values, code in [
        ({"_key": "x"}, 400),
        ({}, 400),
        ({"_key": key, "body": "ا" * (LONGEST + 1)}, None),
        ({"_key": key, "body": "a" * (LONGEST + 1)}, 413),
    ]:
        answer = editor.post(f"{SNIPPETS}autosave/", values)
        assert answer.status_code == (code or 400)  # Django's own limit is in bytes
    assert editor.get(f"{SNIPPETS}autosave/").status_code == 405
    assert editor.post(f"{ARTICLES}{'9' * 30}/autosave/").status_code == 400
    assert not Autosave.objects.exists()


def test_what_is_typed_of_an_article_that_is_deleted_meanwhile_is_kept(editor):
    article = make_article()
    values = form_at(editor, change_of(article))
    Article.objects.filter(pk=article.pk).delete()
    autosave(editor, f"{ARTICLES}{article.pk}/", **values | {"headline": "Typed"})
    assert Autosave.objects.get().article is None
    at_this_moment = Autosave(user=editor.user, article=article, key=uuid4(), values={})
    autosaves.keep(at_this_moment)
    assert at_this_moment.article is None


def test_the_database_itself_keeps_no_endless_text(editor):
    row = {"user": editor.user, "key": uuid4(), "form": "snippet"}
    with pytest.raises(IntegrityError), transaction.atomic():
        Autosave.objects.create(**row, values={"body": "a" * LONGEST})


def test_odd_values_are_kept_and_can_be_taken_up(editor):
    odd = {"source": "abc", "categories": ["x", "9" * 30], "headline": "a\0b"}
    key = autosave(editor, **odd, source_url="https://[", translation="\ufffe")
    assert Autosave.objects.get().values["headline"] == "ab"
    assertContains(editor.get(f"{ADD}?unsaved={key}"), "https://[")


def test_old_ones_are_removed_in_passing(editor):
    autosave(make_editor("sara"), headline="Old")
    Autosave.objects.update(saved_at=timezone.now() - timedelta(days=31))
    autosave(editor, headline="New")
    assert str(Autosave.objects.get()) == "New"


# --- Who may, and who is told --------------------------------------------------------


def test_who_is_logged_out_is_told_so_and_sent_nowhere(editor):
    Session.objects.all().delete()
    for address in ["autosave/", "presence/"]:
        answer = editor.post(f"{SNIPPETS}{address}", {"_key": uuid4()})
        assert (answer.status_code, answer["Content-Type"]) == (401, "application/json")
        assert "no-store" in answer["Cache-Control"]


def test_who_may_not_change_articles_keeps_none(editor):
    editor.user.groups.clear()
    article = make_article()
    for at in [SNIPPETS, ARTICLES, f"{ARTICLES}{article.pk}/"]:
        answer = editor.post(f"{at}autosave/", {"_key": uuid4()})
        assert answer.status_code == 403
        assert editor.get(f"{at}presence/").status_code == 403


def test_it_takes_the_token_of_the_form_and_gives_a_new_one():
    editor = make_editor("ann", enforce_csrf_checks=True)
    values = {"_key": str(uuid4()), "headline": "Harbour"}
    assert editor.post(f"{SNIPPETS}autosave/", values).status_code == 403
    values["csrfmiddlewaretoken"] = editor.get(f"{SNIPPETS}presence/").json()["token"]
    assert editor.post(f"{SNIPPETS}autosave/", values).status_code == 204


def test_neither_keeping_nor_refusing_makes_a_line_in_a_log(editor, caplog):
    autosave(editor, headline="Harbour")
    assert editor.get(f"{SNIPPETS}presence/").status_code == 200
    assert editor.post(f"{SNIPPETS}autosave/").status_code == 400
    editor.logout()
    assert editor.post(f"{SNIPPETS}autosave/").status_code == 401
    assert caplog.records == []


def test_what_one_typed_is_kept_for_nobody_else_in_the_same_browser(editor):
    sent = {"_key": str(uuid4()), "headline": "Mine", "_writer": "0"}
    assert editor.post(f"{SNIPPETS}autosave/", sent).status_code == 401
    assert not Autosave.objects.exists()
    asked = {"_key": str(uuid4()), "_writer": "0"}
    assert editor.get(f"{SNIPPETS}presence/", asked).status_code == 401
    own = sent | {"_writer": str(editor.user.pk)}
    assert editor.post(f"{SNIPPETS}autosave/", own).status_code == 204
