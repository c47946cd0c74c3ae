"""What was typed and not saved is offered again, to the one who typed it."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from pytest_django.asserts import assertContains, assertNotContains

from articles.models import Autosave
from tests.desk_forms import ARTICLES, SNIPPETS, autosave, form_at, make_editor
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db

ADD = f"{SNIPPETS}add/"
URDU = "لاہور میں بارش"


@pytest.fixture
def editor():
    return make_editor("ann")


def test_the_empty_form_offers_the_newest_five_of_ones_own(editor):
    autosave(make_editor("sara"), headline="Of somebody else")
    keys = [autosave(editor, headline=f"Harbour {number}") for number in range(7)]
    page = editor.get(ADD)
    offered = [str(offer.kept) for offer in page.context["opened"].offers]
    assert offered == [f"Harbour {number}" for number in (6, 5, 4, 3, 2)]
    assertContains(page, f'<a href="{ADD}?unsaved={keys[6]}">Take it up</a>')
    assertNotContains(page, "Of somebody else")


def test_an_offer_is_in_its_language_and_leads_to_the_form_that_it_was_typed_in(editor):
    key = autosave(editor, ARTICLES, headline=f"<b>{URDU}")
    page = editor.get(ADD)
    assertContains(page, f'<bdi lang="ur" dir="rtl">&lt;b&gt;{URDU}</bdi>')
    assertContains(page, f'href="{ARTICLES}add/?unsaved={key}"')


def test_one_without_a_headline_is_called_by_how_it_begins(editor):
    autosave(editor, body="Ships\r\nhave come. " * 20)
    assertContains(editor.get(ADD), "Ships have come.")


def test_taking_it_up_fills_the_form_as_it_was_and_goes_on_under_its_key(editor):
    labels = {"source": make_source().pk, "categories": [make_category().pk]}
    typed = {
        "headline": f" {URDU} ",
        "body": "One\r\n\r\n\r\n two",
        "source_url": "x y",
    }
    key = autosave(editor, **typed, **labels)
    values = form_at(editor, f"{ADD}?unsaved={key}")
    assert typed.items() <= values.items()
    assert (values["_key"], values["source"]) == (key, str(labels["source"]))
    assert values["categories"] == [str(labels["categories"][0])]
    page = editor.get(f"{ADD}?unsaved={key}")
    assert page.context["opened"].offers == []  # it is the one that is open


def test_an_article_is_filled_with_what_was_typed_of_it(editor):
    article = make_article(summary="As stored.")
    at = f"{ARTICLES}{article.pk}/"
    before = form_at(editor, f"{at}change/")
    typed = {"headline": "", "published_on": "18. 4.", "published_at_0": "nonsense"}
    key = autosave(editor, at, **before | typed)
    assertContains(editor.get(f"{at}change/"), f"{at}change/?unsaved={key}")
    page = editor.get(f"{at}change/?unsaved={key}")
    form = page.context["adminform"].form
    assert (form["headline"].value(), form["summary"].value()) == ("", "As stored.")
    assertContains(page, 'value="18. 4."')
    assertContains(page, 'value="nonsense"')
    assertNotContains(page, "was changed since")


def test_taking_it_up_tells_that_the_article_has_changed(editor):
    article = make_article()
    at = f"{ARTICLES}{article.pk}/"
    before = form_at(editor, f"{at}change/")
    key = autosave(editor, at, **before | {"headline": "Typed"})
    article.summary = "Changed by a hand on the database."
    article.save()
    assertContains(editor.get(f"{at}change/?unsaved={key}"), "was changed since")
    taken_up = form_at(editor, f"{at}change/?unsaved={key}")
    assert taken_up["_based_on"] == before["_based_on"]


@pytest.mark.parametrize("key", ["nonsense", "", str(uuid4()), "%00", "9" * 400])
def test_what_is_not_there_is_said_to_be_gone(editor, key):
    if key == "%00":
        assert editor.get(f"{ADD}?unsaved={key}").status_code == 400
    else:
        assertContains(editor.get(f"{ADD}?unsaved={key}"), "is not kept any more")


def test_nobody_sees_takes_up_or_discards_what_another_typed(editor):
    key = autosave(make_editor("sara"), headline="Of somebody else")
    assertNotContains(editor.get(f"{ADD}?unsaved={key}"), "Of somebody else")
    editor.post(f"{SNIPPETS}unsaved/discard/", {"_key": key})
    assert Autosave.objects.count() == 1


def test_discarding_is_for_good_and_leads_back_to_the_form(editor):
    key = autosave(editor, headline="Harbour")
    discard = f"{SNIPPETS}unsaved/discard/"
    editor.get(discard)  # a link does nothing
    assert Autosave.objects.exists()
    answer = editor.post(discard, {"_key": key})
    assert answer["Location"] == ADD
    assert not Autosave.objects.exists()
    assert editor.post(discard, {"_key": key}).status_code == 302


def test_saving_removes_what_was_kept_of_this_form_alone(editor):
    other = autosave(editor, headline="Another window")
    key = autosave(editor, headline="Harbour")
    assert editor.post(ADD, {"headline": "Harbour", "_key": key}).status_code == 302
    assert str(Autosave.objects.get().key) == other


def test_a_form_that_is_refused_keeps_it_and_its_key(editor):
    key = autosave(editor, body="Ships.")
    page = editor.post(ADD, {"headline": "", "body": "Ships.", "_key": key})
    assertContains(page, f'<input type="hidden" name="_key" value="{key}">')
    assertContains(page, 'data-unsaved="yes"')
    assert Autosave.objects.count() == 1


def test_the_text_outlives_the_article(editor):
    article = make_article()
    at = f"{ARTICLES}{article.pk}/"
    autosave(editor, at, **form_at(editor, f"{at}change/") | {"headline": "Typed"})
    with connection.cursor() as cursor:  # as when an import is taken back
        cursor.execute("DELETE FROM articles_article WHERE id = %s", [article.pk])
    assert Autosave.objects.get().article_id is None
    assertContains(editor.get(ADD), "Typed")


def test_who_may_only_look_gets_a_page_without_any_of_it(editor):
    editor.user.groups.clear()
    editor.user.user_permissions.add(Permission.objects.get(codename="view_article"))
    page = editor.get(f"{ARTICLES}{make_article().pk}/change/")
    assertNotContains(page, 'id="autosave"')
    assertNotContains(page, "_based_on")
