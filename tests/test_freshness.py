"""A page is made again when it would be another one, and only then."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.http import http_date

from articles import freshness
from articles.models import (
    Article,
    Category,
    Correction,
    ImportBatch,
    Source,
    State,
    Translation,
)
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    source, category = make_source("Paper"), make_category("World")
    return make_article(headline="Quay opens", source=source, categories=(category,))


@pytest.fixture
def pages(article):
    """The address of a page of each kind."""
    address = article.get_absolute_url()
    return [
        *("/", "/2025/", "/2025/04/", "/2025/04/18/", "/on-this-day/04/18/"),
        *(
            "/search/?q=quay",
            "/category/",
            "/category/world/",
            "/source/",
            "/source/paper/",
            "/export/",
        ),
        *(address, f"{address}document/", f"{address}document.txt"),
    ]


def tag_of(client, page):
    return client.get(page)["ETag"]


def test_who_has_a_page_gets_no_other_and_it_is_not_made(client, pages):
    for page in pages:
        tag = tag_of(client, page)
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(page, headers={"If-None-Match": tag})
        assert (answer.status_code, answer.content) == (304, b"")
        assert len(queries) == 1
        assert answer["ETag"] == tag
        assert answer["Cache-Control"].startswith("public, max-age=0, s-maxage=60")


def test_who_asks_by_a_moment_alone_gets_the_page(client, article):
    moment = http_date(timezone.now().timestamp() + 60)
    page = client.get("/category/", headers={"If-Modified-Since": moment})
    assert page.status_code == 200
    assert "Last-Modified" not in page


def test_another_version_that_is_hidden_makes_corrections_anew(client, article):
    user = get_user_model().objects.create_user("editor")
    for note in ("One.", "Two."):
        Correction.objects.add(article, note, by=user, has_version=False)
    page = article.address("article_corrections")
    one, two = Correction.objects.order_by("pk")
    Correction.objects.filter(pk=one.pk).update(shows_difference=False)
    tag = tag_of(client, page)
    for each, shows in ((one, True), (two, False)):
        Correction.objects.filter(pk=each.pk).update(shows_difference=shows)
    assert tag_of(client, page) != tag


def changes():
    def edit(article):
        article.headline = "Quay closes"
        article.save()

    def rewrite_past_the_program(article):
        Article.objects.filter(pk=article.pk).update(source_url="https://a.example/b")

    def withdraw(article):
        article.state, article.withdrawn_reason = State.WITHDRAWN, "An error."
        article.save()

    def rename(article):
        Category.objects.filter(slug="world").update(name="The world")

    def refile(article):
        article.categories.set([make_category("Sport")])

    def add(article):
        make_article(published_on=date(2024, 2, 29))

    def remove_another(article):
        Article.objects.exclude(pk=article.pk).delete()

    return [
        edit,
        rewrite_past_the_program,
        withdraw,
        rename,
        refile,
        add,
        remove_another,
    ]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("change", changes(), ids=lambda change: change.__name__)
def test_a_change_makes_an_article_anew(client, article, change):
    make_article()
    page = article.get_absolute_url()
    tag = tag_of(client, page)
    change(article)
    answer = client.get(page, headers={"If-None-Match": tag}, follow=True)
    assert answer.status_code in {200, 404, 410}


def test_two_translations_are_made_anew_when_they_are_tied_or_untied(client, article):
    urdu = make_article(headline="گودی کھل گئی", language="ur")
    pages = [article.get_absolute_url(), urdu.get_absolute_url()]
    apart = [tag_of(client, page) for page in pages]
    Translation.objects.tie(article, urdu)
    assert not {tag_of(client, page) for page in pages} & set(apart)
    Translation.objects.tie(urdu, None)
    assert [tag_of(client, page) for page in pages] == apart


def test_a_source_that_gets_another_homepage_is_made_anew(client, article):
    tag = tag_of(client, "/source/paper/")
    Source.objects.update(homepage="https://paper.example/")
    assert tag_of(client, "/source/paper/") != tag


def test_an_import_that_ended_makes_statistics_anew(client, article):
    batch = ImportBatch.objects.create(started_at=timezone.now(), updated=1)
    tag = tag_of(client, "/about/statistics/")
    ImportBatch.objects.filter(pk=batch.pk).update(finished_at=timezone.now())
    assert tag_of(client, "/about/statistics/") != tag


@pytest.mark.parametrize("day", [date(2025, 4, 18), date(2025, 4, 19)])
def test_lists_are_made_anew_when_an_article_moves(client, article, day):
    tag = tag_of(client, "/2025/04/")
    Article.objects.update(published_on=day, headline="Quay opens again")
    assert tag_of(client, "/2025/04/") != tag


def test_another_release_or_day_makes_pages_anew(client, article, monkeypatch):
    tag = tag_of(client, "/")
    assert tag_of(client, "/") == tag
    with monkeypatch.context() as patched:
        patched.setattr(freshness, "release", lambda: "another")
        assert tag_of(client, "/") != tag
    monkeypatch.setattr(timezone, "localdate", lambda *_at: date(2025, 4, 19))
    assert tag_of(client, "/") != tag


def test_a_part_of_the_search_page_is_not_the_page(client, article):
    page, part = (
        client.get("/search/", headers=h) for h in ({}, {"X-Fragment": "results"})
    )
    assert page["ETag"] != part["ETag"]
    assert page["Vary"] == part["Vary"]
    assert "X-Fragment" in page["Vary"]


def test_what_is_no_page_says_nothing_of_its_freshness(client):
    for page in ("/nothing/", "/2025/4/18/", "/search/?from=x"):
        assert "ETag" not in client.get(page)


def test_an_empty_archive_has_a_tag_too(client):
    tag = tag_of(client, "/")
    assert client.get("/", headers={"If-None-Match": tag}).status_code == 304
    make_article()
    assert client.get("/", headers={"If-None-Match": tag}).status_code == 200


def test_what_is_remembered_is_made_anew_once_the_archive_has_changed(article, client):
    """The calendar's years and levels: one query less, and never an old count."""
    client.get("/2025/")
    with CaptureQueriesContext(connection) as again:
        assert "1 article" in client.get("/2025/04/").content.decode()
    assert not any("percentile_disc" in query["sql"] for query in again)
    make_article(published_on=date(2025, 7, 1))
    with CaptureQueriesContext(connection) as anew:
        assert "2 articles" in client.get("/2025/").content.decode()
    assert any("percentile_disc" in query["sql"] for query in anew)
    Article.objects.filter(pk=article.pk).update(state=State.DRAFT)
    assert "1 article" in client.get("/2025/").content.decode()
