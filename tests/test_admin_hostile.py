"""No query string, however odd, breaks a page of the desk."""

from urllib.parse import quote

import pytest
from django.db import transaction

from tests.factories import make_article, make_category, make_source

pytestmark = pytest.mark.django_db

MODELS = ["article", "snippet", "source", "category"]
LEDGERS = ["importbatch", "importrefusal", "labelmove"]
QUERIES = [
    "q=%00",
    "q=%FF%FE",
    "q=" + "-" * 33,
    "q=" + quote("-\u200b" * 40),
    "q=" + quote("－" * 40),
    "q=" + quote("'\"()!&|<->:*\\" * 20),
    "q=" + "a+" * 3000,
    "o=nosuch",
    "o=1.2.-3.99.-.",
    "o=" + "9" * 5000,
    "p=abc",
    "p=-1",
    "p=99999999999999999999",
    "p=" + "9" * 5000,
    "all=1",
    "e=1",
    "nosuch=1",
    "id=abc",
    "id=99999999999999999999999",
    "id__in=,,x",
    "id__exact=" + "9" * 5000,
    "slug__regex=(",
    "name__iregex=[",
    "name__length=x",
    "place__regex=(",
    "is_dealt_with__exact=x",
    "batch__id__exact=" + "9" * 30,
    "_popup=1",
    "_to_field=nosuch",
    "_to_field=id",
    "%00=1",
    "%FF=%FF",
    "__=__",
    "_changelist_filters=%00%ff",
]
OF_ARTICLES = [
    "published_on__year=99999",
    "published_on__year=9999",
    "published_on__year=0",
    "published_on__year=-1",
    "published_on__year=1",
    "published_on__year=abc",
    "published_on__year=2025&published_on__month=13",
    "published_on__year=9999&published_on__month=12",
    "published_on__year=9999&published_on__month=12&published_on__day=31",
    "published_on__year=2025&published_on__month=2&published_on__day=30",
    "published_on__month=4",
    "published_on__day=4",
    "published_on__year=2025&published_on__day=4",
    "published_on__year=" + "9" * 5000,
    "published_on__gte=abc",
    "published_on=2025-02-30",
    "published_on__isnull=x",
    "published_on__week_day=x",
    "captured_at__year=99999",
    "captured_at__year=0",
    "captured_at__gt=99999-01-01",
    "captured_at__date=0000-00-00",
    "headline__regex=(",
    "headline__exact=%00",
    "headline__exact=" + "a" * 5000,
    "body__iregex=[",
    "source_url=nosuch",
    "source_url__exact=https://[",
    "search_vector=x",
    "identity=x",
    "imported_as=x",
    "state__exact=nosuch",
    "state__exact=draft&state__exact=published",
    "language__exact=%C3%28",
    "source__id__exact=abc",
    "source__id__exact=99999999999999999999",
    "source__id__exact=-1",
    "source__isnull=x",
    "source__isnull=True&source__id__exact=1",
    "source__name__regex=(",
    "categories__id__exact=abc",
    "categories__name__regex=(",
]
KEYS = ["abc", "0", "-1", "_5F", "_00", "%00", "%FF", "9" * 30, "9" * 5000, "a/b"]
AUTOCOMPLETE = [
    "",
    "app_label=articles&model_name=article&field_name=source&term=%FF&page=abc",
    "app_label=articles&model_name=article&field_name=source&page=" + "9" * 5000,
    "app_label=articles&model_name=article&field_name=source&term=%00",
    "app_label=articles&model_name=article&field_name=headline",
    "app_label=articles&model_name=article&field_name=nosuch",
    "app_label=nosuch&model_name=%22&field_name=(",
    "app_label=articles&model_name=article&field_name=source&term=" + "%22+" * 2000,
]


@pytest.fixture
def broken(admin_client):
    """Asks for addresses; tells those that get neither a page nor a plain refusal."""
    admin_client.raise_request_exception = False
    make_article(source=make_source(), categories=(make_category(),))

    def is_broken(address):
        with transaction.atomic():
            answer = admin_client.get(address)
            transaction.set_rollback(True)
        return answer.status_code not in (200, 302, 400, 403, 404)

    return lambda addresses: list(filter(is_broken, addresses))


@pytest.mark.parametrize("model", MODELS + LEDGERS)
def test_no_query_breaks_a_list(broken, model):
    lists = [f"/admin/articles/{model}/?{query}" for query in QUERIES]
    assert broken(lists) == []


@pytest.mark.parametrize("model", ["article", "snippet"])
def test_no_filter_and_no_date_breaks_the_list_of_articles(broken, model):
    lists = [f"/admin/articles/{model}/?{query}" for query in OF_ARTICLES]
    assert broken(lists) == []


def test_no_query_breaks_autocompletion(broken):
    addresses = [f"/admin/autocomplete/?{query}" for query in AUTOCOMPLETE]
    assert broken(addresses) == []


@pytest.mark.parametrize("model", ["article", "category"])
def test_no_key_breaks_the_page_of_one(broken, model):
    desk = f"/admin/articles/{model}/"
    pages = ["change", "history", "delete"]
    addresses = [f"{desk}{key}/{page}/" for key in KEYS for page in pages]
    assert broken(addresses) == []


@pytest.mark.parametrize("model", ["article", "snippet"])
def test_no_value_that_a_link_fills_in_breaks_an_empty_form(broken, model):
    values = ["headline=%FF", "source=abc", "categories=x,,1", "source_url=nosuch"]
    moments = ("published_at", "captured_at", "visible_from")
    values += [f"{name}={day}" for name in moments for day in ("x", "2025-04-18")]
    forms = [f"/admin/articles/{model}/add/?{value}" for value in values]
    assert broken(forms) == []


def test_a_session_key_with_a_nul_in_it_opens_nothing(client):
    client.cookies["sessionid"] = "a" * 32 + "\0"
    assert client.get("/admin/").status_code == 400
