"""Records become articles once, whatever is beside them in their batch."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from articles.importing.batches import BATCH_RECORDS, BATCH_SIZE, batches
from articles.models import Article, Category
from tests.factories import make_article
from tests.records import make_record, store
from tests.search.asking import found

pytestmark = pytest.mark.django_db

LONG_AGO = datetime(2001, 1, 1, tzinfo=UTC)
HARBOUR = make_record(
    headline="Harbour reopens",
    summary="After the storm.",
    byline="By Ann Lee",
    dateline="LISBON, April 18",
    body="LISBON, April 18, Ships are back.",
    published_on=date(2025, 4, 18),
    published_at=datetime(2025, 4, 18, 9, 30, tzinfo=UTC),
    captured_at=datetime(2025, 11, 21, 16, 57, 59, tzinfo=UTC),
    source="Example Times",
    site="times.example",
    source_url="https://times.example/harbour",
    categories=("World", "Snippets"),
)


def counts(summary):
    return {
        name: count
        for name in ("stored", "drafts", "updated", "left", "unchanged", "refused")
        if (count := getattr(summary, name))
    }


def everything():
    """Every value of every article, and what it is filed under."""
    filed = Article.categories.through.objects.order_by("pk").values()
    return [*Article.objects.order_by("pk").values(), *filed]


def headlines():
    return list(Article.objects.order_by("pk").values_list("headline", flat=True))


def test_a_new_record_is_published_with_all_that_it_says():
    assert counts(store(HARBOUR)) == {"stored": 1}
    article = Article.objects.published().get()
    said = set(HARBOUR.__slots__) & {field.name for field in Article._meta.fields}
    said -= {"source"}
    assert {name: getattr(article, name) for name in said} == {
        name: getattr(HARBOUR, name) for name in said
    }
    assert (article.source.name, article.source.domain) == (
        "Example Times",
        "times.example",
    )
    assert {c.name for c in article.categories.all()} == {"World", "Snippets"}
    assert abs(article.imported_at - timezone.now()).total_seconds() < 60


@pytest.mark.parametrize("missing", [{"headline": ""}, {"published_on": None}])
def test_a_record_without_headline_or_day_becomes_a_draft(missing):
    assert counts(store(make_record(**missing))) == {"stored": 1, "drafts": 1}
    assert not Article.objects.published()


def test_a_record_that_calls_itself_a_draft_becomes_one_and_stays_one():
    draft = make_record(is_draft=True)
    assert counts(store(draft)) == {"stored": 1, "drafts": 1}
    assert counts(store(draft, update=True)) == {"unchanged": 1}
    changed = replace(draft, summary="Otherwise.")
    assert counts(store(changed, update=True)) == {"updated": 1}
    assert not Article.objects.published().exists()


def test_a_draft_that_is_completed_but_calls_itself_one_stays_one():
    bare = make_record(published_on=None, source_url="https://times.example/1")
    store(bare)
    completed = replace(bare, published_on=date(2025, 4, 18), is_draft=True)
    assert counts(store(completed, update=True)) == {"updated": 1}
    assert not Article.objects.published().exists()


@pytest.mark.parametrize("update", [False, True])
def test_a_second_run_leaves_every_row_as_it_was(update):
    draft = make_record(headline="", published_on=None, source="", categories=())
    records = [HARBOUR, make_record(categories=("World",)), draft]
    store(*records)
    Article.objects.update(updated_at=LONG_AGO, imported_at=LONG_AGO)
    before = everything()
    assert counts(store(*records, update=update)) == {"unchanged": 3}
    assert everything() == before


def test_articles_are_stored_in_the_order_of_their_records():
    records = [make_record() for _ in range(20)]
    store(*records)
    assert headlines() == [record.headline for record in records]


def test_without_an_address_a_record_is_known_by_source_day_headline_and_body():
    said = {"headline": "Harbour reopens", "body": "Ships.", "source": "Times"}
    store(make_record(**said))
    assert counts(store(make_record(**said | {"headline": "HARBOUR REOPENS"}))) == {
        "left": 1
    }
    others = [
        {"body": "Boats."},
        {"source": "Post"},
        {"published_on": date(2025, 4, 19)},
    ]
    records = [make_record(**said | other) for other in others]
    assert counts(store(*records)) == {"stored": 3}


def test_an_address_tells_an_article_whatever_else_has_changed():
    store(HARBOUR)
    again = make_record(source_url=HARBOUR.source_url, headline="Harbour is open")
    assert counts(store(again)) == {"left": 1}
    assert headlines() == ["Harbour reopens"]


def test_an_article_that_an_editor_corrected_is_recognised_again():
    record = make_record(headline="Habour reopens")
    store(record)
    Article.objects.update(headline="Harbour reopens", body="Ships are back.")
    assert counts(store(record)) == {"left": 1}
    assert headlines() == ["Harbour reopens"]
    corrected_too = make_record(headline="Harbour reopens", body="Ships are back.")
    assert counts(store(corrected_too)) == {"unchanged": 1}


def test_an_article_that_an_editor_wrote_first_is_recognised():
    make_article(headline="Harbour reopens", body="Ships are back.")
    record = make_record(headline="Harbour reopens", body="Ships are back.")
    assert counts(store(record)) == {"unchanged": 1}


def test_of_one_article_twice_in_a_batch_the_first_is_stored():
    url = "https://times.example/1"
    first, second = make_record(source_url=url), make_record(source_url=url)
    assert counts(store(first, second, second)) == {"stored": 1, "left": 2}
    assert counts(store(first, second)) == {"left": 1, "unchanged": 1}
    assert headlines() == [first.headline]


@pytest.mark.parametrize(
    "fault",
    [
        {"published_on": date(1499, 12, 31)},
        {"published_at": datetime.fromisoformat("2025-04-18T09:30+23:00")},
        {"body": "One.\n\n\n\nTwo."},
        {"source": " a ", "site": ""},
        {"headline": "a" * 1001},
        {"source_url": "https://times.example/"},
        {"body": "a\x00b"},
        {"categories": ("a" * 201,)},
    ],
)
def test_a_record_that_the_database_refuses_does_not_take_its_batch_along(fault):
    good = [make_record(categories=("World",)) for _ in range(9)]
    bad = make_record(place="papers.jsonl, line 7", **fault)
    told = []
    summary = store(*good[:4], bad, *good[4:], told=told)
    assert counts(summary) == {"stored": 9, "refused": 1}
    assert headlines() == [record.headline for record in good]
    (refusal,) = told
    assert (refusal.place, refusal.field) == ("papers.jsonl, line 7", "record")
    assert refusal.reason
    assert "\n" not in refusal.reason
    assert list(Category.objects.values_list("name", flat=True)) == ["World"]


@pytest.mark.parametrize("language", ["en", "ur"])
def test_a_body_of_more_words_than_the_index_holds_is_stored_and_found(language):
    body = " ".join(f"w{number:x}" for number in range(1_350_000))
    assert 9_000_000 < len(body) <= 10_000_000
    assert counts(store(make_record(body=body, language=language))) == {"stored": 1}
    assert Article.objects.get().body == body
    assert len(found("w1")) == 1


def test_batches_are_neither_long_nor_heavy():
    short = [make_record() for _ in range(BATCH_RECORDS + 1)]
    assert [len(batch) for batch in batches(short)] == [BATCH_RECORDS, 1]
    heavy = [make_record(body="a" * (BATCH_SIZE // 2)) for _ in range(4)]
    assert [len(batch) for batch in batches(heavy)] == [3, 1]
    large = [make_record(body="", original=b"a" * (BATCH_SIZE // 2)) for _ in range(4)]
    assert [len(batch) for batch in batches(large)] == [3, 1]
    assert list(batches([])) == []
