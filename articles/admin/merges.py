"""Merging at the desk: which label stays, what would move, and only then the move."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.desk.merge_previews import preview
from articles.desk.merging import BusyError, ConflictError, LabelGoneError, merge
from articles.models import Kind, Named

_MOST = 50
_TOO_FEW_OR_MANY = _("Select two or more to merge, and at most %(most)s.")
_WHY_NOT = {
    LabelGoneError: _("Somebody else has merged or deleted one of them."),
    BusyError: _(
        "The articles are being written to, by an import perhaps, so nothing was "
        "merged. Try again in a while."
    ),
    ConflictError: _("Some of the articles would be the same, so nothing was merged."),
}


class MergingAdmin(admin.ModelAdmin):
    """Lists whose labels can be merged, by those who may."""

    actions = ["choose_to_merge"]

    def has_merge_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(f"articles.merge_{self.opts.model_name}")

    def get_urls(self) -> list[URLPattern]:
        page = self.admin_site.admin_view(self.merge_view)
        name = f"articles_{self.opts.model_name}_merge"
        return [path("merge/", page, name=name), *super().get_urls()]

    @admin.action(description=_("Merge…"), permissions=["merge"])
    def choose_to_merge(
        self, request: HttpRequest, chosen: QuerySet[Any]
    ) -> HttpResponse | None:
        keys = list(chosen.order_by("pk").values_list("pk", flat=True)[: _MOST + 1])
        if not 2 <= len(keys) <= _MOST:
            words = _TOO_FEW_OR_MANY % {"most": _MOST}
            self.message_user(request, words, messages.WARNING)
            return None
        query = QueryDict(mutable=True)
        query.setlist("label", [str(key) for key in keys])
        address = reverse(f"admin:articles_{self.opts.model_name}_merge")
        return HttpResponseRedirect(f"{address}?{query.urlencode()}")

    def merge_view(self, request: HttpRequest) -> HttpResponse:
        """What would move, by what is to stay, and after a confirmation the move."""
        if not self.has_merge_permission(request):
            raise PermissionDenied
        asked = request.POST if request.method == "POST" else request.GET
        labels = self._labels(asked)
        if not 2 <= len(labels) <= _MOST:
            self.message_user(request, _WHY_NOT[LabelGoneError], messages.ERROR)
            return self._to_list()
        into = _chosen(labels, asked.get("into", ""))
        is_sure = asked.get("into") == asked.get("shown") == str(into.pk)
        if request.method == "POST" and not is_sure:
            words = _("Another one was to stay: see first what would move to this one.")
            self.message_user(request, words, messages.WARNING)
        elif request.method == "POST":
            try:
                return self._merged(request, labels, into)
            except (BusyError, ConflictError, LabelGoneError) as error:
                self.message_user(request, _WHY_NOT[type(error)], messages.ERROR)
        return self._page(request, labels, into)

    def _labels(self, asked: QueryDict) -> list[Any]:
        keys = [key for key in asked.getlist("label") if key.isdecimal()][: _MOST + 1]
        small = [int(key) for key in keys if len(key) < 19]
        counted = Kind.of(self.model).model.objects.with_counts()
        return list(counted.filter(pk__in=small))

    def _merged(
        self, request: HttpRequest, labels: list[Named], into: Named
    ) -> HttpResponse:
        moves = merge(labels, into, request.user)
        count = sum(move.article_count for move in moves)
        words = ngettext(
            "%(count)d article was moved to “%(name)s”.",
            "%(count)d articles were moved to “%(name)s”.",
            count,
        )
        names = ", ".join(move.old_name for move in moves)
        self.log_change(request, into, _("Merged with it: %s") % names)
        told = words % {"count": count, "name": into}
        self.message_user(request, told, messages.SUCCESS)
        return self._to_list()

    def _page(
        self, request: HttpRequest, labels: list[Named], into: Named
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Merge"),
            "labels": labels,
            "preview": preview(labels, into),
        }
        return TemplateResponse(request, "admin/articles/merge.html", context)

    def _to_list(self) -> HttpResponse:
        name = self.opts.model_name
        return HttpResponseRedirect(reverse(f"admin:articles_{name}_changelist"))


def _chosen(labels: list[Any], key: str) -> Any:
    """The one that is to stay: the largest, unless another was chosen."""
    return next((label for label in labels if str(label.pk) == key), labels[0])
