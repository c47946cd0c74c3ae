"""What all lists of the desk have in common."""

from typing import Any

from django.contrib import admin
from django.db.models import Field, ManyToManyField
from django.forms import DateField, SplitDateTimeField
from django.http import HttpRequest
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from articles.days import FIRST_YEAR, LAST_YEAR

# As fields show a day, or with a month that has a name: 3/4/2025 is two days.
_DAYS = ["%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y"]
# What the filters of a list put in its address.
_FILTERS = {
    "needs",
    "state__exact",
    "language__exact",
    "source__id__exact",
    "source__isnull",
    "published_on__month",
    "published_on__day",
    "is_dealt_with__exact",
}


class DeskAdmin(admin.ModelAdmin):
    """What all lists of the desk have in common."""

    list_per_page = 50
    show_full_result_count = False

    def formfield_for_dbfield(
        self, db_field: "Field[Any, Any]", request: HttpRequest, **options: Any
    ) -> Any:
        """Django's own field, and both halves of a moment say what they are."""
        field: Any = super().formfield_for_dbfield(db_field, request, **options)
        if isinstance(field, DateField):
            field.input_formats = _DAYS
        if isinstance(field, SplitDateTimeField):
            day: Any = field.fields[0]
            day.input_formats = _DAYS
            halves = zip(field.widget.widgets, (_("date"), _("time")), strict=True)
            for half, name in halves:
                words = format_lazy("{}: {}", field.label, name)
                half.attrs["aria-label"] = words
        return field

    def formfield_for_manytomany(
        self,
        db_field: "ManyToManyField[Any, Any]",
        request: HttpRequest,
        **options: Any,
    ) -> Any:
        """Without a sign that takes back all, which Select2 puts among the items.

        It is no item of their list (WCAG 1.3.1), and each has a sign of its own.
        """
        field: Any = super().formfield_for_manytomany(db_field, request, **options)
        field.widget.is_required = True
        return field

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Only what a filter asks: there are others that break a query."""
        if lookup == "published_on__year":
            is_year = len(value) == 4 and value.isdecimal()
            return is_year and FIRST_YEAR <= int(value) <= LAST_YEAR
        return lookup in _FILTERS
