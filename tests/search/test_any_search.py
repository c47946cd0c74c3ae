"""Twenty thousand searches at random: each is answered, or told what to mend."""

import logging
import re
from html import unescape

import pytest
from django.core.management import call_command
from django.http import HttpResponse
from hypothesis import given, settings

from tests.asking import ask
from tests.search.strategies import KINDS, PARTS, STORIES

pytestmark = pytest.mark.django_db

_TO_MEND = re.compile(r'<ul class="mend">\s*<li[^>]*>(.*?)</li>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@pytest.fixture(autouse=True)
def _archive():
    """Some stories, in either script; and no log of thousands of refusals."""
    call_command("import_articles", *STORIES, verbosity=0)
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize("kind", KINDS)
def test_any_search_is_answered_or_told_what_to_mend(kind):
    ask_for_many(kind, 50)


@pytest.mark.nightly
@pytest.mark.parametrize("kind", KINDS)
def test_five_thousand_searches_of_a_kind_are(kind):
    assert ask_for_many(kind, 5_500) >= 5_000


def ask_for_many(kind: str, number: int) -> int:
    """Asks for so many searches, always the same ones; how many of them differ?"""
    asked = set()

    @settings(max_examples=number, deadline=None, derandomize=True)
    @given(KINDS[kind], PARTS)
    def ask_for_one(query, part):
        asked.add((query, part))
        assert_is_answer(answer_to(query, part), query, part)

    ask_for_one()
    return len(asked)


def answer_to(query: str, part: str | None) -> HttpResponse:
    headers = {} if part is None else {"HTTP_X_FRAGMENT": part}
    answer = ask("/search/", query, **headers)
    if answer.exc_info:
        raise answer.exc_info[1]
    return answer


def assert_is_answer(answer: HttpResponse, query: str, part: str | None) -> None:
    """A page or a part of it, with one heading; or the address that fields became."""
    if answer.status_code == 302:
        path, _mark, query = answer["Location"].partition("?")
        assert path == "/search/"
        answer = answer_to(query, part)
    page = answer.content.decode()
    assert page.count("<h1") == 1
    if answer.status_code == 400:
        assert_says_what_to_mend(page, query)
    else:
        assert answer.status_code == 200
        assert ("<html" in page) == (part not in ("results", "counts"))


def assert_says_what_to_mend(page: str, query: str) -> None:
    if "%00" in query:  # refused at the door, before anything looks at what is asked
        assert "This address cannot be read" in page
    else:
        (said,) = _TO_MEND.findall(page)
        assert len(unescape(_TAG.sub("", said))) > 20
