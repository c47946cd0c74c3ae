"""Readers see what is published, and of the rest not a word, nor a number."""

from datetime import date

import pytest
from pytest_django.asserts import assertContains

from articles.models import Category, Source, State
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db

STATES = {
    "draft": {"state": State.DRAFT},
    "withdrawn": {
        "state": State.WITHDRAWN,
        "withdrawn_reason": "The report was wrong.",
    },
}
LISTS = [
    "/",
    "/?before=2025-04-19",
    "/2025/",
    "/2025/04/",
    "/2025/04/18/",
    "/category/",
    "/category/world/",
    "/category/world/?before=2030-01-01.1",
    "/category/world/?after=1999-01-01.1",
    "/source/",
    "/source/example-times/",
    "/export/",
    "/search/",
    "/search/?q=zebra",
    "/search/?q=secretly",
    "/search/?q=%22zebra+escapes%22",
    "/search/?q=-nothing",
    "/search/?category=world",
    "/search/?source=example-times",
    "/search/?lang=en",
    "/search/?from=2025-04-18&to=2025-04-18",
    "/search/?q=zebra&category=world&source=example-times&lang=en&from=2025&to=2025",
]
PAGES = ["", "document/", "document.txt"]
TRACES = ["Zebra", "secretly", "Zoe Quill", "Hidden standfirst", "zebra-escapes"]


def make_zebra(**fields):
    words = {"headline": "Zebra escapes", "body": "It left secretly."}
    words |= {"summary": "Hidden standfirst.", "byline": "By Zoe Quill"}
    labels = {"source": make_source(), "categories": (make_category(),)}
    return make_article(**{**words, **labels, **fields})


def make_hidden(**fields):
    """One of each state that readers do not see."""
    for name, state in STATES.items():
        make_zebra(**{"body": f"It left secretly, a {name}.", **state, **fields})


def texts_of(client, addresses):
    """The pages without what a reader typed, which they repeat."""
    pages = {address: client.get(address) for address in addresses}
    assert {page.status_code for page in pages.values()} == {200}
    return {address: page.content.decode() for address, page in pages.items()}


@pytest.fixture(params=STATES)
def hidden(request):
    return make_zebra(**STATES[request.param])


def test_what_is_published_is_on_every_list(client):
    make_zebra()
    pages = texts_of(client, LISTS)
    tables = {
        "/2025/": "/2025/04/",
        "/export/": "/2025/04",
        "/category/": "World",
        "/source/": "Example Times",
    }
    for address in LISTS:
        assert tables.get(address, "/zebra-escapes-") in pages[address], address


def test_what_is_not_published_is_on_no_list(client, hidden):
    make_article(headline="Harbour reopens", published_on=date(2025, 4, 18))
    for address, text in texts_of(client, LISTS).items():
        typed = text.replace("secretly", "") if "q=secretly" in address else text
        assert not [trace for trace in TRACES if trace in typed], address


def test_a_list_is_the_same_page_whether_or_not_there_is_a_hidden_article(client):
    labels = {"source": make_source(), "categories": (make_category(),)}
    for number in range(3):
        make_article(
            headline=f"Zebra news {number}", body="They left secretly.", **labels
        )
    before = texts_of(client, LISTS)
    make_hidden()
    assert texts_of(client, LISTS) == before


def test_an_archive_of_hidden_articles_is_an_empty_one(client):
    empty = texts_of(client, ["/", "/search/", "/2025/", "/2025/04/", "/2025/04/18/"])
    make_hidden()
    shown = texts_of(client, empty)
    assert shown.keys() == empty.keys()
    assert shown["/"] == empty["/"]
    assert not Category.objects.by_name().exists()
    assert not Source.objects.by_name().exists()
    assert shown["/search/"] == empty["/search/"]
    assert client.get("/archive/")["Location"] != "/2025/"


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("day", ["2025/04/18", "2025/04/19", "1999/01/01"])
@pytest.mark.parametrize("slug", ["zebra-escapes-", "other-", ""])
def test_every_address_of_a_draft_answers_as_if_there_were_none(
    client, page, day, slug
):
    draft = make_zebra(**STATES["draft"])
    answer = client.get(f"/{day}/{slug}{draft.pk}/{page}")
    none = client.get(f"/{day}/{slug}{draft.pk + 1}/{page}")
    assert answer.status_code == none.status_code == 404
    assert "secretly" not in answer.content.decode()
    mine, others = (str(number) for number in (draft.pk, draft.pk + 1))
    assert answer.content.decode().replace(mine, others) == none.content.decode()


@pytest.mark.parametrize("fields", [{}, {"published_on": None, "headline": ""}])
def test_the_short_address_of_a_draft_leads_nowhere(client, admin_client, fields):
    draft = make_article(state=State.DRAFT, **fields)
    for reader in (client, admin_client):
        answer = reader.get(f"/a/{draft.pk}/")
        assert answer.status_code == 404
        assert "Location" not in answer


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("slug", ["zebra-escapes-", "other-", ""])
def test_every_address_of_a_withdrawn_article_is_gone_and_says_why(client, page, slug):
    gone = make_zebra(**STATES["withdrawn"])
    for address in (f"/2025/04/18/{slug}{gone.pk}/{page}", f"/a/{gone.pk}/"):
        answer = client.get(address)
        assertContains(answer, "The report was wrong.", status_code=410)
        text = answer.content.decode()
        assert not [trace for trace in TRACES if trace in text.replace(slug, "")], (
            address
        )


def test_a_published_article_answers_at_all_its_addresses(client):
    article = make_zebra()
    for page in PAGES:
        address = f"{article.get_absolute_url()}{page}"
        assertContains(client.get(address), "It left secretly.")
    assert client.get(article.short_address)["Location"] == article.get_absolute_url()


@pytest.mark.parametrize("state", STATES)
def test_an_article_leaves_the_lists_when_it_is_published_no_more(client, state):
    article = make_zebra()
    assertContains(client.get("/2025/04/18/"), "Zebra escapes")
    for name, value in STATES[state].items():
        setattr(article, name, value)
    article.save()
    for address, text in texts_of(client, LISTS).items():
        assert "Zebra escapes" not in text, address


@pytest.mark.parametrize("address", ["/2025/", "/2025/04/", "/2025/04/18/"])
def test_what_lies_around_a_period_leads_to_no_hidden_article(client, address):
    make_article(published_on=date(2025, 4, 18))
    make_hidden(published_on=date(2020, 1, 1))
    make_hidden(published_on=date(2031, 1, 1))
    text = client.get(address).content.decode()
    assert "/2020/" not in text
    assert "/2031/" not in text
