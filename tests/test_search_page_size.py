"""A page of results keeps to its size, however many labels there are to choose from."""

import gzip
from datetime import date, timedelta
from itertools import islice, product

import pytest

from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db

LIMIT = 12_000  # bytes of a list, compressed
ENGLISH = ("Harbour", "Council", "Budget", "Railway", "Teachers", "Monsoon", "Fish")
URDU = ("بندرگاہ", "بلدیہ", "بجٹ", "ریلوے", "اساتذہ", "برسات", "انتخابات")


def texts(words, length):
    """No two alike, so that they are as hard to compress as what people write."""
    return (" ".join(some) for some in product(words, repeat=length))


@pytest.fixture
def _seventy_long_labels():
    for words, language in (ENGLISH, "en"), (URDU, "ur"):
        names = list(islice(texts(words, 4), 0, None, 68))
        categories = [make_category(name) for name in names]
        bodies = islice(texts(words, 6), 0, None, 3301)
        for number, (name, body) in enumerate(zip(names, bodies, strict=False)):
            make_article(
                headline=f"Quay {name} {name[::-1]}",
                body=f"Quay {body} {body[::-1]}",
                language=language,
                published_on=date(2025, 4, 18) - timedelta(days=29 * number),
                source=make_source(f"{name} {number}"),
                categories=tuple((categories * 2)[number : number + 8]),
            )


@pytest.mark.usefixtures("_seventy_long_labels")
@pytest.mark.parametrize("prefix", ["", "/ur"])
@pytest.mark.parametrize("more", ["", "&sort=newest", "&from=2020&sort=oldest"])
def test_a_page_with_long_names_in_two_scripts_keeps_to_its_size(client, prefix, more):
    page = client.get(f"{prefix}/search/?q=quay{more}")
    assert page.text.count('<article class="story"') == 20
    assert page.text.count('class="out"') == 40 + 40 + 2  # to leave out, of each facet
    assert len(gzip.compress(page.content)) <= LIMIT
