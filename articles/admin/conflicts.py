"""Two editors at one article: nobody writes over the other without having seen it."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse

from articles.admin.form_scripts import BASED_ON, revision_in
from articles.desk import form_differences
from articles.models import Article

OVER = "_over"  # of the button that saves all the same: the revision to save it over


class ConflictsAdmin(admin.ModelAdmin):
    """Refuses what would be written over what somebody else has saved meanwhile.

    The form of such an admin is a GuardedForm.
    """

    def get_form(
        self,
        request: HttpRequest,
        obj: Any = None,
        change: bool = False,
        **options: Any,
    ) -> Any:
        form: Any = super().get_form(request, obj, change=change, **options)
        sent = request.POST.get(OVER) or request.POST.get(BASED_ON)
        form.based_on = None if sent is None else revision_in(sent)
        form.editor = request.user
        return form

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Article | None = None,
    ) -> HttpResponse:
        form = context["adminform"].form
        if obj and form.is_bound and form.change:
            context |= {"change_meanwhile": form.change, **_difference(form, obj)}
        return super().render_change_form(request, context, add, change, form_url, obj)


def _difference(form: Any, article: Article) -> dict[str, Any]:
    """Against what is stored now: the form has put what was typed into its article."""
    stored = type(article)._base_manager.filter(pk=article.pk).first()
    if stored is None:
        return {"differences": []}
    saved = type(form)(instance=stored)
    return {"differences": form_differences.between(saved, form)}
