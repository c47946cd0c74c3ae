"""Articles as records: what they say, in which order, and which of them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from articles.exporting.formats import FORMATS, json_line
from articles.exporting.reading import (
    in_public,
    records,
    records_found,
    with_drafts,
)
from articles.models import State
from tests.factories import make_article, make_category, make_source
from tests.search.asking import request

pytestmark = pytest.mark.django_db

DAY = date(2025, 4, 18)


def numbers(found):
    return [record["number"] for record in found]


def test_a_whole_article_is_a_record_in_the_order_of_the_fields():
    article = make_article(
        headline="لاہور میں بارش",
        summary="Two\n\nparagraphs",
        byline="By Ann Lee",
        body="PARIS, April 18, “Rain”.",
        published_at=datetime(2025, 4, 18, 9, tzinfo=timezone(timedelta(hours=5))),
        captured_at=datetime(2025, 11, 21, 16, 57, 59, 120, tzinfo=UTC),
        language="ur",
        source=make_source("Example Times"),
        source_url="https://times.example/1",
        categories=(
            make_category("World"),
            make_category("کھیل"),
            make_category("Art"),
        ),
    )
    (record,) = records(in_public())
    assert json_line(record) == (
        f'{{"number":{article.pk},"headline":"لاہور میں بارش",'
        '"summary":"Two\\n\\nparagraphs","byline":"By Ann Lee",'
        '"dateline":"PARIS, April 18","body":"PARIS, April 18, “Rain”.",'
        '"published_on":"2025-04-18","published_at":"2025-04-18T04:00:00Z",'
        '"captured_at":"2025-11-21T16:57:59.000120Z","language":"ur",'
        '"source":"Example Times","source_url":"https://times.example/1",'
        '"categories":["Art","World","کھیل"]}\n'
    )


def test_what_is_empty_is_left_out():
    make_article(headline="Fog", body="")
    (record,) = records(in_public())
    assert list(record) == ["number", "headline", "published_on", "language"]


def test_they_come_by_day_and_number_whatever_the_order_of_their_numbers():
    days = [date(2025, 4, 18), date(2024, 1, 1), date(2025, 4, 18), date(1999, 1, 1)]
    made = [make_article(published_on=day).pk for day in days]
    assert numbers(records(in_public())) == [made[3], made[1], made[0], made[2]]


def test_batches_leave_none_out_and_take_none_twice(monkeypatch):
    monkeypatch.setattr("articles.exporting.reading._NUMBERED_AT_ONCE", 3)
    monkeypatch.setattr("articles.exporting.reading._READ_AT_ONCE", 2)
    monkeypatch.setattr("articles.search.postgres.everything._AT_ONCE", 3)
    days = [date(2025, 4, 18)] * 7 + [date(2001, 1, 1)] * 2 + [date(2025, 4, 19)] * 3
    made = sorted((day, make_article(published_on=day).pk) for day in days)
    undated = [make_article(state=State.DRAFT, published_on=None).pk for _ in range(4)]
    public = [number for _day, number in made]
    assert numbers(records(in_public())) == public
    assert numbers(records_found(request())) == public
    assert numbers(records(with_drafts())) == public + undated


def test_only_what_is_in_public_and_drafts_on_demand_are_taken_out():
    shown = make_article().pk
    draft = make_article(state=State.DRAFT).pk
    make_article(state=State.WITHDRAWN, withdrawn_reason="An error.")
    assert numbers(records(in_public())) == [shown]
    found = list(records(with_drafts()))
    assert numbers(found) == [shown, draft]
    assert [record.get("state") for record in found] == [None, "draft"]


def test_a_search_finds_what_the_page_finds_by_date_and_without_end():
    old = make_article(headline="Flood", published_on=date(2013, 8, 17)).pk
    make_article(headline="Drought")
    news = [make_article(headline="Floods").pk for _ in range(30)]
    assert numbers(records_found(request("flood"))) == [old, *news]
    within = request("flood", since=DAY, page=7)
    assert numbers(records_found(within)) == news


def test_an_empty_archive_has_no_records():
    assert list(records(in_public())) == list(records_found(request())) == []


def test_a_table_has_all_columns_and_parts_categories_by_commas():
    labels = (make_category("World"), make_category("کھیل"))
    article = make_article(
        headline='=SUM(A1), "quoted"', body="One.\n\nTwo.", categories=labels
    )
    lines = b"".join(FORMATS["csv"].chunks(records(in_public()))).decode()
    assert lines == (
        "\ufeffnumber,headline,summary,byline,dateline,body,published_on,published_at,"
        "captured_at,language,source,source_url,categories\r\n"
        f'{article.pk},"=SUM(A1), ""quoted""",,,,"One.\n\nTwo.",2025-04-18,,,en,,,'
        '"World,کھیل"\r\n'
    )


def test_a_table_with_drafts_says_which_they_are():
    make_article(state=State.DRAFT, headline="Fog")
    chunks = FORMATS["csv"].chunks(records(with_drafts()), has_drafts=True)
    header, row = b"".join(chunks).decode().splitlines()
    assert header.endswith(",categories,state")
    assert row.endswith(",draft")


def test_a_batch_costs_as_many_queries_as_an_article(django_assert_num_queries):
    for _ in range(20):
        make_article(categories=(make_category("World"), make_category("Sport")))
    with django_assert_num_queries(3):
        assert len(list(records(in_public()))) == 20
