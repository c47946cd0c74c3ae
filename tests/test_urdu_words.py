"""Nothing that the site itself says in Urdu is left in English."""

import re

import pytest

from tests.factories import make_article, make_category, make_source
from tests.spoken import texts_in

pytestmark = pytest.mark.django_db

# Names: of formats and standards, of what is searched for and of what there is.
NAMES = re.compile(
    r"\b([\w.]+\.example[\w/]*|JSON Lines|JSON|CSV|XML|gzip|UTC|ISO|BCP|SHA"
    r"|P1W|P3D|P6M|P1Y|en|ur|English|quay|foo|bar|nowhere|Post|opens)\b"
)
ISOLATED = re.compile("\u2068[^\u2069]*\u2069")  # as typed, in a sentence about it
PATHS = [
    *("/", "/2025/", "/2025/04/", "/2025/04/18/", "/on-this-day/04/18/", "/1999/"),
    *("/1999/04/", "/1999/04/05/", "/on-this-day/01/01/", "/?before=1999-01-01"),
    *("/search/", "/search/?q=quay", "/search/?q=quay&category=-world", "/nowhere/"),
    *("/search/?q=nowhere", "/search/?q=foo:bar", "/search/?category=nowhere"),
    *("/search/?from=x", "/search/?from=2025-05&to=2025-04", "/search/?q=%00"),
    *("/category/", "/category/world/", "/source/", "/about/", "/about/statistics/"),
    *("/imports/", "/export/", "/2025/02/30/"),
]


@pytest.fixture
def _archive():
    for headline, language in ("Quay opens", "en"), ("گھاٹ کھل گیا", "ur"):
        make_article(
            headline=headline,
            body=headline,
            language=language,
            categories=(make_category("World", name_ur="دنیا"),),
            source=make_source("Post"),
        )


@pytest.mark.usefixtures("_archive")
@pytest.mark.parametrize("path", PATHS)
def test_a_page_in_urdu_speaks_no_english(client, path):
    assert_speaks_urdu(client.get(f"/ur{path}"))


@pytest.mark.parametrize("path", PATHS)
def test_nor_does_one_of_an_archive_without_articles(client, path):
    assert_speaks_urdu(client.get(f"/ur{path}"))


@pytest.mark.parametrize("path", ["", "document/"])
def test_an_article_in_urdu_is_framed_in_urdu(client, path):
    category = make_category("World", name_ur="دنیا")
    address = "https://riverpost.example/ghat"
    article = make_article(
        headline="گھاٹ کھل گیا",
        body="گھاٹ کھل گیا۔",
        language="ur",
        categories=(category,),
        source=make_source("riverpost.example"),
        source_url=address,
    )
    for headline in "بارش", "دھوپ":
        make_article(headline=headline, language="ur", categories=(category,))
    assert_speaks_urdu(client.get(f"{article.get_absolute_url()}{path}"))


def assert_speaks_urdu(answer):
    page = answer.content.decode()
    assert '<html lang="ur" dir="rtl">' in page
    said = (NAMES.sub("", ISOLATED.sub("", text)) for text in texts_in("ur", page))
    assert not [text for text in said if re.search("[A-Za-z]", text)]
