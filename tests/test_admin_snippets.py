"""The quick form: what an editor types and what follows from it."""

from datetime import UTC, date, datetime
from html import unescape
from uuid import uuid4

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from articles.models import Article, Source, State
from tests.desk_forms import form_at
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/snippet/add/"
ADDRESS = "https://www.paper.example/2025/harbour?utm_source=x&id=7#top"
STORED = "https://www.paper.example/2025/harbour?id=7"


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    moment = datetime(2025, 4, 18, 12, tzinfo=UTC)
    monkeypatch.setattr(timezone, "now", lambda: moment)


@pytest.fixture
def add(admin_client):
    """Sends the form; answers with the article, or with the page that refuses it."""

    def send(**values):
        answer = admin_client.post(ADD, {"headline": "Harbour reopens", **values})
        is_added = answer.status_code == 302
        return Article.objects.latest("pk") if is_added else answer

    return send


def test_the_form_asks_for_little_and_the_rest_is_folded_in(admin_client):
    form = admin_client.get(ADD).context["adminform"]
    first = [
        name for _title, options in form.fieldsets[:2] for name in options["fields"]
    ]
    assert first == [
        "headline",
        "body",
        "source_url",
        "categories",
        "source",
        ("published_on", "language"),
    ]


def test_a_headline_is_enough_for_a_snippet_of_today(add, client):
    snippet = add()
    assert (snippet.published_on, snippet.state) == (date(2025, 4, 18), State.PUBLISHED)
    assert (snippet.language, snippet.source) == ("en", None)
    assertContains(client.get("/2025/04/18/"), "Harbour reopens")


def test_a_snippet_has_what_was_typed(add):
    world, paper = make_category("World"), make_source("The Paper")
    body = "LISBON, April 8 — Ships.\r\n\r\n\r\n  \r\nGulls. "
    labels = {"source": paper.pk, "categories": [world.pk]}
    snippet = add(body=body, source_url=ADDRESS, **labels)
    assert snippet.body == "LISBON, April 8 — Ships.\n\nGulls."
    assert snippet.dateline == "LISBON, April 8"
    assert (snippet.source_url, snippet.source) == (STORED, paper)
    assert snippet.categories.get() == world


@pytest.mark.parametrize(
    ("headline", "body", "language"),
    [
        ("لاہور میں بارش", "شہر میں پانی بھر گیا۔", "ur"),
        ("UNESCO", "لاہور کا قلعہ عالمی ورثہ ہے۔", "ur"),
        ("Harbour reopens", "", "en"),
        ("2025", "", "en"),
    ],
)
def test_the_language_follows_the_script_of_the_text(
    add, client, headline, body, language
):
    snippet = add(headline=headline, body=body)
    assert (snippet.headline, snippet.language) == (headline, language)
    page = client.get(snippet.get_absolute_url()).content.decode()
    assert f'<html lang="{language}"' in page


def test_the_source_follows_from_the_site_of_the_address(add):
    snippet = add(source_url=ADDRESS)
    assert (snippet.source.name, snippet.source.domain) == ("paper.example",) * 2
    again = add(headline="Another", source_url="https://paper.example/other")
    assert again.source == snippet.source


def test_a_source_that_is_known_by_its_domain_keeps_its_name(add):
    paper = make_source("The Paper", domain="paper.example")
    assert add(source_url=ADDRESS).source == paper


def test_an_address_may_be_pasted_without_its_scheme(add):
    snippet = add(source_url="paper.example/harbour")
    assert snippet.source_url == "https://paper.example/harbour"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://paper.example/", "the address of a whole site"),
        ("https://paper.example", "the address of a whole site"),
        ("https://ann:secret@paper.example/a", "user name"),
        ("javascript:alert(1)", "begins with http:// or https://"),
        ("harbour", "begins with http:// or https://"),
        ("https://paper.example/a b", "no spaces, quotes or brackets"),
        (f"https://{'.'.join(['a' * 60] * 4)}/a", "host is longer than 200"),
        ("https://paper.example/" + "a" * 2000, "at most 2000 characters"),
    ],
)
def test_what_is_no_address_of_an_article_is_refused(add, address, words):
    assertContains(add(source_url=address), words)
    assert not Article.objects.exists()
    assert not Source.objects.exists()


@pytest.mark.parametrize(
    "address",
    [
        "https://WWW.Paper.example:443/2025/harbour?id=7",
        "https://www.paper.example./2025/harbour?id=7&utm_medium=mail&fbclid=x",
        "  www.paper.example/2025/harbour?gclid=1&id=7#comments ",
    ],
)
def test_every_form_of_one_address_is_the_same_address(add, address):
    make_article(headline="Old news", source_url=STORED)
    assertContains(add(source_url=address), "The archive has this article already:")
    assert Article.objects.count() == 1


@pytest.mark.parametrize("state", ["draft", "published", "withdrawn"])
def test_the_same_address_is_refused_with_the_way_to_the_article(add, state):
    twin = make_article(
        headline="<Old> news", source_url=STORED, state=state, withdrawn_reason="Wrong."
    )
    page = add(source_url=ADDRESS)
    link = f'<a href="/admin/articles/article/{twin.pk}/change/" lang="en" dir="ltr">'
    assertContains(page, f"{link}&lt;Old&gt; news</a>")
    assert Article.objects.count() == 1


def test_the_same_text_of_the_same_day_is_refused_with_the_way_to_the_article(add):
    twin = add(headline="لاہور میں بارش", body="پانی۔")
    page = add(headline="لاھور ميں بارش".replace("ھ", "ه"), body=" پانی۔\r\n")
    assertContains(page, f"/admin/articles/article/{twin.pk}/change/")
    assert Article.objects.count() == 1


def test_control_characters_are_removed(add):
    snippet = add(headline="Har\x08bour\x1b\u2028 reopens", body="Ships\x0b are\ufffe.")
    assert (snippet.headline, snippet.body) == ("Harbour reopens", "Ships are.")


@pytest.mark.parametrize("headline", ["", "  ", "\x01", "\x08 \x0b", "\u2028"])
def test_a_headline_without_a_character_is_refused(add, headline):
    assertContains(add(headline=headline, body="Ships."), "This field is required.")


@pytest.mark.parametrize("field", ["headline", "body", "source_url"])
def test_a_nul_is_refused_in_words(add, field):
    values = {"headline": "Harbour", field: "Har\x00bour"}
    assert add(**values).status_code == 200
    assert not Article.objects.exists()


def test_a_snippet_that_was_withdrawn_stays_so_when_it_is_changed(admin_client):
    gone = {"state": State.WITHDRAWN, "withdrawn_reason": "An error."}
    snippet = make_article(published_on=date(2020, 1, 1), language="ur", **gone)
    address = f"/admin/articles/snippet/{snippet.pk}/change/"
    typed = form_at(admin_client, address) | {"headline": "Fog", "body": "Ships."}
    answer = admin_client.post(address, typed)
    assert answer.status_code == 302
    snippet.refresh_from_db()
    assert (snippet.headline, snippet.state) == ("Fog", State.WITHDRAWN)
    assert (snippet.published_on, snippet.language) == (date(2020, 1, 1), "ur")


def test_an_imported_article_is_no_snippet(admin_client):
    make_article(headline="Imported", imported_as=uuid4())
    make_article(headline="Typed")
    page = admin_client.get("/admin/articles/snippet/")
    assertContains(page, "Typed")
    assertNotContains(page, "Imported")


def test_the_page_that_follows_leads_to_the_snippet(admin_client):
    answer = admin_client.post(ADD, {"headline": "Harbour reopens"}, follow=True)
    assertContains(answer, "was added successfully")
    change = admin_client.get(
        f"/admin/articles/snippet/{Article.objects.get().pk}/change/"
    )
    public = Article.objects.get().get_absolute_url()
    assert f'href="{public}"' in unescape(change.content.decode())


def test_a_snippet_is_withdrawn_with_a_reason_and_not_without(admin_client):
    snippet = make_article()
    address = f"/admin/articles/snippet/{snippet.pk}/change/"
    sent = form_at(admin_client, address) | {"state": "withdrawn"}
    assert admin_client.post(address, sent).status_code == 200
    reason = {"withdrawn_reason": "It was an error."}
    assert admin_client.post(address, sent | reason).status_code == 302
    assert Article.objects.get().state == State.WITHDRAWN


@pytest.mark.parametrize(
    ("day", "stored"),
    [
        ("2025-04-03", date(2025, 4, 3)),
        ("3 April 2025", date(2025, 4, 3)),
        ("03/04/2025", None),
        ("12/31/2025", None),
    ],
)
def test_a_day_is_typed_in_a_form_that_is_one_day_alone(add, day, stored):
    answer = add(published_on=day)
    if stored:
        assert answer.published_on == stored
    else:
        assertContains(answer, "Enter a valid date.")


def test_an_error_in_what_is_folded_in_opens_it(add):
    page = add(visible_from_0="2025-04-19", visible_from_1="25:99")
    assertContains(page, "Enter a valid time.")
    assertNotContains(page, "<details><summary>")
