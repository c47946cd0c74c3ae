"""What the search field above the lists of the desk finds."""

import pytest
from django.urls import reverse

from articles.models import State
from tests.factories import make_article, make_category

pytestmark = pytest.mark.django_db


def listed(admin_client, text: str) -> list[str]:
    address = reverse("admin:articles_article_changelist")
    response = admin_client.get(address, {"q": text})
    return [str(article) for article in response.context["cl"].result_list]


def test_editors_find_drafts_too(admin_client):
    make_article(headline="Flood", state=State.DRAFT, published_on=None)
    make_article(headline="Floods again")
    make_article(headline="Dry")
    assert set(listed(admin_client, "flood")) == {"Flood", "Floods again"}


def test_the_desk_speaks_the_language_of_the_search_page(admin_client):
    make_article(headline="Flood", categories=(make_category("Sport"),))
    make_article(headline="Flood in Karachi")
    assert listed(admin_client, "headline:flood -category:sport") == [
        "Flood in Karachi"
    ]
    assert listed(admin_client, "date:2013") == []


@pytest.mark.parametrize("text", ["((((", '"', "-", "the", "category:nowhere", "\x01"])
def test_any_text_has_an_answer(admin_client, text):
    make_article(headline="Flood")
    assert isinstance(listed(admin_client, text), list)
