"""What belongs to an import at the desk, in pages: it may have a million files."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import QueryDict

from articles.admin.import_reports import at_any_desk
from articles.models import ImportBatch

_PAGE_SIZE = 100


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of a list, which has a parameter of the address for its number."""

    parameter: str
    page: Page

    @property
    def numbers(self) -> Iterable[int | str]:
        """Those of the pages around, the first and the last."""
        return self.page.paginator.get_elided_page_range(self.page.number)


def entries_of(batch: ImportBatch, asked: QueryDict) -> dict[str, Listed]:
    """Its files and its refusals; any page there is."""
    lists: dict[str, QuerySet[Any]] = {
        "files": batch.files.order_by("pk"),
        "refusals": batch.refusals.order_by("pk"),
    }
    found = {
        name: Listed(name, Paginator(rows, _PAGE_SIZE).get_page(asked.get(name)))
        for name, rows in lists.items()
    }
    for refusal in found["refusals"].page:
        refusal.reason = at_any_desk(refusal.reason)
    return found
