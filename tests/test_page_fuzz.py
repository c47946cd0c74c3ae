"""Whatever the bytes are: a record that can be checked, or a refusal, and no error."""

import os
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.importing.checking import checked
from articles.importing.raw_values import RecordError
from articles.importing.readers.page import looks_like_page
from articles.importing.records import RawRecord, Refusal
from tests.pages import PAGES, STORY, json_ld, page, read

SEEDS = [(PAGES / name).read_bytes() for name in ("quay.html", "port.html")]
NAMES = ["@type", "headline", "articleBody", "author", "name", "@graph", "url", "@id"]
TYPES = st.sampled_from(["NewsArticle", "Article", "Person", STORY, "https://[", "\0"])
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | TYPES
JSON = st.recursive(
    LEAVES,
    lambda inside: (
        st.lists(inside, max_size=4)
        | st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=3), inside)
    ),
    max_leaves=20,
)
TAGS = st.sampled_from(
    [
        *("html", "head", "body", "title", "meta", "link", "base", "article", "main"),
        *("p", "div", "span", "a", "br", "em", "i", "h1", "h2", "ul", "li", "table"),
        *("tr", "td", "pre", "blockquote", "figure", "figcaption", "time", "script"),
        *("style", "svg", "form", "input", "select", "option", "frameset", "noscript"),
        *("template", "q", "code", "dl", "dt", "dd", "sub"),
    ]
)
ATTRIBUTES = st.sampled_from(
    [
        *("", ' class="related"', ' class="byline"', ' id="comments"', " hidden"),
        *(' href="/a"', ' rel="canonical" href="//["', ' datetime="2025-04-18"'),
        *(' property="og:title" content="a"', ' property="og:type" content="article"'),
        *(
            ' name="author" content="&#0;"',
            ' lang="ur"',
            ' style="display:none"',
        ),
        *(' itemprop="author"', ' type="application/ld+json"', ' charset="utf-16"'),
    ]
)
TEXTS = st.text(max_size=20) | st.sampled_from([STORY, "&nbsp;", "&#x1F600;", "\ue000"])
OPENING = st.builds("<{}{}>".format, TAGS, ATTRIBUTES)
CLOSING = st.builds("</{}>".format, TAGS)
ODD = st.sampled_from(
    ["<!--", "-->", "<![CDATA[", "]]>", "<?", "<!doctype x", "<", ">"]
)
MARKUP = st.lists(OPENING | CLOSING | TEXTS | ODD, max_size=40).map("".join)


@st.composite
def damaged(draw):
    """A page with a few bytes changed, or a piece taken out or doubled."""
    data = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = start + draw(st.integers(0, 300))
        data[start:end] = draw(
            st.binary(max_size=8) | st.just(bytes(data[start:end]) * 2)
        )
    return bytes(data)


ENCODINGS = st.sampled_from(["utf-8", "utf-16", "cp1252", "cp1256", "shift_jis"])
PAGES_OF_ALL_KINDS = st.one_of(
    st.binary(max_size=300),
    damaged(),
    st.builds(lambda markup, enc: markup.encode(enc, "replace"), MARKUP, ENCODINGS),
    st.builds(lambda markup: page(body=markup).encode(errors="replace"), MARKUP),
    st.builds(lambda value: page(json_ld(value)).encode(), JSON),
)


def check(data: bytes) -> None:
    looks_like_page(data)
    result = read(data)
    if isinstance(result, Refusal):
        assert result.reason
        return
    assert isinstance(result, RawRecord)
    assert result.original == data
    with suppress(RecordError):
        checked(result)


@given(PAGES_OF_ALL_KINDS)
@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
def test_any_bytes_give_a_record_or_a_refusal(data):
    check(data)


@pytest.mark.nightly
@given(PAGES_OF_ALL_KINDS)
@settings(
    max_examples=int(os.environ.get("EXAMPLES", "30000")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
def test_many_more_bytes_do_the_same(data):
    check(data)
