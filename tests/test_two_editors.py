"""Two at one article: the later one is shown the other, and neither loses a word."""

from dataclasses import replace
from uuid import uuid4

import pghistory
import pytest
from django.contrib.auth.models import Permission
from pytest_django.asserts import assertContains, assertNotContains

from articles.desk import revisions
from articles.desk.word_differences import passages
from articles.models import Article, Autosave
from tests.desk_forms import ARTICLES, SNIPPETS, change_of, form_at, make_editor
from tests.factories import make_article, make_category
from tests.records import make_record, store

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


@pytest.fixture
def both(ann, sara):
    """Both have the article open, and Sara has saved: the address, what Ann sends."""
    article = make_article(headline="Harbour reopens", body="Ships have come.")
    mine = form_at(ann, change_of(article)) | {"body": "Ships have not come. Gulls."}
    theirs = form_at(sara, change_of(article))
    theirs |= {"body": "Many ships have come.", "headline": "Harbour opens"}
    assert sara.post(change_of(article), theirs).status_code == 302
    return article, mine


def test_the_later_save_writes_nothing_and_shows_who_when_and_what(ann, both):
    article, mine = both
    page = ann.post(change_of(article), mine)
    article.refresh_from_db()
    assert (article.headline, article.body) == (
        "Harbour opens",
        "Many ships have come.",
    )
    assertContains(page, "\u2068Sara\u2069 saved this article (")
    assertContains(page, "Ships have not come. Gulls.")  # in the field, as typed
    shown = {each.label: each for each in page.context["differences"]}
    assert list(shown) == ["Headline", "Body"]
    assert shown["Body"].passages == passages("Many ships have come.", mine["body"])
    assertContains(page, "Harbour <del>opens</del>")
    assertContains(page, "Harbour <ins>reopens</ins>")


def test_sending_it_again_is_refused_again(ann, both):
    article, mine = both
    page = ann.post(change_of(article), mine)
    old = f'name="_based_on" value="{mine["_based_on"]}"'
    assertContains(page, old)
    assertContains(ann.post(change_of(article), mine), "What differs")


def test_mine_is_saved_over_it_by_a_button_that_says_so(ann, both):
    article, mine = both
    page = ann.post(change_of(article), mine)
    over = page.context["change_meanwhile"].revision
    assertContains(page, f'name="_over" value="{over}"')
    assert ann.post(change_of(article), mine | {"_over": over}).status_code == 302
    article.refresh_from_db()
    assert (article.headline, article.body) == ("Harbour reopens", mine["body"])


def test_who_saves_over_it_is_told_of_a_third_save(ann, sara, both):
    article, mine = both
    over = ann.post(change_of(article), mine).context["change_meanwhile"].revision
    again = form_at(sara, change_of(article)) | {"body": "A third text."}
    assert sara.post(change_of(article), again).status_code == 302
    page = ann.post(change_of(article), mine | {"_over": over})
    assertContains(page, "What differs")
    article.refresh_from_db()
    assert article.body == "A third text."


def test_theirs_is_a_link_to_the_form_as_it_is_now(ann, both):
    article, mine = both
    page = ann.post(f"{change_of(article)}?unsaved={uuid4()}", mine)
    assertContains(page, f'<a href="{change_of(article)}">Take theirs</a>')
    assert form_at(ann, change_of(article))["headline"] == "Harbour opens"


def test_the_text_is_kept_until_it_is_saved(ann, both):
    article, mine = both
    ann.post(f"{ARTICLES}{article.pk}/autosave/", mine)
    page = ann.post(change_of(article), mine)
    assert Autosave.objects.count() == 1
    over = page.context["change_meanwhile"].revision
    ann.post(change_of(article), mine | {"_over": over})
    assert not Autosave.objects.exists()


def test_categories_source_and_state_are_compared_in_words(ann, sara):
    article = make_article(categories=(make_category("World"),))
    mine = form_at(ann, change_of(article)) | {"state": "draft"}
    sport = make_category("Sport").pk
    theirs = form_at(sara, change_of(article))
    theirs["categories"] = [*theirs["categories"], sport]
    sara.post(change_of(article), theirs)
    page = ann.post(change_of(article), mine)
    texts = {
        each.label: (each.old.text, each.new.text)
        for each in page.context["differences"]
    }
    assert texts == {
        "Categories": ("Sport, World", "World"),
        "State": ("published", "draft"),
    }


def test_a_text_in_urdu_is_compared_in_its_direction(ann, sara):
    article = make_article(headline="لاہور میں بارش", language="ur")
    mine = form_at(ann, change_of(article)) | {"headline": "لاہور میں تیز بارش"}
    theirs = form_at(sara, change_of(article)) | {"headline": "لاہور میں دھوپ"}
    sara.post(change_of(article), theirs)
    assertContains(ann.post(change_of(article), mine), '<p lang="ur" dir="rtl">')


def test_markup_in_what_was_typed_stays_text(ann, both):
    article, mine = both
    page = ann.post(change_of(article), mine | {"body": "<img src=x>"})
    assertNotContains(page, "<img src=x>")
    assertContains(page, "&lt;img")


def test_the_short_form_is_guarded_as_well(ann, both):
    article, _mine = both
    old = {"headline": "Typed", "_based_on": "0.0.0"}
    page = ann.post(change_of(article, SNIPPETS), old)
    assertContains(page, "What differs")
    article.refresh_from_db()
    assert article.headline == "Harbour opens"


@pytest.mark.parametrize("text", ["", "x", "9" * 500, "'", "0.0", "\0"])
def test_a_revision_that_never_was_is_an_old_one(ann, text):
    article = make_article()
    values = form_at(ann, change_of(article)) | {"_based_on": text}
    assertContains(ann.post(change_of(article), values), "What differs")


def test_one_is_told_of_ones_own_other_window(ann):
    article = make_article()
    first, second = (form_at(ann, change_of(article)) for _ in range(2))
    ann.post(change_of(article), first | {"headline": "First"})
    page = ann.post(change_of(article), second | {"headline": "Second"})
    assertContains(page, "You saved this article yourself (")


def test_an_import_is_a_change_as_well(ann):
    record = make_record(source_url="https://paper.example/a")
    store(record)
    article = Article.objects.get()
    mine = form_at(ann, change_of(article)) | {"summary": "Typed."}
    with pghistory.context(batch=1):  # as every import has it
        store(replace(record, body="Corrected by its source."), update=True)
    page = ann.post(change_of(article), mine)
    assertContains(page, "An import changed this article (")
    article.refresh_from_db()
    assert (article.body, article.summary) == ("Corrected by its source.", "")


def test_one_who_saves_what_is_gone_keeps_the_text_and_brings_nothing_back(ann):
    article = make_article()
    assert revisions.hold(article)
    mine = form_at(ann, change_of(article)) | {"body": "Typed."}
    Article.objects.filter(pk=article.pk).delete()
    assert not revisions.hold(article)
    page = ann.post(change_of(article), mine, follow=True)
    assertContains(page, "Perhaps it was deleted?")
    assertContains(page, "This is what you had typed and not saved")
    assert page.context["adminform"].form["body"].value() == "Typed."
    assert not Article.objects.exists()
    assert ann.post(page.request["PATH_INFO"], mine).status_code == 302
    assert Article.objects.get().body == "Typed."
    assert not Autosave.objects.exists()


def test_who_may_add_nothing_keeps_nothing_of_what_is_gone(ann):
    ann.user.groups.clear()
    may = Permission.objects.get(codename="change_article")
    ann.user.user_permissions.add(may)
    assert ann.post(f"{ARTICLES}1/change/", {"body": "Typed."}).status_code == 302
    assert not Autosave.objects.exists()
