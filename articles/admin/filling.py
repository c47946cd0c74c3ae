"""Forms that are filled in from a page or a document, with and without a script.

Nothing is saved by it. A script asks for JSON and puts it into the fields; without one,
what was typed is kept as unsaved text, and taken up again with what was found.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from django.contrib import messages
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.forms import Form, ModelChoiceField
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils.translation import gettext as _

from articles.admin.autosaving import AutosavingAdmin
from articles.admin.form_scripts import text_of
from articles.admin.unsaved import TAKEN_UP, form_of
from articles.desk import autosaves, filled_fields, filling
from articles.desk.filling_widgets import FILL, TAKE_APART
from articles.desk.typed_values import typed
from articles.models import Article, Autosave

Fill: TypeAlias = Callable[[dict[str, Any], set[str]], list[str]]
_FILLING: Mapping[str, Fill] = {
    FILL: filled_fields.fill_from_address,
    TAKE_APART: filled_fields.fill_from_document,
}
_FILLED = "filled"  # the fields that were filled in, and not touched since


class FillingAdmin(AutosavingAdmin):
    """A form with buttons that fill it; its class has `filled`, the names of fields."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        for button, fill in _FILLING.items():
            if request.method == "POST" and button in request.POST:
                return self._fill(request, object_id, fill)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(
        self,
        request: HttpRequest,
        obj: Any = None,
        change: bool = False,
        **options: Any,
    ) -> Any:
        form: Any = super().get_form(request, obj, change=change, **options)
        form.filled = filled_in(request)
        return form

    def _fill(
        self, request: HttpRequest, object_id: str | None, fill: Fill
    ) -> HttpResponse:
        article = self.get_object(request, object_id) if object_id else None
        may = self.has_change_permission(request, article) if article else None
        if not (self.has_add_permission(request) if may is None else may):
            raise PermissionDenied
        form_class = self.get_form(request, article, change=article is not None)
        form = form_class(request.POST, instance=article)
        answer = _to_script if _asks_for_json(request) else self._to_browser
        return answer(request, form, article, fill)

    def _to_browser(
        self, request: HttpRequest, form: Any, article: Article | None, fill: Fill
    ) -> HttpResponse:
        """Keep what was typed with what was found, and open the form with it."""
        kept = text_of(request, form, article)
        was, filled = {**kept.values}, list[str]()
        try:
            filled = fill(kept.values, set())
            autosaves.keep(kept)
        except (filling.FillingError, autosaves.TooLongError) as error:
            messages.error(request, _refusal(error))
            kept.values, filled = was, []
            _keep_at_least(kept)
        asked = f"{TAKEN_UP}={kept.key}&{_FILLED}={','.join(filled)}"
        return HttpResponseRedirect(f"{form_of(kept)}?{asked}")


def _keep_at_least(typed_text: Autosave) -> None:
    """What was typed alone; raises RequestDataTooBig (400) where even that is more."""
    try:
        autosaves.keep(typed_text)
    except autosaves.TooLongError as error:
        raise RequestDataTooBig(_refusal(error)) from error


def filled_in(request: HttpRequest) -> frozenset[str]:
    """The fields that were filled in, in the form that an address opens."""
    return frozenset(_names(request.GET.get(_FILLED)))


def _to_script(
    request: HttpRequest, form: Any, article: Article | None, fill: Fill
) -> HttpResponse:
    """What to put into the fields, by their names; or the reason why nothing."""
    values = typed(form)
    try:
        filled = fill(values, set(_names(request.POST.get(_FILLED))))
    except filling.FillingError as error:
        return JsonResponse({"refusal": _refusal(error)})
    fields = {name: _shown(form, name, values) for name in filled}
    return JsonResponse({"fields": fields})


def _shown(form: Form, name: str, values: Mapping[str, Any]) -> Any:
    """A text; of a field with suggestions, what is chosen of them, with its names."""
    field, value = form.fields[name], values[name]
    if not isinstance(field, ModelChoiceField):
        return value
    keys = value if isinstance(value, list) else [value]
    chosen = field.queryset.filter(pk__in=keys) if field.queryset is not None else []
    return [{"key": str(found.pk), "name": str(found)} for found in chosen]


def _asks_for_json(request: HttpRequest) -> bool:
    wanted = request.get_preferred_type(["text/html", "application/json"])
    return wanted == "application/json"


def _refusal(error: Exception) -> str:
    words = _("Nothing was filled in, and what you typed is kept: %(why)s")
    return words % {"why": str(error) or _("There is more text than a form can keep.")}


def _names(text: str | None) -> Iterable[str]:
    return filter(None, (text or "").split(","))
