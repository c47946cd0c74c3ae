"""One address for each search, and one search for each address."""

from datetime import date
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from articles.forms import SearchForm
from articles.queries import Query, Words
from articles.search import Choice, Place, SearchRequest, Sort
from articles.search_addresses import Asked, search_address
from tests.factories import make_category, make_source
from tests.queries.test_totality import TEXTS

pytestmark = pytest.mark.django_db

DAYS = ["2013", "2013-08", "2013-08-17", "2013-01", "2013-12", "۲۰۱۴", "1500", "2500"]
VALUES = {
    "from": DAYS,
    "to": DAYS,
    "category": ["world", "-world", "کھیل", "-کھیل", "-", "--"],
    "source": ["rki", "-rki", "rki-news"],
    "lang": ["en", "ur", "-en", "-ur"],
    "sort": ["best", "newest", "oldest", "x"],
    "page": ["1", "2", "99999", "0"],
    "before": ["2013-08-17.1", "1500-01-01.999999999999999999", "x"],
    "after": ["2025-04-18.0", "9999-12-31.007"],
    "counts": ["exact"],
}
PAIRS = st.sampled_from([(name, value) for name in VALUES for value in VALUES[name]])
TYPED = TEXTS | st.sampled_from(
    ["flood", "سیلاب", "-flood", "date:2013", "a or -b", ""]
)


@pytest.fixture(autouse=True)
def _labels():
    for name in ("World", "کھیل", "!!!"):
        make_category(name)
    for name in ("RKI", "RKI News"):
        make_source(name)


def form_of(address: str) -> SearchForm:
    return SearchForm(QueryDict(urlsplit(address).query))


def asked_at(address: str) -> Asked:
    form = form_of(address)
    assert form.is_valid(), form.errors
    return form.asked()


@settings(
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.filter_too_much,
    ],
)
@given(TYPED, st.lists(PAIRS, max_size=6))
def test_the_address_of_a_request_asks_for_that_request(text, parameters):
    written = urlencode([("q", text), *parameters], errors="replace")
    form = form_of(f"/search/?{written}")
    assume(form.is_valid())
    asked = form.asked()
    address = asked.counted_address()  # which keeps the page
    assert asked_at(address) == asked
    assert form_of(address).is_counted
    assert asked_at(address).counted_address() == address


@given(
    st.permutations(
        [
            *[("q", "flood relief"), ("from", "2013-01"), ("to", "2014-06-30")],
            *[("category", "کھیل"), ("source", "-rki"), ("lang", "ur")],
            *[("sort", "oldest"), ("counts", "exact"), ("x", "1")],
        ]
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_parameters_come_in_one_order_however_they_were_given(parameters):
    address = asked_at(f"/search/?{urlencode(parameters)}").address()
    assert address == (
        "/search/?q=flood+relief&from=2013&to=2014-06"
        f"&category={quote('کھیل')}&source=-rki&lang=ur&sort=oldest"
    )


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ("", ""),
        ("q=&from=&to=&category=&source=&lang=&sort=&page=", ""),
        ("q=flood&sort=best&page=1", "?q=flood"),
        ("q=flood&sort=newest", "?q=flood&sort=newest"),
        ("sort=newest", ""),
        ("q=date:2013&sort=best", "?q=date%3A2013"),
        ("q=++flood%0A+relief+", "?q=flood+relief"),
        ("q=econom*", "?q=econom*"),
        ("q=سیلاب", f"?q={quote('سیلاب')}"),
        ("from=2013-01-01&to=2013-12-31", "?from=2013&to=2013"),
        ("from=۲۰۱۳-۰۸&to=٢٠١٣-٠٨", "?from=2013-08&to=2013-08"),
        ("lang=-en&lang=ur", "?lang=ur&lang=-en"),
        ("category=world&category=world", "?category=world"),
        ("q=flood&page=3", "?q=flood"),
        ("before=2025-04-18.7", ""),
    ],
)
def test_what_goes_without_saying_is_left_out(given, canonical):
    assert asked_at(f"/search/?{given}").address() == f"/search/{canonical}"


def test_what_changes_a_search_leads_to_its_first_page():
    asked = asked_at("/search/?q=flood&sort=newest&before=2013-08-17.1")
    changed = asked.with_choice("language", Choice(("ur",), ("en",)))
    assert changed == "/search/?q=flood&lang=ur&lang=-en&sort=newest"
    assert asked.address(since=date(2013, 8, 1), until=date(2013, 8, 31)) == (
        "/search/?q=flood&from=2013-08&to=2013-08&sort=newest"
    )
    assert asked_at("/search/?q=flood&page=4").address(sort=Sort.OLDEST) == (
        "/search/?q=flood&sort=oldest"
    )


def test_all_is_counted_on_the_page_where_a_reader_is():
    by_number = asked_at("/search/?q=flood&page=4")
    assert by_number.counted_address() == "/search/?q=flood&page=4&counts=exact"
    by_date = asked_at("/search/?after=2013-08-17.7")
    assert by_date.counted_address() == "/search/?after=2013-08-17.7&counts=exact"


def test_a_request_that_nobody_typed_has_an_address_that_somebody_could():
    request = SearchRequest(
        query=Query(Words("flood relief", is_phrase=True)),
        before=Place(date(2013, 8, 17), 7),
    )
    address = Asked.of(request).address(before=request.before)
    assert parse_qsl(urlsplit(address).query) == [
        ("q", '"flood relief"'),
        ("sort", "newest"),
        ("before", "2013-08-17.7"),
    ]
    assert asked_at(address).request == request


def test_an_address_is_written_as_a_browser_writes_it():
    parameters = [("q", 'a "b" & c/d'), ("from", ""), ("lang", "-ur")]
    assert search_address(parameters) == "/search/?q=a+%22b%22+%26+c%2Fd&lang=-ur"
    assert search_address([("q", "")]) == "/search/"
