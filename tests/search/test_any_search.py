"""Twenty thousand searches that nobody would type: each gets an answer."""

from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.queries.operators import NAMES
from tests.asking import ask, assert_is_page_or_refusal
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db

WORDS = [
    *[
        "flood",
        "relief",
        "Karachi",
        "harbour",
        "econom*",
        "o'clock",
        "3.5",
        "U.S.",
        "a",
    ],
    *["سیلاب", "امداد", "کراچی", "بارش*", "پاکستان", "وزیر\u200cاعظم", "حكومتِ", "۲۰۱۳"],
    *["the", "कार", "東京", "ﷺ", "👩\u200d🚀", "x" * 300, "zyxquorn", "-", "*"],
]
OPERATORS = [f"{name}:" for name in NAMES]
VALUES = [
    *["2013", "2013-08", "2013-08-17", "2013-13", "2013-08/2014", "/2013", "2013/"],
    *["P1W", "P9999Y", "P-1D", "today", "۲۰۱۳-۰۸", "0000", "9999-12-31", "World"],
    *["rki.news", "ur", "xx", "اردو", "کھیل", '"World News"', '"', "(", "()"],
]
SIGNS = [
    *["or", "OR", "یا", "AND", "-", "- ", "(", ")", '"', "“", "”", "«", "»", "'", ":"],
    *[
        "،",
        "۔",
        "؟",
        "*",
        "|",
        "&",
        "!",
        "<->",
        "\\",
        "%",
        "\t",
        "\n",
        "\x00",
        "\ud83d",
    ],
    *["\u202e", "\u2066", "\ufeff", "\ue000", "\ue001", "ـ", "\u064b", "\u0301"],
]
PIECES = st.sampled_from(WORDS + OPERATORS + VALUES + SIGNS) | st.text(max_size=3)
GLUES = st.sampled_from(["", " ", " ", " "])
TEXTS = st.lists(st.tuples(PIECES, GLUES).map("".join), max_size=9).map("".join)
FILTERS = {
    "from": VALUES,
    "to": VALUES,
    "category": ["world", "-world", "کھیل", "nowhere", "-", "--"],
    "source": ["rki", "-rki", "x" * 300],
    "lang": ["en", "ur", "-ur", "xx"],
    "sort": ["best", "newest", "oldest", "x"],
    "page": ["1", "2", "999", "0", "x"],
    "before": ["2013-08-17.1", "2013-13-01.1", "x"],
    "after": ["1500-01-01.1", "2500-12-31.9", "9" * 30],
    "counts": ["exact", "x"],
}
CHOICES = st.lists(
    st.sampled_from([(name, value) for name in FILTERS for value in FILTERS[name]]),
    max_size=3,
)
FRAGMENTS = st.sampled_from(["", "", "", "results", "counts", "x"])


def encoded(parameters):
    pairs = ((name, quote(v.encode(errors="surrogatepass"))) for name, v in parameters)
    return "&".join(f"{name}={value}" for name, value in pairs)


@pytest.fixture(autouse=True)
def _archive():
    labels = {"source": make_source("RKI"), "categories": (make_category("World"),)}
    for number in range(30):
        make_article(headline=f"Flood {number}", body="Relief in Karachi.", **labels)
    make_article(headline="کراچی میں سیلاب", body="امداد۔", language="ur", **labels)
    make_article(headline="Harbour", categories=(make_category("کھیل"),))


def any_search(examples):
    def decorated(test):
        exhausted = settings(
            max_examples=examples,
            deadline=None,
            derandomize=True,
            suppress_health_check=[HealthCheck.function_scoped_fixture],
        )
        return exhausted(given(TEXTS, CHOICES, FRAGMENTS)(test))

    return decorated


def check(text, chosen, fragment):
    query = encoded([("q", text), *chosen])
    answer = ask("/search/", query, HTTP_X_FRAGMENT=fragment)
    assert answer.status_code in (200, 400)
    if not fragment:
        assert_is_page_or_refusal(answer)
    is_refused_at_the_door = "\0" in text  # before anything looks at what is asked
    if answer.status_code == 400 and not is_refused_at_the_door:
        assert 'class="mend"' in answer.content.decode()


@any_search(200)
def test_any_search_gets_an_answer(text, chosen, fragment):
    check(text, chosen, fragment)


@pytest.mark.nightly
@any_search(20_000)
def test_twenty_thousand_searches_get_an_answer(text, chosen, fragment):
    check(text, chosen, fragment)
