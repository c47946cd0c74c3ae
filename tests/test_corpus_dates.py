"""The dates of real records, which are no part of the archive and stay outside it."""

import gzip
import json
from datetime import date, datetime
from itertools import islice

import pytest
from django.conf import settings

from articles.importing.moments import read_moment

CORPORA = settings.BASE_DIR.parent / "shared" / "corpus"
MANY = 20_000

pytestmark = pytest.mark.skipif(not CORPORA.exists(), reason=f"there is no {CORPORA}")


@pytest.mark.parametrize("name", ["articles-en", "articles-ur", "headlines-en"])
def test_each_is_read_as_what_it_is(name):
    with gzip.open(CORPORA / f"{name}.jsonl.gz", "rb") as lines:
        published = [json.loads(line)["published"] for line in islice(lines, MANY)]
    for text in filter(None, published):
        kind = date if len(text) == 10 else datetime
        assert read_moment(text) == kind.fromisoformat(text)
