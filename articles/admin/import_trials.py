"""An import at the desk: a file is tried, as often as need be, and then confirmed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.admin import import_runs
from articles.admin.import_reports import (
    at_this_desk,
    beside_articles,
    going_on,
    looked_at,
    told,
)
from articles.import_forms import ConfirmForm, ImportForm, TriedForm
from articles.importing import uploads
from articles.importing.table_columns import columns_in

Page: TypeAlias = Callable[..., HttpResponse]  # the request, a template, its context


def trial(request: HttpRequest, page: Page) -> HttpResponse:
    """What would come of a file, which is shown before it can be confirmed."""
    if "token" in request.POST:
        return _of_kept(request, page)
    form = ImportForm(request.POST or None, request.FILES or None)
    if not form.is_valid():
        return page(request, "import", form=form)
    token = uploads.keep(form.cleaned_data["file"], request.user.pk)
    file = uploads.path_of(token, request.user.pk)
    kept = {**form.cleaned_data, "token": token}
    return _tried(request, page, file, form.how(), kept)


def _of_kept(request: HttpRequest, page: Page) -> HttpResponse:
    """A file that was tried, and is the same person's to try again and to import."""
    try:
        file = uploads.path_of(request.POST["token"], request.user.pk)
    except uploads.UploadGoneError:
        words = _("The file is not kept any more: upload it again.")
        messages.error(request, words)
        return page(request, "import", form=ImportForm())
    form = TriedForm(request.POST, file=file)
    if not form.is_valid():
        return page(request, "import_report", again=form, **_columns(form, file, {}))
    if "again" in request.POST:
        return _tried(request, page, file, form.how(), form.cleaned_data)
    return _confirmed(request, file, form.how())


def _tried(
    request: HttpRequest,
    page: Page,
    file: Path,
    how: dict[str, Any],
    kept: dict[str, Any],
) -> HttpResponse:
    summary, refused = import_runs.tried(file, user=request.user.pk, **how)
    again = TriedForm(initial=kept, file=file)
    shown = {
        "summary": summary,
        "is_of_use": bool(summary.stored or summary.updated),
        "going_on": going_on(summary),
        "refused": [at_this_desk(str(refusal)) for refusal in refused],
        **looked_at(summary),
        **beside_articles(summary),
        **_columns(again, file, how),
    }
    confirm = ConfirmForm(initial=kept, file=file)
    return page(request, "import_report", form=confirm, again=again, **shown)


def _columns(form: TriedForm, file: Path, how: dict[str, Any]) -> dict[str, Any]:
    columns = columns_in(file, how.get("format", ""), how.get("columns", {}))
    return {"columns": list(form.column_fields(columns))}


def _confirmed(request: HttpRequest, file: Path, how: dict[str, Any]) -> HttpResponse:
    summary = import_runs.made(file, user=request.user.pk, **how)
    uploads.remove(file)
    messages.success(request, told(summary))
    if from_before := going_on(summary):
        messages.info(request, from_before)
    entry = reverse("admin:articles_importbatch_change", args=[summary.batch_key])
    return HttpResponseRedirect(entry)
