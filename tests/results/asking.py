"""Results in tests: by the address of a search, as the page gets them."""

from urllib.parse import urlsplit

from django.http import QueryDict

from articles.forms import SearchForm
from articles.results import Results, results_of
from articles.search_addresses import Asked


def asked_at(address: str) -> Asked:
    """What an address asks for, be it the whole or its query string alone."""
    query = urlsplit(address).query or address.removeprefix("/search/")
    form = SearchForm(QueryDict(query))
    assert form.is_valid(), form.errors
    return form.asked()


def results_at(address: str) -> Results:
    return results_of(asked_at(address))


def count_at(address: str) -> int:
    count = results_at(address).counting.count
    assert count is not None
    assert count.is_exact
    return count.value
