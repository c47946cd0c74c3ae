"""What readers may have read is not changed unsaid."""

import re
from datetime import date

import pytest
from django.contrib.auth.models import Group, User
from pytest_django.asserts import assertContains, assertNotContains

from articles.desk.corrections import told
from articles.models import Article, Correction, State
from tests.desk_forms import SNIPPETS, change_of, form_at, make_editor
from tests.factories import make_article

pytestmark = pytest.mark.django_db

OLD = "The bridge is closed.\n\nThe river rose by two metres overnight."
NEW = "The bridge is closed.\n\nThe river rose by three metres overnight."


@pytest.fixture
def sara():
    return make_editor("sara")


def send(client, article, at=None, **typed):
    address = change_of(article, at) if at else change_of(article)
    return client.post(address, form_at(client, address) | {"public_note": ""} | typed)


@pytest.mark.parametrize(
    "typed",
    [{"headline": "Another"}, {"body": NEW}, {"published_on": "2025-04-19"}],
    ids=["headline", "text", "day"],
)
def test_a_change_that_readers_could_notice_needs_a_note(sara, typed):
    article = make_article(body=OLD)
    response = send(sara, article, **typed)
    assertContains(response, "Say to readers in a line what is corrected.")
    for value in typed.values():
        assertContains(response, value.split("\n")[0])
    assert not Correction.objects.exists()
    assert send(sara, article, **typed, public_note=" A figure \n").status_code == 302
    assert Correction.objects.get().note == "A figure"
    assert Correction.objects.get().by == sara.user


def test_what_readers_do_not_see_needs_none(sara):
    article = make_article(body=OLD)
    assert send(sara, article, byline="By Ann Lee").status_code == 302
    draft = make_article(body=OLD, state=State.DRAFT)
    assert send(sara, draft, headline="Another").status_code == 302
    assert not Correction.objects.exists()


def test_a_text_of_several_lines_that_was_not_touched_is_not_changed(sara):
    article = make_article(body=OLD)
    typed = {"byline": "By Ann Lee", "body": OLD.replace("\n", "\r\n")}
    assert send(sara, article, **typed).status_code == 302


def test_withdrawing_says_why_and_needs_no_note(sara):
    article = make_article(body=OLD)
    typed = {"state": "withdrawn", "withdrawn_reason": "An error.", "headline": "X"}
    assert send(sara, article, **typed).status_code == 302


def test_a_snippet_asks_as_well(sara):
    article = make_article(body=OLD)
    assertContains(send(sara, article, SNIPPETS, body=NEW), "Say to readers")


def corrected(sara, **typed):
    article = make_article(body=OLD)
    send(sara, article, **{"body": NEW, "public_note": "A figure", **typed})
    return Article.objects.get(pk=article.pk)


def test_readers_see_the_note_and_what_was_changed(client, sara):
    article = corrected(sara)
    page = client.get(article.get_absolute_url())
    assertContains(page, "Corrected on <time")
    assertContains(page, "A figure")
    address = article.address("article_corrections")
    assertContains(page, f'href="{address}"')
    corrections = client.get(address)
    assertContains(corrections, "<del>two</del>")
    assertContains(corrections, "<ins>three</ins>")
    assertContains(corrections, "1 paragraph is the same.", count=0)
    assertContains(corrections, '<meta name="robots" content="noindex">')


def test_a_day_that_was_wrong_is_told(client, sara):
    article = corrected(sara, body=OLD, published_on="2025-04-19")
    assert article.published_on == date(2025, 4, 19)
    page = client.get(article.address("article_corrections"))
    assertContains(page, "<del>18 April 2025</del> <ins>19 April 2025</ins>")


def test_what_must_not_be_shown_is_not(client, sara):
    article = corrected(sara)
    address = article.address("article_corrections")
    tag = client.get(address)["ETag"]
    Correction.objects.update(shows_difference=False)
    page = client.get(address, headers={"If-None-Match": tag})
    assertNotContains(page, "two")
    assertContains(page, "The difference is not shown.")


@pytest.mark.parametrize(
    ("name", "is_hidden"), [("Editors", False), ("Senior editors", True)]
)
def test_senior_editors_hide_what_stood_there(client, sara, name, is_hidden):
    corrected(sara)
    made = Correction.objects.get()
    note = made.note
    user = User.objects.create_user("ann", is_staff=True)
    user.groups.add(Group.objects.get(name=name))
    client.force_login(user)
    listed = client.get("/admin/articles/correction/")
    assertContains(listed, made.note)
    client.post(f"/admin/articles/correction/{made.pk}/change/", {"note": "Another"})
    made.refresh_from_db()
    assert (made.note, made.shows_difference) == (note, not is_hidden)


def test_a_page_is_made_anew_whichever_differences_are_shown(client):
    article = make_article()
    made = [Correction.objects.create(article=article, note="A note") for _ in range(4)]
    tags = set()
    for hidden in ([], made[:1], made[::3], made[1:3]):  # the last two have one sum
        Correction.objects.update(shows_difference=True)
        keys = [each.pk for each in hidden]
        Correction.objects.filter(pk__in=keys).update(shows_difference=False)
        tags.add(client.get(article.address("article_corrections"))["ETag"])
    assert len(tags) == 4


def test_a_page_that_was_kept_is_made_anew_after_a_correction(client, sara):
    article = make_article(body=OLD)
    tag = client.get(article.get_absolute_url())["ETag"]
    send(sara, article, body=NEW, public_note="A figure")
    address = Article.objects.get().get_absolute_url()
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 200


def test_each_correction_shows_its_own_difference(client, sara):
    article = corrected(sara)
    last = NEW.replace("overnight", "in a day")
    send(sara, article, body=last, public_note="The time")
    page = client.get(article.address("article_corrections")).content.decode()
    assert page.index("The time") < page.index("<del>overnight</del>")
    assert page.index("<ins>in a day</ins>") < page.index("A figure")
    assert page.index("A figure") < page.index("<del>two</del>")


def test_drafts_and_what_was_withdrawn_show_no_corrections(client, sara):
    article = corrected(sara)
    address = article.address("article_corrections")
    Article.objects.update(state="withdrawn", withdrawn_reason="An error.")
    assert client.get(address).status_code == 410
    Article.objects.update(state="draft", withdrawn_reason="")
    assert client.get(address).status_code == 404


def test_of_many_versions_only_those_beside_a_correction_are_read(
    sara, django_assert_num_queries
):
    article = corrected(sara)
    for number in range(30):
        Article.objects.filter(pk=article.pk).update(summary=f"Number {number}")
    send(sara, article, body=OLD, public_note="Back again")
    article.refresh_from_db()
    with django_assert_num_queries(3) as queries:
        last, first = told(article)
    assert (last.old.values["summary"], last.new.values["body"]) == ("Number 29", OLD)
    assert (first.old.values["body"], first.new.values["body"]) == (OLD, NEW)
    assert len(re.findall(r"IN \((.*)\)", queries[-1]["sql"])[0].split(",")) == 3
