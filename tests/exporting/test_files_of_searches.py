"""The same search as a file: all that it finds, by date."""

import csv
import io
import json
from datetime import date

import pytest
from pytest_django.asserts import assertContains

from articles.models import State
from articles.search import SearchTooCostlyError
from tests.factories import make_article, make_category

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _archive():
    make_article(headline="Flood", categories=(make_category("World"),))
    make_article(headline="سیلاب", language="ur", published_on=date(2013, 8, 17))
    make_article(headline="Secret flood", state=State.DRAFT)
    withdrawn = {"state": State.WITHDRAWN, "withdrawn_reason": "An error."}
    make_article(headline="Secret", **withdrawn)


def read(answer):
    assert answer.status_code == 200
    return b"".join(answer.streaming_content).decode()


def headlines(client, query):
    text = read(client.get(f"/search/articles.jsonl?{query}"))
    lines = [json.loads(line)["headline"] for line in text.splitlines()]
    table = read(client.get(f"/search/articles.csv?{query}")).removeprefix("\ufeff")
    assert [row["headline"] for row in csv.DictReader(io.StringIO(table))] == lines
    return lines


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["سیلاب", "Flood"]),
        ("q=flood", ["Flood"]),
        ("q=%D8%B3%DB%8C%D9%84%D8%A7%D8%A8", ["سیلاب"]),
        ("lang=ur&from=2013&to=2013-08", ["سیلاب"]),
        ("category=world", ["Flood"]),
        ("sort=newest&page=9&before=2013-01-01.1", ["سیلاب", "Flood"]),
        ("q=nothing", []),
    ],
)
def test_a_file_has_all_that_the_search_finds_the_oldest_first(client, query, found):
    assert headlines(client, query) == found


def test_more_than_a_page_comes_whole(client):
    for number in range(70):
        make_article(headline=f"Fog {number}")
    assert len(headlines(client, "q=fog")) == 70


def test_a_file_has_a_name_and_is_for_no_search_engine(client):
    answer = client.get("/search/articles.csv")
    assert answer["Content-Disposition"] == 'attachment; filename="articles.csv"'
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("query", ["from=x", "category=nothing", f"q={'x' * 1001}"])
def test_a_search_that_needs_mending_says_so_on_a_page(client, query):
    answer = client.get(f"/search/articles.jsonl?{query}")
    assertContains(answer, "This search needs mending", status_code=400)


def test_a_search_that_takes_too_long_says_so_before_a_file_begins(client, monkeypatch):
    def too_costly(*arguments):
        raise SearchTooCostlyError
        yield

    monkeypatch.setattr("articles.search.postgres.everything.places", too_costly)
    answer = client.get("/search/articles.jsonl?q=flood")
    assertContains(answer, "This search takes too long", status_code=400)


def test_there_is_no_other_format(client):
    assert client.get("/search/articles.xml").status_code == 404


def test_a_question_for_the_headers_makes_no_file(client):
    answer = client.head("/search/articles.jsonl")
    assert answer.status_code == 200
    assert read(answer) == ""


def test_a_packed_answer_is_the_same_file(client):
    plain = client.get("/search/articles.jsonl")
    packed = client.get("/search/articles.jsonl", headers={"accept-encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert read(plain)


def test_results_lead_to_their_files(client):
    page = client.get("/search/?q=flood&category=world&sort=newest")
    assertContains(page, 'href="/search/articles.csv?q=flood&amp;category=world"')
    assertContains(page, 'href="/search/articles.jsonl?q=flood&amp;category=world"')
