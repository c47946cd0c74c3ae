"""What all lists of the desk have in common."""

from django.contrib import admin
from django.http import HttpRequest

from articles.days import FIRST_YEAR, LAST_YEAR

# What the filters of a list put in its address.
_FILTERS = {
    "needs",
    "state__exact",
    "language__exact",
    "source__id__exact",
    "source__isnull",
    "published_on__month",
    "published_on__day",
}


class DeskAdmin(admin.ModelAdmin):
    """What all lists of the desk have in common."""

    list_per_page = 50
    show_full_result_count = False

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Only what a filter asks: there are others that break a query."""
        if lookup == "published_on__year":
            is_year = len(value) == 4 and value.isdecimal()
            return is_year and FIRST_YEAR <= int(value) <= LAST_YEAR
        return lookup in _FILTERS
