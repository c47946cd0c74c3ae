"""The history of an article: every version, what changed in it, and the way back."""

from typing import Any, NamedTuple

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from articles.desk import restoring, revisions
from articles.desk.differences import TextDifference, field_label, text_differences
from articles.desk.history import History, Version
from articles.desk.value_differences import ValueDifference, value_differences
from articles.models import Article

_AT_ONCE = 20
_TEXTS = ("headline", "summary", "byline", "body", "withdrawn_reason")


class Step(NamedTuple):
    """A version, and the names of the fields that it changed."""

    version: Version
    changed: list[str]


class HistoryAdmin(admin.ModelAdmin):
    """Replaces Django's own history, which knows only what was done in the admin."""

    def get_urls(self) -> list[URLPattern]:
        restore = self.admin_site.admin_view(self.restore_view)
        name = f"articles_{self.opts.model_name}_restore"
        address = path("<int:pk>/restore/<int:number>/", restore, name=name)
        return [address, *super().get_urls()]

    def history_view(
        self,
        request: HttpRequest,
        object_id: str,
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        article = self._article(request, object_id)
        if not self.has_view_or_change_permission(request, article):
            raise PermissionDenied
        history = History(article)
        page = Paginator(range(len(history), 0, -1), _AT_ONCE).get_page(
            request.GET.get("p")
        )
        chosen = _pair(request, len(history))
        versions = history.versions({*page, *(n - 1 for n in page), *chosen})
        context = {
            **self.admin_site.each_context(request),
            "title": _("History"),
            "opts": self.opts,
            "article": article,
            "page": page,
            "steps": [_step(versions, number) for number in page],
            "old": versions.get(chosen[0]),
            "new": versions.get(chosen[1]),
            **_differences(versions.get(chosen[0]), versions.get(chosen[1])),
            "may_restore": self.has_change_permission(request, article),
        }
        return TemplateResponse(request, "admin/articles/history.html", context)

    def restore_view(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        """Make an article again what it was, on a click."""
        if request.method != "POST":
            raise PermissionDenied
        with transaction.atomic():
            # Read after it is held: what waited for another save would write over it.
            revisions.hold(self._article(request, str(pk)))
            article = self._article(request, str(pk))
            if not self.has_change_permission(request, article):
                raise PermissionDenied
            version = History(article).versions([number]).get(number)
            if version is None:
                raise Http404
            self._restore(request, article, version)
        name = f"admin:articles_{self.opts.model_name}_history"
        return redirect(reverse(name, args=[pk]))

    def _restore(
        self, request: HttpRequest, article: Article, version: Version
    ) -> None:
        note = request.POST.get("public_note", "")
        try:
            missing = restoring.restore(article, version, note=note, by=request.user)
        except restoring.NoteIsMissingError:
            why = _("Say to readers in a line what is corrected.")
            messages.error(request, _("Nothing was restored: %(why)s") % {"why": why})
        except ValidationError as error:
            why = restoring.reasons(error)
            messages.error(request, _("Nothing was restored: %(why)s") % {"why": why})
        else:
            at = date_format(localtime(version.since), "j F Y, H:i")
            words = _("The article is again what it was on %(at)s.") % {"at": at}
            messages.success(request, words)
            for it in missing:
                messages.warning(request, _("Not given back: %(it)s.") % {"it": it})

    def _article(self, request: HttpRequest, object_id: str) -> Article:
        article: Article | None = self.get_object(request, object_id)
        if article is None:
            raise Http404
        return article


def _pair(request: HttpRequest, newest: int) -> tuple[int, int]:
    """The versions that are asked to be compared; at first the last two."""
    asked = [request.GET.get(name, "") for name in ("old", "new")]
    if all(number.isdecimal() and len(number) < 9 for number in asked):
        old, new = map(int, asked)
        return old, new
    return newest - 1, newest


def _step(versions: dict[int, Version], number: int) -> Step:
    version, before = versions[number], versions.get(number - 1)
    changed = version.changed_since(before) if before else []
    return Step(version, [field_label(name) for name in changed])


def _differences(
    old: Version | None, new: Version | None
) -> dict[str, list[TextDifference] | list[ValueDifference]]:
    if old is None or new is None:
        return {}
    return {
        "texts": text_differences(_TEXTS, old.values, new.values),
        "values": value_differences(old, new),
    }
