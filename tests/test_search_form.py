"""What a query string asks for."""

from datetime import date

import pytest
from django.http import QueryDict

from articles.forms import SearchForm
from articles.search import ArticleSearch
from tests.factories import make_category, make_source

pytestmark = pytest.mark.django_db


def form_of(query):
    return SearchForm(QueryDict(query))


def search_of(query):
    form = form_of(query)
    assert form.is_valid(), form.errors
    return form.search()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-2", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-04-18", date(2025, 4, 18), date(2025, 4, 18)),
        ("2025-4-8", date(2025, 4, 8), date(2025, 4, 8)),
        ("2025-10-10", date(2025, 10, 10), date(2025, 10, 10)),
        ("۲۰۲۵", date(2025, 1, 1), date(2025, 12, 31)),
        (" 2025 ", date(2025, 1, 1), date(2025, 12, 31)),
        ("1500", date(1500, 1, 1), date(1500, 12, 31)),
        ("2500-12-31", date(2500, 12, 31), date(2500, 12, 31)),
        ("", None, None),
    ],
)
def test_a_year_a_month_or_a_day_stands_for_its_ends(text, first, last):
    search = search_of(f"from={text}&to={text}")
    assert (search.since, search.until) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        *[
            "x",
            "25",
            "20250",
            "2025-",
            "2025/04/18",
            "2025-04-18-1",
            "9" * 5000,
        ],
        *["2025-0", "2025-00", "2025-13", "2025-04-0", "2025-04-00", "2025-02-30"],
        *["0000", "1499", "2501", "0001-01-01", "9999-12-31"],
    ],
)
@pytest.mark.parametrize(("name", "field"), [("from", "since"), ("to", "until")])
def test_what_is_no_span_is_said_beside_its_field(name, field, text):
    assert form_of(f"{name}={text}").errors.keys() == {field}


def test_a_span_that_ends_before_it_begins_is_refused():
    assert form_of("from=2025&to=2024").errors.keys() == {"until"}
    assert search_of("from=2025-04&to=2025").since == date(2025, 4, 1)


def test_nothing_asks_for_everything():
    assert search_of("") == search_of("q=+&nosuch=1") == ArticleSearch()


def test_every_filter_is_found_by_its_name_in_the_address():
    category, source = make_category("اردو"), make_source("Example Times")
    search = search_of("q=+a%0A+b&category=اردو&source=example-times&lang=ur")
    assert search == ArticleSearch(
        text="a b", category=category, source=source, language="ur"
    )


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("category=nosuch", "category"),
        ("source=nosuch", "source"),
        ("lang=tlh", "lang"),
        ("q=" + "a" * 1001, "q"),
        ("q=%00", "q"),
    ],
)
def test_what_cannot_be_asked_is_said_beside_its_field(query, field):
    assert form_of(query).errors.keys() == {field}


def test_control_characters_are_not_searched_for():
    assert search_of("q=har%08bour%1B").text == "harbour"
