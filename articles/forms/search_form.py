"""The search form: from a query string to a request."""

import re
from collections.abc import Callable, Collection

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles import characters
from articles.figures import grouped
from articles.forms.choice_field import ChoiceField
from articles.forms.span_field import SpanField
from articles.languages import LANGUAGES
from articles.models import Category, Named, Source
from articles.pagination import place_of
from articles.queries import LONGEST_TEXT, MOST_CLAUSES, Query, parse
from articles.search import Place, SearchRequest, Sort
from articles.search_addresses import (
    EXACT,
    FACET_PARAMETERS,
    PARAMETERS,
    Asked,
    default_sort,
)

_TOO_LONG = _(
    "The text has %(count)s characters; no more than %(most)s can be searched for."
)
_TOO_MANY = _(
    "The text has %(count)s words and conditions; no more than %(most)s can be "
    "searched for at once."
)
_PAGE = re.compile(r"[1-9][0-9]{0,4}")
# In the address some fields have names that are taken in Python, or here.
_NAMES_IN_ADDRESS = {"since": "from", "until": "to"}


def _slugs(model: type[Named]) -> Callable[[Collection[str]], set[str]]:
    """Which of some slugs there are."""

    def known(slugs: Collection[str]) -> set[str]:
        found = model._default_manager.filter(slug__in=slugs)
        return set(found.values_list("slug", flat=True))

    return known


def _limit(count: int, most: int, message: Promise) -> None:
    if count > most:
        params = {"count": grouped(count), "most": grouped(most)}
        raise forms.ValidationError(str(message), params=params)


class SearchForm(forms.Form):
    """What the search page takes, by the names in its address; nothing is required.

    A page or a place that there is not asks for the first page, an unknown order for
    the usual one: addresses that were cut short still lead somewhere.
    """

    q = forms.CharField(label=_("Search the archive"), required=False)
    since = SpanField(label=_("From"), end="first")
    until = SpanField(label=_("To"), end="last")
    category = ChoiceField(
        label=_("Category"),
        known=_slugs(Category),
        unknown=_("There is no category “%(name)s” in the archive."),
    )
    source = ChoiceField(
        label=_("Source"),
        known=_slugs(Source),
        unknown=_("There is no source “%(name)s” in the archive."),
    )
    lang = ChoiceField(
        label=_("Language"),
        known=lambda _codes: LANGUAGES.keys(),
        unknown=_("The archive knows no language by the code “%(name)s”."),
    )

    def add_prefix(self, field_name: str) -> str:
        """A field's name in the address."""
        return _NAMES_IN_ADDRESS.get(field_name, field_name)

    def clean_q(self) -> str:
        text = characters.storable(characters.one_line(self.cleaned_data["q"]))[0]
        _limit(len(text), LONGEST_TEXT, _TOO_LONG)
        query = parse(text, today=timezone.localdate())
        _limit(query.clause_count, MOST_CLAUSES, _TOO_MANY)
        self.cleaned_data["query"] = query
        return text

    def clean(self) -> None:
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and since > until:
            self.add_error("until", _("The span ends before it begins."))

    def asked(self) -> Asked:
        """What a valid form asks for."""
        given = self.cleaned_data
        before, after = (self._place(name) for name in ("before", "after"))
        request = SearchRequest(
            query=given["query"],
            since=given["since"],
            until=given["until"],
            choices={f: given[n] for f, n in FACET_PARAMETERS.items() if given[n]},
            sort=self._sort(given["query"]),
            page=self._page(),
            before=None if after else before,
            after=after,
        )
        return Asked(request, given["q"])

    @property
    def is_counted(self) -> bool:
        """Whether all is to be counted, take it what it may."""
        return self.data.get("counts") == EXACT

    def kept(self, *without: str) -> list[tuple[str, str]]:
        """What the address has of a search, for other forms on the page to hand on."""
        names = (name for name in PARAMETERS if name not in without)
        return [(n, value) for n in names for value in self._given(n) if value]

    def _given(self, name: str) -> list[str]:
        data = self.data
        return data.getlist(name) if isinstance(data, QueryDict) else []

    def _sort(self, query: Query) -> Sort:
        usual = default_sort(query)
        named = self.data.get("sort", "")
        sort = Sort(named) if named in list(Sort) else usual
        return usual if sort is Sort.BEST else sort

    def _page(self) -> int:
        number = self.data.get("page", "")
        return int(number) if _PAGE.fullmatch(number) else 1

    def _place(self, name: str) -> Place | None:
        return place_of(self.data.get(name, ""))
