"""A scheduled article is nowhere before its moment, and everywhere from it on."""

from datetime import timedelta
from time import sleep

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from articles.exporting.reading import records, with_drafts
from articles.models import Article, CategoryCount, DayCount, SearchEntry, SourceCount
from tests.desk_forms import ARTICLES, SNIPPETS, make_editor
from tests.factories import make_article, make_category, make_source
from tests.test_counts import are_exact

PAGES = ["/", "/ur/", "/2025/", "/2025/04/", "/2025/04/18/", "/on-this-day/04/18/"]
SEARCHES = ["/search/?q=flood", "/search/?q=flood&sort=best", "/search/?from=2025-04"]
LISTS = ["/category/", "/category/world/", "/source/", "/source/rki-news/"]
FILES = ["/search/articles.jsonl?q=flood", "/about/statistics/", "/export/"]


def scheduled(seconds, **fields):
    moment = timezone.now() + timedelta(seconds=seconds)
    return make_article(headline="Flood closes bridge", visible_from=moment, **fields)


def labelled(seconds):
    source = make_source("rki.news")
    return scheduled(seconds, source=source, categories=(make_category("World"),))


def read(client, address):
    response = client.get(address)
    if response.streaming:
        return b"".join(response.streaming_content).decode()
    return response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("address", [*PAGES, *SEARCHES, *LISTS, *FILES])
def test_what_is_to_come_is_on_no_page(client, address):
    labelled(3600)
    assert "closes bridge" not in read(client, address)


@pytest.mark.django_db
def test_what_is_to_come_has_no_page_yet(client):
    article = scheduled(3600)
    for page in ("article_detail", "article_document", "article_document_text"):
        assert client.get(article.address(page)).status_code == 404
    assert client.get(article.short_address).status_code == 404


@pytest.mark.django_db
def test_what_is_to_come_is_nobodys_neighbour(client):
    world = make_category("World")
    seen = make_article(headline="Flood closes road", categories=(world,))
    scheduled(3600, categories=(world,))
    assert "Flood closes bridge" not in read(client, seen.get_absolute_url())


@pytest.mark.django_db(transaction=True)
def test_it_comes_into_public_at_its_moment_by_itself(client):
    article = labelled(1.5)
    known = {page: client.get(page)["ETag"] for page in [*PAGES, "/about/statistics/"]}
    assert client.get(article.get_absolute_url()).status_code == 404
    assert DayCount.objects.total() == 0
    sleep(1.7)
    assert client.get(article.get_absolute_url()).status_code == 200
    shown = [page for page in PAGES if page != "/2025/"]  # which has figures only
    for page in [*shown, *SEARCHES, "/category/world/", "/source/rki-news/"]:
        assert "closes bridge" in read(client, page), page
    assert "1 article" in read(client, "/2025/")
    for page, tag in known.items():
        assert client.get(page, headers={"If-None-Match": tag}).status_code == 200
    for counts in (DayCount, CategoryCount, SourceCount):
        assert counts.objects.total() == 1
    assert "closes bridge" in read(client, "/search/articles.jsonl?q=flood")


@pytest.mark.django_db(transaction=True)
def test_the_file_of_a_month_tells_that_an_article_came():
    make_article(headline="Another one")
    scheduled(1.5)
    first = Client().get("/export/2025/04.jsonl.gz")
    sleep(1.7)
    second = Client().get("/export/2025/04.jsonl.gz")
    assert first["ETag"] != second["ETag"]
    assert second["Last-Modified"] >= first["Last-Modified"]


@pytest.mark.django_db(transaction=True)
def test_settling_changes_no_count():
    labelled(1)
    make_article(headline="Another one")
    sleep(1.1)
    for _times in range(2):
        assert DayCount.objects.total() == 2
        assert CategoryCount.objects.total() == SourceCount.objects.total() == 1
        SearchEntry.objects.settle()
        assert not SearchEntry.objects.exclude(visible_from=None).exists()
    with connection.cursor() as cursor:
        cursor.execute("SELECT sum(articles) FROM articles_daycount")
        assert cursor.fetchone() == (2,)
    assert are_exact()


@pytest.mark.django_db
def test_what_is_to_come_is_left_by_settling():
    labelled(3600)
    assert SearchEntry.objects.settle() == 0
    assert SearchEntry.objects.exclude(visible_from=None).count() == 1


@pytest.mark.django_db
def test_a_moment_that_has_passed_needs_no_clock():
    scheduled(-5)
    assert not SearchEntry.objects.exclude(visible_from=None).exists()
    assert DayCount.objects.total() == 1


@pytest.mark.django_db
def test_an_export_of_drafts_brings_nothing_into_the_open_before_its_moment():
    scheduled(3600)
    assert [record["state"] for record in records(with_drafts())] == ["draft"]


@pytest.mark.django_db
def test_a_scheduled_article_says_so():
    article = scheduled(3600)
    assert (article.is_scheduled, article.is_published) == (True, False)
    assert article.shown_state == "scheduled"
    assert Article.objects.published().count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize("form", [ARTICLES, SNIPPETS])
def test_who_schedules_an_article_settles_those_whose_moment_has_come(
    form, django_capture_on_commit_callbacks
):
    due = make_article()
    past = timezone.now() - timedelta(minutes=1)
    SearchEntry.objects.filter(article=due).update(visible_from=past)
    since = timezone.localtime() + timedelta(days=3)
    values = {"headline": "Harbour", "state": "published", "language": "en"}
    values |= {"published_on": f"{since:%Y-%m-%d}", "visible_from_1": "12:00"}
    values |= {"visible_from_0": f"{since:%Y-%m-%d}"}
    with django_capture_on_commit_callbacks(execute=True):
        assert make_editor("ann").post(f"{form}add/", values).status_code == 302
    assert SearchEntry.objects.get(article=due).visible_from is None
    assert SearchEntry.objects.exclude(visible_from=None).count() == 1
