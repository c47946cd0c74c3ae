"""A snippet from a page or a document, and what the archive may have already."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from articles import documents
from articles.desk import filling
from articles.desk.likeness import similar
from articles.models import Article, State
from tests.desk_forms import SNIPPETS, form_at, make_editor
from tests.factories import make_article, make_category, make_source
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


def test_a_text_that_is_no_document_stays_as_it_is(sara):
    found = press(sara, "_take_apart", body="Ships came back.")
    assertContains(found, "This text does not begin as a document of the archive.")
    assert shown(found)["body"] == "Ships came back."


def test_who_may_add_nothing_fills_nothing(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("x", is_staff=True))
    assert client.post(ADD, {"_fill": "1"}).status_code == 403


def test_the_next_snippet_has_source_categories_and_day_of_the_last(sara):
    source, world = make_source(), make_category("World")
    typed = {
        **form_at(sara, ADD),
        "headline": "Harbour reopens",
        "source": source.pk,
        "categories": [world.pk],
        "published_on": "2025-04-17",
        "_addanother": "1",
    }
    response = sara.post(ADD, typed, follow=True)
    assertContains(response, "See it as readers do")
    values = shown(response)
    assert values["source"] == str(source.pk)
    assert values["categories"] == [str(world.pk)]
    assert values["published_on"] == "2025-04-17"


@pytest.mark.parametrize("link", ["source=x", "categories=1,x,,99999999999999999999"])
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


# --- What the archive may have already

HEADLINE = "Flood closes the old bridge at Jhelum"


@pytest.mark.parametrize(
    ("headline", "is_found"),
    [
        ("FLOOD closes old bridge at Jhelum", True),
        ("Old bridge at Jhelum closed by flood", True),
        ("Rates rise for the third time", False),
        ("Flood", False),
    ],
)
def test_a_similar_headline_of_these_days_is_found(headline, is_found):
    article = make_article(headline=HEADLINE)
    assert similar(headline, DAY) == [article] * is_found
    assert similar(headline, DAY + timedelta(days=3)) == [article] * is_found
    assert similar(headline, DAY + timedelta(days=4)) == []
    assert similar(headline, DAY, but=article.pk) == []


def test_urdu_is_found_from_any_keyboard():
    article = make_article(
        headline="لاہور میں تیز بارش، کئی علاقے زیرِ آب", language="ur"
    )
    assert similar("لاهور ميں تيز بارش كئی علاقے زیر آب", DAY) == [article]


def test_three_at_most_the_most_similar_first_and_none_that_was_withdrawn():
    for number in range(5):
        make_article(headline=f"{HEADLINE} ({number})")
    best = make_article(headline=HEADLINE)
    make_article(headline=HEADLINE, state="withdrawn", withdrawn_reason="An error.")
    found = similar(HEADLINE, DAY)
    assert len(found) == 3
    assert found[0] == best


def test_the_form_is_told_with_links_and_states(sara):
    make_article(headline=f"{HEADLINE} <b>", state=State.DRAFT)
    at = f"{SNIPPETS}likeness/"
    found = sara.get(at, {"headline": HEADLINE, "day": "2025-04-19", "pk": "x"})
    assertContains(found, "We may have this:")
    assertContains(found, "&lt;b&gt;")
    assertContains(found, "draft")
    assertNotContains(sara.get(at, {"headline": "Something else"}), "<li>")
    assert sara.get(at, {"day": "no day", "headline": "\0" * 9}).status_code in {
        200,
        400,
    }
