"""The file of a month: always the same bytes, and told apart without being made."""

import gzip
import json
import subprocess
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, State
from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db

FILE = "/export/2025/04.jsonl.gz"
LONG_AGO = datetime(2001, 1, 1, 12, tzinfo=UTC)


@pytest.fixture
def article():
    return make_article(
        headline="بارش",
        language="ur",
        source=make_source(),
        categories=(make_category(),),
    )


def read(answer):
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


def test_a_month_has_its_articles_and_no_others(client, article):
    make_article(published_on=date(2025, 5, 1))
    make_article(state=State.DRAFT)
    (line,) = gzip.decompress(read(client.get(FILE))).decode().splitlines()
    assert json.loads(line)["number"] == article.pk


def test_it_is_the_same_bytes_each_time_and_packed_once(client, article):
    answer = client.get(FILE, headers={"accept-encoding": "gzip"})
    assert answer["Content-Type"] == "application/gzip"
    assert "Content-Encoding" not in answer
    first = read(answer)
    assert first == read(client.get(FILE))
    assert first[4:8] == b"\0\0\0\0"  # where gzip has a time


def test_a_checksum_is_what_sha256sum_checks(client, article, tmp_path):
    (tmp_path / "04.jsonl.gz").write_bytes(read(client.get(FILE)))
    (tmp_path / "sums").write_bytes(read(client.get(f"{FILE}.sha256")))
    check = ["sha256sum", "--check", "--strict", "sums"]
    done = subprocess.run(check, cwd=tmp_path, capture_output=True, check=True)
    assert done.stdout == b"04.jsonl.gz: OK\n"


@pytest.mark.parametrize("suffix", ["", ".sha256"])
def test_shared_caches_may_keep_it_and_ask_whether_it_changed(client, article, suffix):
    Article.objects.update(updated_at=LONG_AGO)
    answer = client.get(FILE + suffix)
    assert answer["Cache-Control"] == "public, max-age=300"
    assert answer["Last-Modified"] == "Mon, 01 Jan 2001 12:00:00 GMT"
    assert "Vary" not in answer or "Cookie" not in answer["Vary"]
    for header, value in [
        ("if-none-match", answer["ETag"]),
        ("if-modified-since", answer["Last-Modified"]),
    ]:
        with CaptureQueriesContext(connection) as queries:
            again = client.get(FILE + suffix, headers={header: value})
        assert again.status_code == 304
        assert '"body"' not in "".join(query["sql"] for query in queries)


def change_headline(article):
    article.headline = "Snow"
    article.save()


def withdraw(article):
    article.state, article.withdrawn_reason = State.WITHDRAWN, "An error."
    article.save()


def change_headline_of_late(article):
    """As whoever began before others changed the month, and committed after them."""
    Article.objects.filter(pk=article.pk).update(headline="Snow", updated_at=LONG_AGO)


def swap_categories(article):
    other = Article.objects.exclude(pk=article.pk).get()
    theirs, ours = list(other.categories.all()), list(article.categories.all())
    article.categories.set(theirs)
    other.categories.set(ours)


@pytest.mark.parametrize(
    "change",
    [
        change_headline,
        change_headline_of_late,
        withdraw,
        swap_categories,
        lambda article: make_article(),
        lambda article: article.delete(),
        lambda article: article.categories.clear(),
        lambda article: article.categories.update(name="Planet"),
        lambda article: type(article.source).objects.update(name="Post"),
    ],
)
def test_whatever_changes_the_file_changes_its_tag(client, article, change):
    make_article(categories=(make_category("Sport"),))
    before = client.get(FILE)
    data = read(before)
    change(article)
    after = client.get(FILE)
    assert after["ETag"] != before["ETag"]
    assert read(after) != data


def test_what_changes_elsewhere_changes_nothing(client, article):
    before = client.get(FILE)["ETag"]
    make_article(published_on=date(2025, 5, 1))
    assert client.get(FILE)["ETag"] == before


@pytest.mark.parametrize("month", ["1999/01", "2025/05", "2025/13", "0000/01"])
@pytest.mark.parametrize("suffix", ["", ".sha256"])
def test_a_month_without_articles_has_no_file(client, article, month, suffix):
    make_article(state=State.DRAFT, published_on=date(2025, 5, 1))
    assert client.get(f"/export/{month}.jsonl.gz{suffix}").status_code == 404


@pytest.mark.parametrize("suffix", ["", ".sha256"])
def test_a_question_for_the_headers_makes_no_file(client, article, suffix):
    whole = client.get(FILE + suffix)
    answer = client.head(FILE + suffix)
    assert answer["ETag"] == whole["ETag"]
    assert read(answer) == b""


def test_the_page_leads_to_each_month_and_says_what_the_fields_mean(client, article):
    page = client.get("/export/").content.decode()
    for address in [FILE, f"{FILE}.sha256", "/search/articles.csv"]:
        assert f'href="{address}"' in page
    assert '<code lang="en" dir="ltr">published_on</code>' in page
    assert 'href="/export/"' in client.get("/").content.decode()


def test_an_empty_archive_has_nothing_to_download(client):
    page = client.get("/export/").content.decode()
    assert "The archive is empty." in page
    assert "articles.csv" not in page
