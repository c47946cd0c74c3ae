"""Whatever is asked of a public address, the answer is a page or a plain refusal."""

from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from articles.models import State
from tests.asking import METHODS, ask, assert_is_page_or_refusal
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db

NAMES = ["q", "from", "to", "category", "source", "lang", "before", "after", "page"]
PIECES = [
    *["\x00", "\ud83d", "\udc00", "\u202e", "\u2066", "\u200f", "\u200b", "\ufeff"],
    *[
        "-",
        "-" * 33,
        "－",
        "﹣",
        '"',
        "'",
        "(",
        ")",
        "<",
        ">",
        "!",
        "&",
        "|",
        ":*",
        "\\",
    ],
    *["%", "_", "*", "/", ".", "..", "//", "?", "#", ";", "=", "+", " ", "\t", "\r\n"],
    *[
        " or ",
        " AND ",
        "<->",
        "بارش",
        "harbour",
        "ی",
        "۲۰۱۳",
        "٣",
        "ﷺ",
        "e\u0301",
        "👩‍🚀",
    ],
    *[
        "0",
        "1",
        "9" * 19,
        "9" * 400,
        "9" * 5000,
        "-1",
        "1e9",
        "NaN",
        "null",
        "x" * 5000,
    ],
]
DATES = [
    *["2025", "0", "0000", "0001", "1499", "1500", "2500", "2501", "9999", "99999"],
    *[
        "2025-04",
        "2025-4",
        "2025-00",
        "2025-13",
        "2025-04-18",
        "2025-02-30",
        "2025-04-00",
    ],
    *[
        "0000-01-01",
        "0001-01-01",
        "9999-12-31",
        "20250418",
        "2025-W16-5",
        "2025-04-18.7",
    ],
    *["2025-04-18.99999999999999999999", "9999-12-31.1", "٢٠٢٥-٠٤-١٨", "infinity"],
]
RAW = ["%", "%zz", "%FF", "%C0%80", "%ED%A0%80", "%00", "&", "=", "&&", "+", ";"]
SEGMENTS = [
    *["2025", "04", "4", "18", "0000", "0001", "9999", "99999", "13", "00", "30", "02"],
    *["category", "source", "search", "archive", "a", "document", "document.txt", ""],
    *["world", "example-times", "harbour-1", "-1", "0", "-0", "x-" + "9" * 18],
]

texts = st.lists(st.sampled_from(PIECES + DATES) | st.text(max_size=5), max_size=6)
values = texts.map("".join) | st.sampled_from(DATES)
encoded = values.map(lambda text: quote(text.encode(errors="surrogatepass")))
parameters = st.tuples(st.sampled_from(NAMES) | encoded, encoded).map("=".join)
queries = st.lists(parameters | st.sampled_from(RAW), max_size=6).map("&".join)
segments = st.sampled_from(SEGMENTS) | values
paths = st.lists(segments, max_size=5).map(lambda parts: "/".join(["", *parts, ""]))
addresses = st.sampled_from(["/search/", "/", "/category/world/", "/2025/04/18/"])


@pytest.fixture(autouse=True)
def _articles():
    labels = {"source": make_source(), "categories": (make_category(),)}
    make_article(headline="Harbour reopens", **labels)
    make_article(headline="لاہور میں بارش", language="ur", **labels)
    make_article(headline="Fog", state=State.DRAFT)


some = settings(
    max_examples=300,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@some
@given(addresses, queries)
def test_no_query_breaks_a_page(path, query):
    assert_is_page_or_refusal(ask(path, query))


@some
@given(values, st.sampled_from(NAMES))
@example("-" * 400, "q")
@example("-(" * 400, "q")
@example("- " * 400 + "x", "q")
@example("－\u200b" * 400, "q")
@example('-"' * 400, "q")
@example("-ـ" * 400, "q")
def test_no_value_of_a_parameter_breaks_the_search(value, name):
    query = f"{name}={quote(value.encode(errors='surrogatepass'))}"
    assert_is_page_or_refusal(ask("/search/", query))


@some
@given(paths, st.sampled_from(METHODS), queries)
def test_no_path_and_no_method_breaks_the_site(path, method, query):
    assert_is_page_or_refusal(ask(path, query, method), method)
