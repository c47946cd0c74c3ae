"""What the search field offers to a reader who is typing, as scripts get it."""

import json
from urllib.parse import quote_plus

import pytest
from hypothesis import HealthCheck, given, settings

from tests.asking import ask
from tests.factories import make_article, make_category, make_source
from tests.queries.test_totality import TEXTS

pytestmark = pytest.mark.django_db

ADDRESS = "/search/suggestions/"


@pytest.fixture(autouse=True)
def _archive():
    make_article(headline="Peace & talks <b>", categories=(make_category("کھیل"),))
    make_article(headline="امن مذاکرات", language="ur", source=make_source("امروز"))


def offered(client, text: str) -> list[dict[str, str]]:
    answer = client.get(ADDRESS, {"q": text})
    assert answer.status_code == 200
    return answer.json()["suggestions"]


def test_each_says_its_script_and_leads_to_its_page(client):
    source, headline = offered(client, "ام")[0], offered(client, "امن")[-1]
    assert (source["kind"], source["label"], source["direction"]) == (
        *("source", "امروز", "rtl"),
    )
    assert (headline["kind"], headline["language"]) == ("headline", "ur")
    for suggestion in (
        source,
        headline,
        *offered(client, "peac"),
        *offered(client, "کھ"),
    ):
        assert client.get(suggestion["address"]).status_code == 200


def test_labels_are_text_as_it_stands(client):
    assert offered(client, "peac")[0]["label"] == "Peace & talks <b>"


@pytest.mark.parametrize("text", [" peace   ta ", "peace\tta", "pe\x01ace ta\x1b"])
def test_spaces_and_what_nobody_sees_make_no_difference(client, text):
    assert [found["kind"] for found in offered(client, text)] == ["headline"]


def test_who_has_typed_a_hundred_characters_needs_no_suggestion(client):
    assert offered(client, "peace " * 16 + "talk") != []
    assert offered(client, "peace " * 16 + "talks") == []
    assert offered(client, "") == client.get(ADDRESS).json()["suggestions"] == []


def test_the_answer_may_be_kept_for_a_minute_and_is_in_no_index(client):
    answer = client.get(ADDRESS, {"q": "peac"})
    assert answer["Cache-Control"] == "public, max-age=60"
    assert answer["X-Robots-Tag"] == "noindex"
    assert client.post(ADDRESS, {"q": "peac"}).status_code == 405


@settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(TEXTS)
def test_any_text_gets_a_list(text):
    query = f"q={quote_plus(text.replace(chr(0), '').encode(errors='surrogatepass'))}"
    answer = ask(ADDRESS, query)
    assert answer.status_code == 200
    assert isinstance(json.loads(answer.content)["suggestions"], list)
