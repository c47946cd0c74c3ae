"""The queue of the desk: what needs a hand is found, counted and mended in the list."""

from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import timezone

from articles.desk import queue
from articles.models import Concern, ImportBatch, ImportRefusal, State
from tests.factories import make_article, make_category

pytestmark = pytest.mark.django_db

_numbers = count(1)
LIST = "/admin/articles/article/"
LONG = "A text that is long enough to be one, with more than a hundred letters. " * 3


@pytest.fixture
def desk():
    user = User.objects.create_user("editor", is_staff=True)
    user.groups.add(Group.objects.get(name="Editors"))
    client = Client()
    client.force_login(user)
    return client


def whole(**fields):
    """An article that needs nothing."""
    fields = {"body": LONG, "categories": (make_category("World"),), **fields}
    address = f"https://rki.news/{next(_numbers)}"
    return make_article(source_url=address, **fields)


def waiting(article):
    return [c for c in Concern if queue.waiting(c).filter(pk=article.pk).exists()]


CASES = {
    "draft": ({"state": State.DRAFT}, [Concern.DRAFT]),
    "no day": (
        {"state": State.DRAFT, "published_on": None},
        [Concern.DRAFT, Concern.NO_DAY],
    ),
    "future": (
        {"published_on": timezone.localdate() + timedelta(days=2)},
        [Concern.FUTURE_DAY],
    ),
    "document before": (
        {"captured_at": datetime(2025, 4, 17, 23, 59, tzinfo=UTC)},
        [Concern.EARLY_DOCUMENT],
    ),
    "document the same day": (
        {"captured_at": datetime(2025, 4, 18, 0, 0, tzinfo=UTC)},
        [],
    ),
    "no category": ({"categories": ()}, [Concern.NO_CATEGORY]),
    "Urdu called English": ({"headline": "کراچی میں بارش"}, [Concern.OTHER_SCRIPT]),
    "English called Urdu": (
        {"headline": "Rain in Karachi", "language": "ur"},
        [Concern.OTHER_SCRIPT],
    ),
    "both scripts": ({"headline": "PTI کا جلسہ", "language": "ur"}, []),
    "Urdu": ({"headline": "کراچی میں بارش", "language": "ur"}, []),
    "no text": ({"body": ""}, []),
    "short": ({"body": "More soon."}, [Concern.SHORT_BODY]),
    "a tag": ({"body": f"{LONG} <p>and more</p>"}, [Concern.MARKUP]),
    "an entity": ({"headline": "Rain &amp; wind"}, [Concern.MARKUP]),
    "a sign": ({"body": f"{LONG} 3 < 4 and AT&T"}, []),
    "replaced": ({"summary": "Caf\ufffd"}, [Concern.REPLACEMENT]),
    "withdrawn": (
        {"state": State.WITHDRAWN, "withdrawn_reason": "An error.", "body": "Oh."},
        [],
    ),
}


@pytest.mark.parametrize(("fields", "concerns"), CASES.values(), ids=CASES)
def test_what_an_article_waits_for(fields, concerns):
    assert waiting(whole(**fields)) == concerns


def test_two_that_are_called_alike_within_three_days_may_be_one():
    first = whole(headline="Flood closes bridge")
    near = whole(headline="FLOOD closes bridge", published_on=date(2025, 4, 21))
    far = whole(headline="Flood closes bridge", published_on=date(2025, 4, 25))
    assert waiting(first) == waiting(near) == [Concern.TWIN]
    assert waiting(far) == []


def test_what_was_set_aside_waits_no_longer_for_that(desk):
    article = whole(body="Oh.", headline="Rain &amp; wind")
    typed = {"action": "set_aside", "_selected_action": [article.pk]}
    desk.post(f"{LIST}?needs=short-body", typed)
    assert waiting(article) == [Concern.MARKUP]


def test_the_first_page_counts_what_waits_and_leads_there(desk):
    whole(body="Oh.")
    batch = ImportBatch.objects.create()
    why = "which? Say --day-first or --month-first"
    ImportRefusal.objects.create(batch=batch, place="line 3", field="day", reason=why)
    page = desk.get("/admin/").content.decode()
    assert '<a href="/admin/articles/article/?needs=short-body">Very short text' in page
    assert dict(queue.counts())[Concern.SHORT_BODY] == 1
    found = desk.get("/admin/articles/importrefusal/?is_dealt_with__exact=0")
    assert "line 3" in found.content.decode()
    assert "Choose which comes first when the file is tried" in found.content.decode()


def test_the_first_page_of_who_may_see_no_article_has_no_queue():
    user = User.objects.create_user("nobody", is_staff=True)
    client = Client()
    client.force_login(user)
    assert "queue" not in client.get("/admin/").context


@pytest.mark.parametrize("concern", Concern)
def test_each_concern_has_a_list_in_which_it_can_be_mended(desk, concern):
    for fields, _concerns in CASES.values():
        whole(**fields)
    response = desk.get(f"{LIST}?needs={concern}")
    assert response.status_code == 200
    assert len(response.context["cl"].result_list) == queue.waiting(concern).count()


def rows(response):
    """What a browser would send of a list that nobody touched."""
    formset = response.context["cl"].formset
    sent = {f"form-{k}": v for k, v in formset.management_form.initial.items()}
    for form in formset:
        for field in form:
            value = field.value()
            sent[field.html_name] = "" if value is None else value
            sent[field.html_initial_name] = "" if value is None else value
    return sent | {"_save": "Save"}


def test_lists_and_first_page_cost_as_many_queries_for_many(
    desk, django_assert_max_num_queries
):
    for _each in range(60):
        whole(body="Oh.")
    limits = {"/admin/": 20, LIST: 12, f"{LIST}?needs=short-body": 14}
    for address, most in limits.items():
        with django_assert_max_num_queries(most):
            desk.get(address)


NEEDY = {
    Concern.NO_CATEGORY: {"categories": ()},
    Concern.OTHER_SCRIPT: {"headline": "Rain in Karachi", "language": "ur"},
    Concern.TWIN: {"headline": "Flood closes bridge"},
    Concern.MARKUP: {"headline": "Rain &amp; wind"},
}


@pytest.mark.parametrize("concern", NEEDY)
def test_what_is_mended_in_a_list_costs_no_query_of_its_own(
    desk, concern, django_assert_max_num_queries
):
    for _each in range(12):
        whole(**NEEDY[concern])
    with django_assert_max_num_queries(9):
        page = desk.get(f"{LIST}?needs={concern}")
    assert len(page.context["cl"].result_list) > 3


@pytest.mark.parametrize("column", ["0", "-1", "2", "-3", "4", "9", "x"])
def test_a_list_is_sorted_by_no_column_without_an_index(desk, column):
    whole()
    listed = desk.get(f"{LIST}?o={column}").context["cl"].queryset
    columns = {name.removeprefix("-") for name in listed.query.order_by}
    assert columns <= {"published_on", "pk"}


def test_years_lead_to_months_and_back(desk):
    whole()
    whole(published_on=date(2024, 2, 3))
    page = desk.get(f"{LIST}?q=headline&published_on__year=2025").content.decode()
    assert "April" in page
    assert "February" not in page
    assert "published_on__month=4&amp;published_on__year=2025&amp;q=headline" in page
    assert 'href="?q=headline">All dates' in page
