"""Every list in both languages, at two addresses; every article at one."""

import re

import pytest

from articles.editions import address_in
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db

LISTS = [
    *("/", "/2025/", "/2025/04/", "/2025/04/18/", "/category/", "/category/world/"),
    *("/source/", "/source/paper/", "/search/", "/imports/", "/export/"),
    "/on-this-day/04/18/",
    *("/about/", "/about/statistics/"),
]
SITE = "https://archive.example"
HREF = re.compile(r'href="(/[^"?#]*)')


@pytest.fixture
def article(settings):
    settings.SITE_URL = SITE
    world = make_category("World", name_ur="دنیا")
    return make_article(
        headline="Quay opens", categories=(world,), source=make_source("Paper")
    )


def page_of(client, path, status=200):
    answer = client.get(path)
    assert answer.status_code == status
    assert not {"Cookie", "Accept-Language"} & set(answer.get("Vary", "").split(", "))
    return answer.content.decode()


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize(
    ("prefix", "language", "direction"), [("", "en", "ltr"), ("/ur", "ur", "rtl")]
)
def test_a_list_is_in_the_language_of_its_address(
    client, path, prefix, language, direction
):
    client.cookies["django_language"] = "ur" if language == "en" else "en"
    page = page_of(client, prefix + path)
    assert f'<html lang="{language}" dir="{direction}">' in page
    assert f'<link rel="canonical" href="{SITE}{prefix}{path}">' in page
    assert f'<link rel="alternate" hreflang="en" href="{SITE}{path}">' in page
    assert f'<link rel="alternate" hreflang="x-default" href="{SITE}{path}">' in page
    assert f'<link rel="alternate" hreflang="ur" href="{SITE}/ur{path}">' in page


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize("path", LISTS)
def test_lists_in_urdu_lead_to_lists_in_urdu(client, path):
    page = page_of(client, f"/ur{path}")
    body = page[page.index("<body>") :]
    others = {link for link in HREF.findall(body) if not link.startswith("/ur/")}
    articles = {link for link in others if re.fullmatch(r"/\d{4}/\d\d/\d\d/.+/", link)}
    files = {link for link in others if re.search(r"/articles\.|\.gz|^/static/", link)}
    assert others - articles - files == {path}  # the way to the other edition
    assert "/ur/category/" in body


@pytest.mark.usefixtures("article")
def test_the_way_to_the_other_edition_keeps_what_was_asked(client):
    page = page_of(client, "/search/?q=quay&from=2025")
    assert 'href="/ur/search/?q=quay&amp;from=2025" lang="ur"' in page
    page = page_of(client, "/ur/?before=2025-05-01")
    assert 'href="/?before=2025-05-01" lang="en" dir="ltr" hreflang="en"' in page
    assert 'rel="alternate" hreflang' not in page


def test_an_article_has_one_address_and_leads_to_the_lists_of_its_language(
    client, article
):
    assert address_in("ur", article.get_absolute_url()) is None
    page_of(client, f"/ur{article.get_absolute_url()}", status=404)
    page = page_of(client, article.get_absolute_url())
    assert 'href="/ur/" lang="ur"' in page
    urdu = make_article(headline="گھاٹ کھل گیا", language="ur")
    page = page_of(client, urdu.get_absolute_url())
    assert '<html lang="ur" dir="rtl">' in page
    assert 'href="/ur/category/"' in page
    assert 'href="/" lang="en"' in page


def test_labels_of_an_article_in_urdu_stay_in_the_edition_of_the_page(client, article):
    article.language = "ur"
    article.save()
    page = page_of(client, "/2025/04/18/")
    assert 'href="/category/world/"' in page
    assert 'href="/ur/category/world/"' not in page


def test_what_there_is_not_is_told_in_the_language_of_the_address(client):
    assert '<html lang="ur" dir="rtl">' in page_of(client, "/ur/nothing/", status=404)
    assert '<html lang="en" dir="ltr">' in page_of(client, "/nothing/", status=404)
    assert '<html lang="en" dir="ltr">' in page_of(client, "/urdu/", status=404)
    page_of(client, "/en/", status=404)


@pytest.mark.parametrize(
    ("path", "address"),
    [("/ur", "/ur/"), ("/ur/2025/4/18/", "/ur/2025/04/18/"), ("/2025/4/", "/2025/04/")],
)
def test_redirects_stay_in_their_edition(client, path, address):
    assert client.get(path)["Location"] == address


@pytest.mark.usefixtures("article")
def test_a_search_in_urdu_goes_on_in_urdu(client):
    for number in range(25):
        make_article(headline=f"Quay {number}", categories=(make_category("World"),))
    page = page_of(client, "/ur/search/?q=quay&counts=exact")
    links = re.findall(r'href="(/[^"]*search/[^"]*)"', page)
    links = [link for link in links if "/articles." not in link]
    assert len(links) > 5
    others = {link for link in links if not link.startswith("/ur/search/")}
    assert others == {"/search/?q=quay&amp;counts=exact"}
    assert 'action="/ur/search/"' in page
