"""A page says in a header which font its Urdu needs, so that it comes at once."""

import re

import pytest

from tests.factories import make_article, make_category

pytestmark = pytest.mark.django_db

WORD, WHOLE = "nastaliq-ui.woff2", "noto-nastaliq-urdu.woff2"


@pytest.fixture(autouse=True)
def _archive():
    pakistan = make_category("پاکستان")
    make_article(pk=1, headline="Quay opens", categories=(pakistan,))
    make_article(pk=2, headline="لاہور کتب میلہ", language="ur")


def fonts_of(client, path):
    return re.findall(
        r"</static/fonts/(\S+)>; rel=preload; as=font; type=font/woff2; crossorigin",
        client.get(path, follow=True).headers.get("Link", ""),
    )


@pytest.mark.parametrize(
    "path", ["/a/1/", "/category/", "/search/?q=quay", "/on-this-day/01/01/", "/no/"]
)
def test_the_word_that_leads_to_the_other_edition_has_a_small_font(client, path):
    assert fonts_of(client, path) == [WORD]


@pytest.mark.parametrize(
    "path", ["/", "/2025/04/18/", "/search/?q=کتب", "/search/?q=ناپید", "/a/2/"]
)
def test_stories_and_words_in_urdu_have_the_whole_font(client, path):
    assert fonts_of(client, path) == [WHOLE]


@pytest.mark.parametrize("path", ["/ur/", "/ur/search/?q=quay", "/ur/no/"])
def test_the_edition_in_urdu_has_the_whole_font(client, path):
    assert fonts_of(client, path) == [WHOLE]


def test_the_name_in_urdu_on_the_first_page_has_the_whole_font(client, settings):
    settings.SITE_NAME_UR = "نیوز آرکائیو"
    assert fonts_of(client, "/?before=1990-01-01") == [WHOLE]


@pytest.mark.parametrize(
    "path", ["/2025/04/18/x-2/document.txt", "/search/articles.csv?q=کتب"]
)
def test_what_is_no_page_has_no_font(client, path):
    assert fonts_of(client, path) == []
