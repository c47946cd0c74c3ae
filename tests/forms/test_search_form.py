"""What the search page takes, and what it says of all else."""

from datetime import date

import pytest
from django.http import QueryDict

from articles.forms import SearchForm
from articles.search import Choice, Place, Sort
from tests.factories import make_category, make_source


def form_of(query: str) -> SearchForm:
    return SearchForm(QueryDict(query))


def request_of(query: str):
    form = form_of(query)
    assert form.is_valid(), form.errors
    return form.asked().request


def errors_of(query: str) -> dict[str, list[str]]:
    return {name: list(errors) for name, errors in form_of(query).errors.items()}


@pytest.mark.parametrize("letter", ["a", "ب"])
def test_a_thousand_characters_are_searched_for_and_no_more(letter):
    assert form_of(f"q={letter * 1000}").is_valid()
    assert errors_of(f"q={letter * 1001}") == {
        "q": [
            "The text has 1,001 characters; no more than 1,000 can be searched for.",
        ]
    }


def test_spaces_and_characters_that_nobody_sees_make_no_text_too_long():
    assert form_of(f"q={'a ' * 20}{' ' * 2000}b").is_valid()
    assert form_of(f"q={'a' * 999}{'%01' * 50}").is_valid()


@pytest.mark.parametrize("word", ["flood", "سیلاب", "-flood", "by:Lee", "date:2013"])
def test_forty_words_and_conditions_are_searched_for_and_no_more(word):
    assert form_of(f"q={f'{word} ' * 40}").is_valid()
    (said,) = errors_of(f"q={f'{word} ' * 41}")["q"]
    assert said.startswith("The text has 41 words and conditions; no more than 40 can")


@pytest.mark.parametrize("days", ["from=2013&to=2013", "from=2013-08-17&to=2013-08-17"])
def test_a_span_may_begin_and_end_with_the_same(days):
    assert form_of(days).is_valid()


def test_from_is_read_as_a_first_day_and_to_as_a_last_one():
    request = request_of("from=۲۰۱۳-۰۸&to=2013-08")
    assert (request.since, request.until) == (date(2013, 8, 1), date(2013, 8, 31))


@pytest.mark.parametrize("days", ["from=2014&to=2013", "from=2013-08-18&to=۲۰۱۳-۰۸-۱۷"])
def test_a_span_that_ends_before_it_begins_is_refused_at_its_end(days):
    assert errors_of(days) == {"until": ["The span ends before it begins."]}


def test_a_day_that_cannot_be_read_is_not_compared_with_the_other():
    assert list(errors_of("from=soon&to=2013")) == ["since"]


@pytest.mark.django_db
def test_values_are_chosen_and_left_out_each_once_and_in_their_order():
    for name in ("World", "Sport", "کھیل"):
        make_category(name)
    chosen = "category=sport&category=-world&category=کھیل&category=sport&category="
    assert request_of(chosen).choices == {
        "category": Choice(("sport", "کھیل"), ("world",))
    }


@pytest.mark.django_db
def test_a_minus_may_belong_to_the_name_of_a_category_without_letters():
    names = [make_category(name).slug for name in ("!!!", "؟؟")]
    assert names == ["-", "--2"]
    assert request_of("category=-&category=--2").choice("category").included == (
        "-",
        "--2",
    )
    assert request_of("category=--&category=---2").choice("category").excluded == (
        "-",
        "--2",
    )


@pytest.mark.django_db
def test_each_unknown_value_is_named_in_either_script():
    make_category("World")
    make_source("RKI")
    assert errors_of("category=world&category=-کھیل&source=bbc&lang=xx&lang=ur") == {
        "category": ["There is no category “\u2068کھیل\u2069” in the archive."],
        "source": ["There is no source “\u2068bbc\u2069” in the archive."],
        "lang": ["The archive knows no language by the code “\u2068xx\u2069”."],
    }
    (both,) = errors_of("category=b&category=a&category=world")["category"]
    assert "“\u2068a\u2069, \u2068b\u2069”" in both


@pytest.mark.django_db
def test_a_long_name_that_nothing_has_is_cut_short():
    assert "x" * 60 + "\u2069" in errors_of(f"source={'x' * 500}")["source"][0]


def test_so_many_values_of_one_kind_can_be_chosen():
    named = "&".join(f"lang=x{number}" for number in range(21))
    assert errors_of(named) == {
        "lang": ["21 values are chosen here; no more than 20 can be."]
    }


@pytest.mark.parametrize(
    ("query", "sort"),
    [
        ("q=flood", Sort.BEST),
        ("q=سیلاب", Sort.BEST),
        ("", Sort.NEWEST),
        ("q=date:2013", Sort.NEWEST),
        ("q=-flood", Sort.NEWEST),
        ("q=-flood&sort=best", Sort.NEWEST),
        ("q=flood&sort=newest", Sort.NEWEST),
        ("q=flood&sort=oldest", Sort.OLDEST),
        ("sort=oldest", Sort.OLDEST),
        ("q=flood&sort=worst", Sort.BEST),
        ("q=flood&sort=Newest", Sort.BEST),
    ],
)
def test_the_order_is_by_best_match_only_where_there_are_words(query, sort):
    assert request_of(query).sort == sort


@pytest.mark.parametrize(
    ("query", "page"),
    [("page=2", 2), ("page=99999", 99_999), ("", 1)]
    + [
        (f"page={text}", 1) for text in ("0", "-1", "100000", "02", "x", "۲", "1.5", "")
    ],
)
def test_what_is_no_number_of_a_page_is_the_first_one(query, page):
    assert request_of(query).page == page


def test_a_page_lies_beyond_one_place():
    place = Place(date(2025, 4, 18), 7)
    assert request_of("before=2025-04-18.7").before == place
    both = request_of("before=2025-04-18.7&after=2013-08-17.1")
    assert (both.before, both.after) == (None, Place(date(2013, 8, 17), 1))


def test_other_forms_hand_on_what_a_search_consists_of_in_order():
    query = "sort=oldest&lang=-ur&page=3&lang=en&to=&q=a+%22b&x=1&from=2013"
    everything = [
        *[("q", 'a "b'), ("from", "2013"), ("lang", "-ur"), ("lang", "en")],
        ("sort", "oldest"),
    ]
    assert form_of(query).kept() == everything
    assert form_of(query).kept("from", "to", "q") == everything[2:]
