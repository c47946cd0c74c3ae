"""What is written as a document is read back whole, for all that the model can hold."""

import itertools
from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.addresses import normal_form
from articles.days import FIRST_DAY, FIRST_INSTANT, LAST_DAY, LAST_INSTANT
from articles.documents import Document, parse, render
from articles.importing.readers.document import looks_like_document, read_document
from articles.importing.readers.json_lines import looks_like_json_lines
from articles.models import Article, Category, Source, State
from articles.sheets import document_of

LOOKALIKES = (
    *("#", "##", "##x", "<p>", "<!--", "{", "[", "\ufeff", "\x1f", "\x01", "\x7f"),
    *("Published on", "published on:", "Document Date:", "Category:", "category :"),
    *(
        "Show on website:",
        "Show on website: Click Here",
        "Click Here",
        "riverpost.example",
    ),
    *("https://example.org/", "April 18", "2025", "It ends.", "\U0001f4f0", "۱۸ اپریل"),
    *("می\u200cخواهم", "\u200fاردو\u200e", "\u2067لاہور\u2069", "é", "e\u0301", "ﷺ"),
)
NO_SPACE = {"exclude_categories": ("Cs", "Cc", "Zs", "Zl", "Zp")}
GAPS = st.sampled_from((" ", "  ", "\t", "\xa0", "\x85", "\u2028", "\u3000"))
COMMAS = st.sampled_from((",", ", ", " ,"))


def words(without: str = "") -> st.SearchStrategy[str]:
    drawn = st.characters(**NO_SPACE, exclude_characters=without)
    return st.text(drawn, min_size=1, max_size=8) | st.sampled_from(LOOKALIKES)


def joined(parts: st.SearchStrategy[str], gaps: st.SearchStrategy[str], most: int):
    """Up to so many parts with gaps between them: none at the ends."""
    pairs = st.lists(st.tuples(gaps, parts), max_size=most - 1)
    return st.builds(
        lambda first, rest: first + "".join(itertools.chain(*rest)), parts, pairs
    )


HEADLINES = joined(words(), GAPS | COMMAS, 6)
NAMES = joined(words(without=","), GAPS, 5)
SITES = joined(words(), GAPS | COMMAS, 5)
LINES = joined(words(), GAPS | COMMAS, 6)
BREAKS = st.sampled_from(("\n", "\n\n", "\n  ", "\n\n\t"))
BODIES = joined(LINES, BREAKS, 6)
PATHS = st.text(
    st.characters(**NO_SPACE, exclude_characters='<>"\\^`{|}?#'), min_size=1, max_size=9
)
ADDRESSES = st.builds(
    "{}://{}/a{}{}".format,
    st.sampled_from(("http", "https")),
    st.sampled_from(("example.org", "خبر.example", "[::1]:8080", "a.example:81")),
    PATHS | st.just("_(b)/"),
    st.sampled_from(("", "?id=1&x", "?q=(a)")),
).map(normal_form)
DAYS = st.dates(FIRST_DAY, LAST_DAY)
CLOCKS = st.builds(
    lambda moment, fold: moment.replace(microsecond=0, fold=fold),
    st.datetimes(FIRST_INSTANT.replace(tzinfo=None), LAST_INSTANT.replace(tzinfo=None)),
    st.integers(0, 1),
)
HOURS_TWICE = st.builds(  # Berlin's clocks show two to three o'clock twice
    lambda seconds: datetime(2025, 10, 26, tzinfo=UTC) + timedelta(seconds=seconds),
    st.integers(0, 2 * 60 * 60),
)
INSTANTS = HOURS_TWICE | st.datetimes(
    FIRST_INSTANT.replace(tzinfo=None),
    LAST_INSTANT.replace(tzinfo=None),
    timezones=st.just(UTC),
)
EMPTY = st.just("")
DOCUMENTS = st.builds(
    Document,
    headline=EMPTY | HEADLINES,
    published_on=st.none() | DAYS,
    captured_at=st.none() | CLOCKS,
    categories=st.lists(NAMES, max_size=4).map(tuple),
    address=EMPTY | ADDRESSES,
    site=EMPTY | SITES,
    body=EMPTY | BODIES,
)
DRAFTS = st.fixed_dictionaries(
    {
        "headline": EMPTY | HEADLINES,
        "published_on": st.none() | DAYS,
        "captured_at": st.none() | INSTANTS,
        "source_url": EMPTY | ADDRESSES,
        "body": EMPTY | BODIES,
    }
)
IN_PUBLIC = st.fixed_dictionaries(
    {
        "headline": HEADLINES,
        "published_on": DAYS,
        "captured_at": INSTANTS,
        "source_url": EMPTY | ADDRESSES,
        "body": EMPTY | BODIES,
        "state": st.just(State.PUBLISHED),
    }
)


@given(DOCUMENTS)
def test_a_written_document_reads_back_whole(document):
    sheet = render(document)
    read = parse(sheet)
    assert read == document
    assert read.captured_line == document.captured_line  # == does not look at the fold
    assert sheet.endswith("\n")


@given(DOCUMENTS)
def test_a_written_document_is_known_as_one(document):
    head = render(document).encode()
    assert looks_like_document(head)
    assert not looks_like_json_lines(head)


@pytest.mark.django_db
@pytest.mark.parametrize("zone", ["UTC", "Asia/Karachi", "Europe/Berlin"])
@settings(max_examples=60, deadline=None)
@given(
    values=DRAFTS | IN_PUBLIC,
    source=st.none() | SITES,
    categories=st.lists(NAMES, max_size=3),
)
def test_a_stored_article_reads_back_from_its_document(
    zone, values, source, categories
):
    with timezone.override(zone), transaction.atomic():
        article = stored(values, source, categories)
        (record,) = read_document("a.txt", render(document_of(article)).encode())
        assert record.fields == {
            "headline": article.headline,
            "published_on": article.published_on,
            "captured_at": to_the_second(article.captured_at),
            "categories": tuple(article.categories.values_list("name", flat=True)),
            "source": article.source.name if article.source else "",
            "source_url": article.source_url,
            "body": article.body,
        }
        transaction.set_rollback(True)


def stored(values, source, categories) -> Article:
    """The article as the database gives it back."""
    made = Article.objects.create(
        source=Source.objects.recognised(source) if source else None, **values
    )
    made.categories.set(Category.objects.recognised(name) for name in categories)
    return Article.objects.get(pk=made.pk)


def to_the_second(moment: datetime | None) -> datetime | None:
    return moment and moment.replace(microsecond=0)
