"""TIME_ZONE decides what today is and how instants read; days are never re-zoned."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from articles.models import Article, DayCount, Snippet
from tests.desk_forms import form_at
from tests.factories import make_article

pytestmark = pytest.mark.django_db

LATE = datetime(2025, 4, 18, 23, 30, tzinfo=UTC)
EARLY = datetime(2025, 4, 18, 0, 30, tzinfo=UTC)
DAY = date(2025, 4, 18)


@pytest.fixture(params=["UTC", "Asia/Karachi", "America/New_York"])
def zone(request, settings):
    settings.TIME_ZONE = request.param
    return request.param


@pytest.fixture
def clock(monkeypatch):
    """Sets the clock by which Django tells what now is."""
    return lambda moment: monkeypatch.setattr(timezone, "now", lambda: moment)


def add_snippet(admin_client):
    values = {"headline": "Harbour reopens", "body": "Ships are back."}
    answer = admin_client.post("/admin/articles/snippet/add/", values)
    assert answer.status_code == 302
    return Snippet.objects.get()


@pytest.mark.parametrize(
    ("name", "moment", "today"),
    [
        ("UTC", LATE, date(2025, 4, 18)),
        ("Asia/Karachi", LATE, date(2025, 4, 19)),
        ("America/New_York", LATE, date(2025, 4, 18)),
        ("UTC", EARLY, date(2025, 4, 18)),
        ("Asia/Karachi", EARLY, date(2025, 4, 18)),
        ("America/New_York", EARLY, date(2025, 4, 17)),
    ],
)
def test_a_snippet_is_of_the_day_that_it_is_where_the_archive_is(
    admin_client, settings, clock, name, moment, today
):
    settings.TIME_ZONE = name
    clock(moment)
    snippet = add_snippet(admin_client)
    assert snippet.published_on == today
    assert snippet.get_absolute_url().startswith(f"/{today:%Y/%m/%d}/")


def test_a_snippet_keeps_its_day_when_it_is_changed_later(admin_client, clock):
    clock(LATE)
    snippet = add_snippet(admin_client)
    clock(datetime(2025, 4, 20, 12, tzinfo=UTC))
    address = f"/admin/articles/snippet/{snippet.pk}/change/"
    typed = form_at(admin_client, address)
    admin_client.post(address, typed | {"headline": "Harbour closes", "body": "Fog."})
    snippet.refresh_from_db()
    assert (snippet.headline, snippet.published_on) == ("Harbour closes", DAY)


def test_a_day_published_is_the_same_in_every_zone(client, zone):
    article = make_article(published_on=DAY, published_at=LATE)
    article.refresh_from_db()
    assert article.published_on == DAY
    assert article.get_absolute_url().startswith("/2025/04/18/")
    assertContains(client.get(article.get_absolute_url()), 'datetime="2025-04-18"')
    assertContains(client.get("/2025/04/18/"), article.headline)
    assertNotContains(client.get("/2025/04/19/"), article.headline)
    assertContains(client.get("/search/?from=2025-04-18&to=2025-04-18"), "1 result")
    assert DayCount.objects.by_month() == {date(2025, 4, 1): 1}


@pytest.mark.parametrize("day", [date(2025, 1, 1), date(2025, 12, 31)])
def test_the_first_and_the_last_day_of_a_year_stay_in_it(client, zone, day):
    article = make_article(published_on=day)
    assertContains(client.get(f"/{day:%Y/%m}/"), article.headline)
    assertContains(client.get("/2025/"), f"/{day:%Y/%m}/")
    assertContains(client.get("/search/?from=2025&to=2025"), "1 result")


def test_a_day_typed_by_an_editor_is_stored_as_typed(admin_client, zone, clock):
    clock(LATE)
    values = {"headline": "Harbour", "published_on": "2025-04-18", "language": "en"}
    answer = admin_client.post(
        "/admin/articles/article/add/", {**values, "state": "published"}
    )
    assert answer.status_code == 302
    assert Article.objects.get().published_on == DAY


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("UTC", "Fri, Apr 18 2025 11:30:00 pm"),
        ("Asia/Karachi", "Sat, Apr 19 2025 04:30:00 am"),
        ("America/New_York", "Fri, Apr 18 2025 07:30:00 pm"),
    ],
)
def test_an_instant_reads_as_on_the_archives_clock(client, settings, name, read):
    settings.TIME_ZONE = name
    address = make_article(captured_at=LATE).get_absolute_url()
    assertContains(client.get(address), read)
    assertContains(client.get(f"{address}document.txt"), read)


def test_an_instant_typed_by_an_editor_is_of_the_archives_clock(admin_client, settings):
    settings.TIME_ZONE = "Asia/Karachi"
    values = {"headline": "Harbour", "language": "en", "state": "draft"}
    values |= {"captured_at_0": "2025-04-19", "captured_at_1": "04:30:00"}
    admin_client.post("/admin/articles/article/add/", values)
    assert Article.objects.get().captured_at == LATE


@pytest.mark.parametrize("day", ["0001-01-01", "1499-12-30", "9999-12-31"])
def test_an_instant_at_either_end_of_the_calendar_is_refused(admin_client, zone, day):
    for field in ("captured_at", "published_at"):
        values = {"headline": "Harbour", "language": "en", "state": "draft"}
        values |= {f"{field}_0": day, f"{field}_1": "23:59:59"}
        page = admin_client.post("/admin/articles/article/add/", values)
        assertContains(page, "errornote")
    assert not Article.objects.exists()


def test_the_front_page_knows_today(client, settings, clock):
    settings.TIME_ZONE = "Asia/Karachi"
    clock(LATE)
    make_article()
    assert client.get("/").context["today"] == date(2025, 4, 19)


def test_an_empty_archive_leads_to_the_year_that_it_is(client, settings, clock):
    settings.TIME_ZONE = "Asia/Karachi"
    clock(datetime(2025, 12, 31, 23, 30, tzinfo=UTC))
    assert client.get("/archive/")["Location"] == "/2026/"
