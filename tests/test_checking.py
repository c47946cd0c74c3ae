"""From what a file says to what can be stored: tables, and no database."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from articles.importing.raw_values import LONGEST, MOST_CATEGORIES, RecordError
from tests.records import check

PAKISTAN = timezone(timedelta(hours=5))
STORY = {"headline": "Harbour reopens", "body": "LISBON, April 18, Ships are back."}


def refusal(**fields):
    with pytest.raises(RecordError) as refused:
        check(**STORY | fields)
    return refused.value.field, refused.value.reason


def test_our_own_names_are_read():
    said = {
        "headline": "Harbour reopens",
        "summary": "After the storm.",
        "byline": "By Ann Lee",
        "body": "LISBON, April 18, Ships are back.",
        "published_on": "2025-04-18",
        "published_at": "2025-04-18T09:30:00+05:00",
        "captured_at": "2025-11-21T16:57:59Z",
        "language": "en-GB",
        "source": "Example Times",
        "source_url": "https://times.example/harbour",
        "categories": ["World", "Snippets"],
    }
    record = check(**said)
    assert {name: getattr(record, name) for name in said} == said | {
        "published_on": date(2025, 4, 18),
        "published_at": datetime(2025, 4, 18, 9, 30, tzinfo=PAKISTAN),
        "captured_at": datetime(2025, 11, 21, 16, 57, 59, tzinfo=UTC),
        "language": "en",
        "categories": ("World", "Snippets"),
    }
    assert (record.dateline, record.site) == ("LISBON, April 18", "times.example")


@pytest.mark.parametrize(
    ("name", "value", "field", "read"),
    [
        ("author", "By Ann Lee", "byline", "By Ann Lee"),
        ("standfirst", "After the storm.", "summary", "After the storm."),
        ("deck", "After the storm.", "summary", "After the storm."),
        ("category", ["World", "UK"], "categories", ("World", "UK")),
        ("category", "World, UK,, World", "categories", ("World", "UK")),
        ("published", "2025-04-18", "published_on", date(2025, 4, 18)),
        ("dataset", "a name that nobody knows", "categories", ()),
    ],
)
def test_names_that_other_archives_use_are_read(name, value, field, read):
    assert getattr(check(**STORY, **{name: value}), field) == read


def test_our_own_name_goes_before_another():
    assert check(**STORY, byline="By Ann Lee", author="Staff").byline == "By Ann Lee"
    assert check(**STORY, byline="", author="Staff").byline == "Staff"


@pytest.mark.parametrize(
    ("text", "day", "instant"),
    [
        ("2018-05-26", date(2018, 5, 26), None),
        ("2018-05-26T23:30:00", date(2018, 5, 26), None),
        (
            "2018-05-26 23:30:00-05:00",  # the next day in UTC, not where it was said
            date(2018, 5, 26),
            datetime(2018, 5, 27, 4, 30, tzinfo=UTC),
        ),
        (
            "2018-05-26T00:30:00.5Z",
            date(2018, 5, 26),
            datetime(2018, 5, 26, 0, 30, 0, 500_000, tzinfo=UTC),
        ),
        (" 2018-05-26\n", date(2018, 5, 26), None),
        ("December 31, 2017 ", date(2017, 12, 31), None),
        ("۳۱ دسمبر ۲۰۱۷", date(2017, 12, 31), None),
        (
            "Sat, 26 May 2018 23:30:00 -0500",
            date(2018, 5, 26),
            datetime(2018, 5, 27, 4, 30, tzinfo=UTC),
        ),
        (
            1_527_377_400,
            date(2018, 5, 26),
            datetime(2018, 5, 26, 23, 30, tzinfo=UTC),
        ),
        ("1500-01-01", date(1500, 1, 1), None),
        ("2500-12-31", date(2500, 12, 31), None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_a_date_gives_the_day_as_written_and_an_instant_if_it_tells_one(
    text, day, instant
):
    record = check(**STORY, published=text)
    assert (record.published_on, record.published_at) == (day, instant)


@pytest.mark.parametrize(
    ("fields", "field", "reason"),
    [
        ({"headline": 7}, "headline", "is a number, not text"),
        ({"headline": True}, "headline", "is true or false, not text"),
        ({"body": ["One.", "Two."]}, "body", "is a list, not text"),
        ({"source": {"name": "Times"}}, "source", "is an object, not text"),
        (
            {"published": 20180526},
            "published_on",
            "not of seconds since 1970: 20180526",
        ),
        ({"published": True}, "published_on", "is true or false, not text"),
        ({"category": 7}, "categories", "is a number, not a list of names"),
        ({"category": {}}, "categories", "is an object, not a list of names"),
        ({"category": ["World", None]}, "category", "is null, not text"),
        ({"categories": ["Home, Garden"]}, "categories", "comma: 'Home, Garden'"),
        ({"published": "May 2018"}, "published_on", "not a date: 'May 2018'"),
        (
            {"published": "03/04/2018"},
            "published_on",
            "or month first? Say --day-first",
        ),
        (
            {"published": "2018-02-30"},
            "published_on",
            "no such day or time: '2018-02-30'",
        ),
        ({"published": "0000-00-00"}, "published_on", "there is no such day or time"),
        ({"published": "1499-12-31"}, "published_on", "not between 1500-01-01 and"),
        ({"published": "9999-12-31T23:59:59-12:00"}, "published_on", "not between"),
        ({"captured_at": "0001-01-01T00:00:00+14:00"}, "captured_at", "not between"),
        ({"language": "tlh"}, "language", "not a language of the archive: 'tlh'"),
        ({"source_url": "rki"}, "source_url", "begins with http:// or https://"),
        ({"source_url": "javascript:alert(1)"}, "source_url", "begins with http"),
        ({"source_url": "https://me:pw@a.example/b"}, "source_url", "no user name"),
        ({"source_url": "https://a.example:99999/b"}, "source_url", "not a web"),
        ({"source_url": "https://a.example/" + "a" * 2000}, "source_url", "2,000"),
        ({"headline": "", "body": " \n"}, "record", "no headline, no body and no"),
    ],
)
def test_what_cannot_be_stored_is_refused_with_field_and_reason(fields, field, reason):
    named, why = refusal(**fields)
    assert named == field
    assert reason in why


@pytest.mark.parametrize("field", sorted(set(LONGEST) - {"category"}))
def test_a_text_may_be_as_long_as_its_field_and_no_longer(field):
    longest = "a" * LONGEST[field]
    assert getattr(check(**STORY | {field: longest}), field) == longest
    expected = (field, f"longer than {LONGEST[field]:,} characters")
    assert refusal(**{field: f"{longest}a"}) == expected


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        (
            "HTTPS://Times.Example:443/A?utm_source=x&p=2#top",
            "https://times.example/A?p=2",
        ),
        (" http://times.example:8080/a ", "http://times.example:8080/a"),
        ("https://times.example?p=12", "https://times.example/?p=12"),
    ],
)
def test_an_address_is_stored_in_its_normal_form(written, stored):
    assert check(**STORY, source_url=written).source_url == stored


@pytest.mark.parametrize(
    "front", ["https://www.times.example", "http://times.example/#a"]
)
def test_a_front_page_is_the_sources_homepage_and_no_articles_address(front):
    record = check(**STORY, source_url=front)
    assert record.source_url == ""
    assert record.homepage.rstrip("/") == front.removesuffix("/#a")
    assert (record.source, record.site) == ("times.example", "times.example")


@pytest.mark.parametrize(
    ("source", "site"),
    [
        ("Example Times", "a.example"),
        ("www.bbc.example", "bbc.example"),
        ("BBC.example/urdu", "bbc.example"),
        ("", "a.example"),
    ],
)
def test_a_source_that_is_called_by_a_domain_has_that_domain(source, site):
    record = check(**STORY, source=source, source_url="https://www.a.example/b")
    assert record.source == (source or site)
    assert record.site == site


@pytest.mark.parametrize(
    ("fields", "language"),
    [
        ({"language": "ur_PK"}, "ur"),
        ({"language": " "}, "en"),
        ({"category": ["Urdu"]}, "ur"),
        ({"headline": "بندرگاہ کھل گئی", "body": "لزبن میں جہاز لوٹ آئے۔"}, "ur"),
        ({"headline": "بندرگاہ", "body": "شہر", "category": ["English"]}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_is_the_one_said_or_a_categorys_or_the_scripts(fields, language):
    record = check(**STORY | fields)
    assert (record.language or record.likely_language) == language


def test_what_no_text_may_hold_is_removed_and_counted():
    record = check(headline="A\ud83d\x00\tB", body="One.\x08\r\n\r\n\r\n\x0bTwo. \n")
    assert (record.headline, record.body) == ("A B", "One.\n\nTwo.")
    assert record.removed_characters == 4


def test_characters_beyond_the_basic_plane_stay():
    assert check(headline="A 🎉", body="𠀋").headline == "A 🎉"


@pytest.mark.parametrize(
    ("state", "is_draft"),
    [
        *((state, True) for state in ("draft", " Draft", "withdrawn")),
        *((state, False) for state in ("published", "Ohio", "", None, 7, [])),
    ],
)
def test_a_record_is_a_draft_if_it_says_so(state, is_draft):
    assert check(**STORY, state=state).is_draft is is_draft
    assert not check(**STORY).is_draft


def test_a_story_has_so_many_categories_and_no_more():
    names = [f"Category {number}" for number in range(MOST_CATEGORIES + 1)]
    assert len(check(**STORY, categories=names[1:]).categories) == MOST_CATEGORIES
    for told in (names, ",".join(names)):
        assert refusal(categories=told) == ("categories", "more than 50 names")
