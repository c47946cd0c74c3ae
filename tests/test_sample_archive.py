"""The stories in `sample/`, which a new archive is filled with."""

import re
from collections import Counter

import pytest
from django.conf import settings

from articles.importing.checking import checked
from articles.importing.files import files_in, opened
from articles.importing.readers import reader_of
from articles.languages import of_script

# Arabic letters that Urdu writes with others: on the page they look nearly alike, and a
# reader's search would miss them.
ARABIC_LOOK_ALIKES = re.compile("[\u064a\u0643\u0647\u0649]")


def _read(file):
    with opened(file) as source:
        (raw,) = reader_of(source.stream)(file.name, source.stream)
    return checked(raw)


@pytest.fixture(scope="module")
def records():
    return [_read(file) for file in files_in([settings.BASE_DIR / "sample"])]


def test_there_are_enough_stories_in_both_languages(records):
    languages = Counter(record.likely_language for record in records)
    assert languages.total() >= 60
    assert languages["ur"] >= 20
    assert set(languages) == {"en", "ur"}


def test_each_story_is_whole(records):
    for record in records:
        assert record.headline, record.place
        assert record.published_on, record.place
        assert record.captured_at, record.place
        assert record.source, record.place
        assert record.categories, record.place
        assert record.removed_characters == 0, record.place
        assert record.body.count("\n\n") >= 2, record.place


def test_each_story_is_in_the_script_of_its_language(records):
    assert {
        r.place for r in records if of_script(r.headline + r.body) != r.likely_language
    } == set()


def test_no_story_is_there_twice(records):
    for field in ("headline", "body"):
        values = Counter(getattr(record, field) for record in records)
        assert values.most_common(1)[0][1] == 1
    addresses = Counter(record.source_url for record in records if record.source_url)
    assert addresses.most_common(1)[0][1] == 1


def test_the_stories_fill_days_and_years(records):
    days = Counter(record.published_on for record in records)
    assert days.most_common(1)[0][1] >= 5
    assert len({day.year for day in days}) >= 5


def test_no_story_was_archived_before_it_was_published(records):
    assert [r.place for r in records if r.captured_at.date() < r.published_on] == []


def test_most_stories_have_an_address_and_all_of_them_lead_nowhere(records):
    addresses = [record.source_url for record in records if record.source_url]
    assert len(addresses) > len(records) / 2
    reserved = re.compile(r"https://([\w-]+\.)+(example|test|invalid)/.+")
    assert [url for url in addresses if not reserved.fullmatch(url)] == []


def test_urdu_is_written_with_urdu_letters(records):
    for record in records:
        text = record.headline + record.body + "".join(record.categories)
        assert ARABIC_LOOK_ALIKES.search(text) is None, record.place
