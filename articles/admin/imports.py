"""The ledger of imports at the desk, and taking one back."""

import dataclasses
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _

from articles.admin.desk import DeskAdmin
from articles.admin.import_entries import entries_of
from articles.admin.import_reports import beside_articles
from articles.admin.import_trials import trial
from articles.importing.undoing import AlreadyUndoneError, StillRunningError, undo
from articles.models import ImportBatch

_MOST_NAMES = 3
_WHY_NOT = {
    AlreadyUndoneError: _("This import was taken back already."),
    StillRunningError: _("This import is still running: it can be taken back later."),
}


@admin.register(ImportBatch)
class ImportBatchAdmin(DeskAdmin):
    """The ledger: entries are read; they come from imports alone, and stay."""

    list_display = [
        "started_at",
        "file_names",
        "imported_by",
        "stored",
        "drafts",
        "updated",
        "refused",
        "finished_at",
        "undone_at",
    ]
    list_select_related = ["imported_by"]

    @admin.display(description=_("files"))
    def file_names(self, batch: ImportBatch) -> str:
        names = batch.first_names[:_MOST_NAMES]
        more = batch.file_count - len(names)
        return ", ".join(names) + (f" +{more}" if more else "")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        undoing = self.admin_site.admin_view(self.undo_view)
        address = path("<int:pk>/undo/", undoing, name="articles_importbatch_undo")
        return [address, *super().get_urls()]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        may_undo = request.user.has_perm("articles.undo_import")
        batch = self.get_object(request, unquote(object_id))
        context = {**(extra_context or {}), "may_undo": may_undo}
        if batch:
            context |= beside_articles(batch) | entries_of(batch, request.GET)
        return super().change_view(request, object_id, form_url, context)

    def add_view(
        self,
        request: HttpRequest,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        return trial(request, self._page)

    def undo_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What would be taken back, and after a confirmation what was."""
        batch = get_object_or_404(ImportBatch, pk=pk)
        if not request.user.has_perm("articles.undo_import"):
            raise PermissionDenied
        is_sure = request.method == "POST"
        try:
            undoing = undo(pk, user=request.user.pk, dry_run=not is_sure)
        except (AlreadyUndoneError, StillRunningError) as error:
            messages.error(request, _WHY_NOT[type(error)])
            return self._to(pk)
        if not is_sure:
            return self._page(request, "import_undo", batch=batch, undoing=undoing)
        counts = _("Deleted: %(removed)s. Restored: %(restored)s. Left: %(left)s.")
        messages.success(request, counts % dataclasses.asdict(undoing))
        return self._to(pk)

    def _to(self, pk: int) -> HttpResponse:
        address = reverse("admin:articles_importbatch_change", args=[pk])
        return HttpResponseRedirect(address)

    def _page(self, request: HttpRequest, name: str, **context: Any) -> HttpResponse:
        whole = {**self.admin_site.each_context(request), "opts": self.opts, **context}
        return TemplateResponse(request, f"admin/articles/{name}.html", whole)
