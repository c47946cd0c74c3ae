"""A snippet from a page or a document, and what the archive may have already."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains

from articles import documents
from articles.desk import autosaves, filling
from articles.desk.merging import merge
from articles.models import Article, Autosave, State
from tests.desk_forms import SNIPPETS, change_of, form_at, make_editor
from tests.factories import make_category, make_source
from tests.fetching.serving import body, serving
from tests.pages import PAGES

pytestmark = pytest.mark.django_db

ADD = f"{SNIPPETS}add/"
DAY = date(2025, 4, 18)


@pytest.fixture
def sara():
    return make_editor("sara")


def press(client, button, **typed):
    """The form that a button leads to, without a script."""
    sent = form_at(client, ADD) | typed | {button: "1"}
    return client.post(ADD, sent, follow=True)


def asked(client, sent):
    """What a script is told."""
    return client.post(ADD, sent, headers={"accept": "application/json"}).json()


def shown(response):
    return response.context["adminform"].form.initial


@pytest.fixture
def page(monkeypatch):
    with serving({"/port": body((PAGES / "port.html").read_bytes())}) as server:
        monkeypatch.setattr(filling, "LIMITS", server.limits())
        yield server.address("/port")


def test_a_page_fills_in_what_it_says_of_its_story(sara, page):
    found = press(sara, "_fill", source_url=page)
    values = shown(found)
    record = filling.from_address(page)
    assert values["headline"] == record["headline"] != ""
    assert values["body"] == record["body"] != ""
    assert str(values["published_on"]) == record["published_on"]
    assertContains(found, "Filled in from the source; please check.")
    assertContains(found, 'data-filled="yes"')
    assert not Article.objects.exists()


def test_what_was_typed_is_kept(sara, page):
    values = shown(press(sara, "_fill", source_url=page, headline="My own"))
    assert values["headline"] == "My own"
    assert values["body"]


def test_a_page_that_cannot_be_read_says_why_and_keeps_what_was_typed(sara):
    address = "http://127.0.0.1:9/x"
    found = press(sara, "_fill", source_url=address, headline="My own")
    assertContains(found, "Nothing was filled in, and what you typed is kept:")
    assert shown(found)["headline"] == "My own"
    assertContains(press(sara, "_fill"), "Give the address of the page first.")


def test_what_is_no_page_of_one_story_is_refused(sara, monkeypatch):
    feed = b'<rss version="2.0"><channel><title>x</title></channel></rss>'
    with serving({"/feed": body(feed)}) as server:
        monkeypatch.setattr(filling, "LIMITS", server.limits())
        found = press(sara, "_fill", source_url=server.address("/feed"))
    assertContains(found, "There is no page of one story at this address.")


def test_a_document_in_the_text_is_taken_apart(sara):
    world = make_category("World")
    sheet = documents.render(
        documents.Document(
            headline="Harbour reopens",
            published_on=DAY,
            captured_at=datetime(2025, 11, 21, 16, 57, 59, tzinfo=UTC),
            categories=("World", "Nowhere"),
            address="https://rki.news/harbour",
            site="rki.news",
            body="LISBON, April 18, Ships.\n\nAnd more.",
        )
    )
    values = shown(press(sara, "_take_apart", body=sheet))
    assert values["headline"] == "Harbour reopens"
    assert values["body"] == "LISBON, April 18, Ships.\n\nAnd more."
    assert values["source_url"] == "https://rki.news/harbour"
    assert str(values["published_on"]) == "2025-04-18"
    assert values["categories"] == [str(world.pk)]


def test_the_source_is_the_one_that_its_site_was_merged_into(sara):
    paper = make_source("Paper", domain="paper.example")
    merge([make_source("Old", domain="rki.news")], paper)
    sheet = documents.render(
        documents.Document(
            headline="Harbour reopens",
            published_on=DAY,
            captured_at=datetime(2025, 11, 21, 16, 57, 59, tzinfo=UTC),
            categories=(),
            address="https://rki.news/harbour",
            site="rki.news",
            body="Ships.",
        )
    )
    assert filling.from_document(sheet)["source"] == str(paper.pk)


def test_a_text_that_is_no_document_stays_as_it_is(sara):
    found = press(sara, "_take_apart", body="Ships came back.")
    assertContains(found, "This text does not begin as a document of the archive.")
    assert shown(found)["body"] == "Ships came back."


def test_a_script_is_told_what_to_fill_in_and_nothing_is_kept(sara, page):
    world = make_category("پاکستان")
    paper = make_source("دریا نیوز")
    typed = form_at(sara, ADD) | {"source_url": page, "headline": "My own"}
    sent = typed | {"_fill": "1"}
    fields = asked(sara, sent)["fields"]
    assert "headline" not in fields
    assert fields["byline"] == "عائشہ خان"
    assert fields["source"] == [{"key": str(paper.pk), "name": "دریا نیوز"}]
    assert fields["categories"] == [{"key": str(world.pk), "name": "پاکستان"}]
    assert "language" not in fields  # it follows from the text
    assert not Autosave.objects.exists()


def test_a_script_is_told_why_nothing_is_filled_in(sara):
    sent = form_at(sara, ADD) | {"_fill": "1", "source_url": "http://127.0.0.1:9/x"}
    assert asked(sara, sent)["refusal"].startswith(
        "Nothing was filled in, and what you typed is"
    )


def test_what_was_filled_in_and_not_touched_is_filled_in_anew(sara, page):
    typed = {"source_url": page, "headline": "Of another page", "filled": "headline"}
    sent = form_at(sara, ADD) | typed | {"_fill": "1"}
    fields = asked(sara, sent)["fields"]
    assert fields["headline"] == "بندرگاہ گیارہ برس بعد کھل گئی"


def test_a_page_of_more_text_than_is_kept_is_refused_in_words(sara, monkeypatch):
    long = PAGES.joinpath("port.html").read_text().replace("جمعے", "جمعے " * 400)
    monkeypatch.setattr(autosaves, "LONGEST", 2000)
    with serving({"/long": body(long.encode())}) as server:
        monkeypatch.setattr(filling, "LIMITS", server.limits())
        address = server.address("/long")
        found = press(sara, "_fill", source_url=address, headline="My own")
    assertContains(found, "There is more text than a form can keep.")
    assert shown(found)["headline"] == "My own"


def test_more_than_is_kept_cannot_be_filled_in_without_a_script(sara, monkeypatch):
    monkeypatch.setattr(autosaves, "LONGEST", 2000)
    sent = form_at(sara, ADD) | {"_fill": "1", "body": "Ships. " * 400}
    assert sara.post(ADD, sent).status_code == 400


def test_who_may_add_nothing_fills_nothing(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("x", is_staff=True))
    assert client.post(ADD, {"_fill": "1"}).status_code == 403


def test_the_next_snippet_has_source_categories_and_day_of_the_last(sara):
    source, world = make_source(), make_category("World")
    typed = {
        "headline": "Harbour reopens",
        "source": source.pk,
        "categories": [world.pk],
        "published_on": "2025-04-17",
        "language": "fr",
        "_addanother": "1",
    }
    response = sara.post(ADD, form_at(sara, ADD) | typed, follow=True)
    assertContains(response, "See it as readers do")
    values = shown(response)
    assert values["source"] == str(source.pk)
    assert values["categories"] == [str(world.pk)]
    assert (values["published_on"], values["language"]) == ("2025-04-17", "fr")
    at = change_of(Article.objects.get(), SNIPPETS)
    again = sara.post(at, form_at(sara, at) | {"_addanother": "1"}, follow=True)
    assert shown(again)["source"] == str(source.pk)


def test_a_language_that_was_not_chosen_is_not_that_of_the_next_one(sara):
    typed = form_at(sara, ADD) | {"headline": "لاہور میں بارش", "_addanother": "1"}
    assert shown(sara.post(ADD, typed, follow=True))["language"] == ""


def test_the_first_button_of_the_form_is_one_that_saves(sara):
    form = sara.get(ADD).content.decode().partition('id="snippet_form"')[2]
    buttons = re.findall(r'<(?:button|input) type="submit"[^>]* name="([^"]*)"', form)
    assert buttons[0] == "_save"


@pytest.mark.parametrize(
    "link",
    ["source=x", "source=9999", "categories=1,x,,99999999999999999999", "language=xx"],
)
def test_a_link_that_fills_in_what_there_is_not_breaks_no_form(sara, link):
    assert sara.get(f"{ADD}?{link}").status_code == 200


def test_a_snippet_can_be_a_draft_or_scheduled_or_of_another_language(sara):
    since = timezone.localtime() + timedelta(days=3)
    typed = form_at(sara, ADD) | {"headline": "Harbour", "language": "fr"}
    sara.post(ADD, typed | {"state": "draft"})
    assert Article.objects.get().state == State.DRAFT
    assert Article.objects.get().language == "fr"
    Article.objects.all().delete()
    moment = {"visible_from_0": f"{since:%Y-%m-%d}", "visible_from_1": f"{since:%H:%M}"}
    sara.post(ADD, typed | moment)
    found = Article.objects.get()
    assert found.is_scheduled
    assert found.published_on == since.date()
