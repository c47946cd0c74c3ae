"""What is said of an import beside its counts: its first stories, and warnings."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from articles.importing.first_look import BESIDE, NO_BODY, TO_COME, Story
from articles.importing.imports import Import
from tests.factories import make_article, make_source
from tests.records import json_lines

pytestmark = pytest.mark.django_db(transaction=True)

DAY = "2025-04-18"
HARBOUR = {"headline": "بندرگاہ", "published_on": DAY, "source": "Times", "body": "a"}


@pytest.fixture
def look(tmp_path):
    """What is seen of records when they are imported, or only tried."""

    def looked(*records, dry_run=True):
        file = tmp_path / "a.jsonl"
        file.write_bytes(json_lines(*records))
        return Import(files=[file], dry_run=dry_run).run(lambda *_: None).look

    return looked


def test_the_first_five_stories_are_shown_with_day_and_source(look):
    drafts = [{"headline": f"Note {number}", "body": "b"} for number in range(7)]
    stories = look(HARBOUR, {"headline": 7}, *drafts).stories
    assert stories[0] == Story("بندرگاہ", date(2025, 4, 18), "Times", "ur")
    assert stories[1:] == [
        Story(f"Note {number}", None, "", "en") for number in range(4)
    ]


def test_articles_without_a_body_and_of_days_to_come_are_counted(look):
    tomorrow = str(timezone.localdate() + timedelta(days=1))
    today = {**HARBOUR, "published_on": str(timezone.localdate())}
    records = (
        HARBOUR,
        {**HARBOUR, "body": ""},
        today,
        {**HARBOUR, "published_on": tomorrow},
    )
    assert look(*records).warnings == {NO_BODY: 1, TO_COME: 1}
    assert look(HARBOUR, today).warnings == {}


def test_what_would_stand_beside_an_article_of_its_source_and_day_is_counted(look):
    source = make_source("Times")
    make_article(headline="بندرگاہ", published_on=DAY, source=source, body="other")
    address = "https://times.example/harbour"
    others = [
        {**HARBOUR, "source_url": address},
        {**HARBOUR, "headline": "شہر"},
        {**HARBOUR, "source": "Post"},
        {**HARBOUR, "published_on": "2025-04-19"},
    ]
    assert look(HARBOUR, *others).warnings == {BESIDE: 1}
    assert look(*others).warnings == {}


def test_what_is_there_already_stands_beside_nothing(look):
    assert look(HARBOUR, dry_run=False).warnings == {}
    assert look(HARBOUR).warnings == {}


def test_records_of_one_file_are_not_held_against_each_other(look):
    twins = [{**HARBOUR, "body": f"Text {number}."} for number in range(501)]
    assert look(*twins).warnings == {}


def test_an_import_that_is_no_trial_does_not_stop_to_look(look):
    source = make_source("Times")
    make_article(headline="بندرگاہ", published_on=DAY, source=source, body="other")
    assert look(HARBOUR, dry_run=False).warnings == {}
