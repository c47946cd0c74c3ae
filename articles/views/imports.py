"""What was added to the archive, and when: the ledger of imports in public."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import ImportBatch

_PAGE_SIZE = 50


@require_safe
def import_list(request: HttpRequest) -> HttpResponse:
    """The imports that brought something, the newest first; any page there is."""
    batches = ImportBatch.objects.that_brought_something()
    page = Paginator(batches, _PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "articles/import_list.html", {"page": page})
