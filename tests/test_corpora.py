"""Real records from elsewhere, which are no part of the archive and stay outside it."""

import gzip
from itertools import islice

import pytest
from django.conf import settings

from articles.importing.imports import Import
from articles.models import Article

CORPORA = settings.BASE_DIR.parent / "shared" / "corpus"
NAMES = ["articles-en", "articles-ur", "headlines-en"]

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not CORPORA.exists(), reason=f"there is no {CORPORA}"),
]


@pytest.fixture(params=NAMES)
def first_records(request, tmp_path):
    file = tmp_path / f"{request.param}.jsonl"
    with gzip.open(CORPORA / f"{request.param}.jsonl.gz", "rb") as lines:
        file.write_bytes(b"".join(islice(lines, 300)))
    return file


def run(file):
    return Import(files=[file]).run(lambda *_: None)


def test_real_records_are_stored_once(first_records):
    summary = run(first_records)
    assert summary.reasons == {}
    assert (summary.records, summary.drafts) == (300, 0)
    # One Urdu story comes twice there, with سائے and سایے in its headline.
    assert summary.stored >= 299
    assert Article.objects.published().count() == summary.stored
    again = run(first_records)
    assert (again.stored, again.records) == (0, 300)
