"""What `--update` changes, what it leaves, and what it never brings back."""

from datetime import UTC, date, datetime

import pytest

from articles.models import Article, State
from tests.factories import make_article
from tests.records import make_record, store

pytestmark = pytest.mark.django_db

ADDRESS = "https://times.example/harbour"
LONG_AGO = datetime(2001, 1, 1, tzinfo=UTC)
SAID = {
    "headline": "Harbour reopens",
    "summary": "After the storm.",
    "byline": "By Ann Lee",
    "dateline": "LISBON",
    "body": "LISBON — Ships are back.",
    "published_on": date(2025, 4, 18),
    "published_at": datetime(2025, 4, 18, 9, 30, tzinfo=UTC),
    "captured_at": datetime(2025, 11, 21, 16, 57, 59, tzinfo=UTC),
    "source": "Example Times",
    "categories": ("World",),
    "source_url": ADDRESS,
}
SILENT = {
    "headline": "",
    "summary": "",
    "byline": "",
    "dateline": "",
    "body": "",
    "published_on": None,
    "published_at": None,
    "captured_at": None,
    "source": "",
    "categories": (),
}


def stored(**fields):
    """The article of a record, last changed long ago."""
    store(make_record(**SAID | fields))
    Article.objects.update(updated_at=LONG_AGO)
    return Article.objects.get()


def updated(**fields):
    """The summary of storing another record of that article, and the article."""
    summary = store(make_record(**SAID | fields), update=True)
    return summary, Article.objects.get()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("headline", "Harbour is open"),
        ("summary", "At last."),
        ("byline", "By Ann Lee and Bo Ek"),
        ("body", "LISBON — Ships and gulls are back."),
        ("published_on", date(2025, 4, 19)),
        ("published_at", datetime(2025, 4, 18, 10, tzinfo=UTC)),
        ("captured_at", datetime(2026, 1, 1, tzinfo=UTC)),
        ("language", "fr"),
    ],
)
def test_a_changed_value_is_left_without_update_and_taken_over_with_it(field, value):
    before = stored()
    summary = store(make_record(**SAID | {field: value}))
    assert (summary.left, summary.updated) == (1, 0)
    assert getattr(Article.objects.get(), field) == getattr(before, field)

    summary, after = updated(**{field: value})
    assert (summary.left, summary.updated) == (0, 1)
    assert getattr(after, field) == value
    assert (after.pk, after.imported_at) == (before.pk, before.imported_at)
    assert after.updated_at > LONG_AGO


def test_changed_source_and_categories_are_taken_over():
    stored(categories=("World", "Snippets"))
    summary, article = updated(
        source="The Post", categories=("Snippets", "Sea", "Ships")
    )
    assert (summary.updated, article.source.name) == (1, "The Post")
    assert [c.name for c in article.categories.all()] == ["Sea", "Ships", "Snippets"]


# A dateline is not said for itself: it is read off the body.
@pytest.mark.parametrize("unsaid", sorted(SILENT.keys() - {"dateline"}))
def test_an_empty_value_is_no_change(unsaid):
    stored()
    assert store(make_record(**SAID | {unsaid: SILENT[unsaid]})).unchanged == 1


def test_a_guessed_language_is_no_change_to_what_an_editor_set():
    stored(language="", likely_language="en")
    Article.objects.update(language="fr")
    summary, article = updated(language="", likely_language="en", byline="By Bo Ek")
    assert (summary.updated, article.language) == (1, "fr")


def test_empty_values_erase_nothing():
    before = stored()
    summary, after = updated(**SILENT | {"summary": "At last."})
    assert (summary.updated, after.summary) == (1, "At last.")
    assert [c.name for c in after.categories.all()] == ["World"]
    for field in ("headline", "byline", "dateline", "body", "published_on"):
        assert getattr(after, field) == getattr(before, field)
    assert after.source == before.source


def test_a_new_body_without_a_dateline_takes_the_old_one_along():
    stored()
    _, article = updated(body="Ships are back.", dateline="")
    assert (article.body, article.dateline) == ("Ships are back.", "")


@pytest.mark.parametrize("missing", ["headline", "published_on"])
def test_a_draft_that_a_record_completes_is_published(missing):
    assert stored(**{missing: SILENT[missing]}).state == State.DRAFT
    _, article = updated()
    assert article.state == State.PUBLISHED


def test_a_draft_that_is_still_not_complete_stays_one():
    stored(headline="", published_on=None)
    _, article = updated(headline="")
    assert (article.state, article.published_on) == (State.DRAFT, SAID["published_on"])


def test_a_draft_of_an_editors_stays_one():
    stored()
    Article.objects.update(state=State.DRAFT)
    summary, article = updated(byline="By Bo Ek")
    assert (summary.updated, article.state) == (1, State.DRAFT)


def test_what_was_withdrawn_is_never_brought_back_nor_changed():
    stored()
    Article.objects.update(state=State.WITHDRAWN, withdrawn_reason="It was wrong.")
    summary, article = updated(byline="By Bo Ek")
    assert (summary.updated, summary.left) == (0, 1)
    assert (article.state, article.byline) == (State.WITHDRAWN, SAID["byline"])
    assert article.updated_at == LONG_AGO


def test_an_editors_correction_is_kept_without_update_and_overwritten_with_it():
    stored(source_url="")
    Article.objects.update(headline="Harbour open again")
    assert store(make_record(**SAID | {"source_url": ""})).left == 1
    assert Article.objects.get().headline == "Harbour open again"
    _, article = updated(source_url="")
    assert article.headline == SAID["headline"]


def test_the_last_word_of_a_batch_counts():
    stored()
    bylines = ["By Bo Ek", "By Cy Roe", "By Di Poe"]
    records = [make_record(**SAID | {"byline": byline}) for byline in bylines]
    summary = store(*records, update=True)
    assert (summary.updated, summary.left) == (1, 2)
    assert Article.objects.get().byline == "By Di Poe"


def test_a_second_update_changes_nothing():
    stored()
    records = [make_record(**SAID | {"byline": b}) for b in ("By Bo Ek", "By Cy Roe")]
    store(*records, update=True)
    Article.objects.update(updated_at=LONG_AGO)
    summary = store(*records, update=True)
    assert (summary.updated, summary.left, summary.unchanged) == (0, 1, 1)
    assert Article.objects.get().updated_at == LONG_AGO


def test_an_update_that_would_make_two_articles_one_is_refused_alone():
    record = make_record(headline="Port reopens", body="Ships.", published_on=None)
    store(record)
    Article.objects.update(headline="Port is open", published_on=SAID["published_on"])
    make_article(headline="Port reopens", body="Ships.")
    told = []
    summary = store(make_record(), record, make_record(), update=True, told=told)
    assert (summary.stored, summary.updated, summary.refused) == (2, 0, 1)
    assert "article_is_stored_once" in told[0].reason


def test_what_others_say_changes_nothing_and_keeps_nobody_from_changing_it():
    url = "https://times.example/1"
    store(make_record(source_url=url, headline="Old"))
    new = make_record(source_url=url, headline="New")
    told = make_record(source_url=url, headline="Told", is_hearsay=True)
    assert store(told, update=True).left == 1
    summary = store(told, new, told, update=True)
    assert (summary.updated, summary.left) == (1, 2)
    assert Article.objects.get().headline == "New"
