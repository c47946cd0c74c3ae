"""Pages of real newspapers, which are no part of the archive and stay outside it."""

import gzip
import json

import pytest
from django.conf import settings

from articles.importing.checking import checked
from articles.importing.records import RawRecord
from tests.pages import read

SAMPLES = settings.BASE_DIR.parent / "shared" / "samples" / "html"

pytestmark = pytest.mark.skipif(not SAMPLES.exists(), reason=f"there is no {SAMPLES}")


@pytest.fixture(scope="module")
def found():
    """Each page's record, with what is expected in its story and what is not."""
    expected = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
    return [
        (read(gzip.decompress((SAMPLES / f"{name}.gz").read_bytes()), name), sentences)
        for name, sentences in expected.items()
    ]


def test_every_page_gives_a_record_that_can_be_stored(found):
    for record, _ in found:
        assert isinstance(record, RawRecord), record
        article = checked(record)
        assert article.headline
        assert article.published_on
        assert article.source_url


def test_the_story_is_whole(found):
    """What is no part of the body is the headline or the summary: it is kept there."""
    wanted = [(r.fields, s) for r, sentences in found for s in sentences["with"]]
    missing = [s for kept, s in wanted if s not in kept["body"]]
    kept = ("headline", "summary", "body")
    lost = [s for f, s in wanted if not any(s in f[field] for field in kept)]
    assert lost == []
    assert len(missing) <= 3, missing


def test_nothing_that_stands_around_a_story_is_taken_for_it(found):
    """One of 28 is: the last paragraphs of an article, under a heading of their own."""
    unwanted = [(r.fields, s) for r, sentences in found for s in sentences["without"]]
    taken = [s for kept, s in unwanted if s in kept["body"]]
    assert len(taken) <= 1, taken
