"""How the lists of the desk are narrowed, at the same cost in an archive of any size.

Django's own ways look at every article: to list the years that there are, the languages
and the sources. These take them from the counts that the database keeps.
"""

from typing import Any, NamedTuple

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from articles.languages import LANGUAGES
from articles.models import DayCount

_YEAR, _MONTH, _DAY = (f"published_on__{part}" for part in ("year", "month", "day"))


class LanguageFilter(admin.SimpleListFilter):
    """The languages that articles in public are in, and not all that there could be."""

    title = _("language")
    parameter_name = "language__exact"

    def lookups(
        self, request: HttpRequest, model_admin: admin.ModelAdmin
    ) -> list[tuple[str, str]]:
        counted = DayCount.objects.filter(articles__gt=0).order_by()
        codes = set(counted.values_list("language", flat=True).distinct())
        return [(code, LANGUAGES[code].name) for code in LANGUAGES if code in codes]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(language=self.value()) if self.value() else queryset


class Way(NamedTuple):
    """A link to a part of a list."""

    title: str
    address: str


def ways_by_day(changes: ChangeList) -> list[Way]:
    """The years of what is in public; of a chosen one its months, and the way back."""
    chosen = str(changes.params.get(_YEAR, ""))
    without = [_YEAR, _MONTH, _DAY]
    if not chosen.isdecimal():
        years = reversed(DayCount.objects.by_year())
        return [Way(str(y), changes.get_query_string({_YEAR: y})) for y in years]
    back = Way(str(_("All dates")), changes.get_query_string(remove=without))
    months = DayCount.objects.filter(day__year=chosen).by_month()
    return [back] + [
        Way(
            str(MONTHS[month.month]),
            changes.get_query_string({_MONTH: month.month}, remove=without[1:]),
        )
        for month in months
    ]
