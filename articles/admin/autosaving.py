"""Forms that keep what is typed as it is typed, and offer it again."""

from typing import Any

from django.contrib import admin, messages
from django.forms import Script
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from articles.admin import form_scripts
from articles.admin.form_scripts import KEY, key_in, others_in_words, text_of
from articles.admin.unsaved import Offer, form_of, opened
from articles.desk import autosaves
from articles.desk.typed_values import acceptable
from articles.models import Article

_SCRIPTS = {"autosave": form_scripts.autosave, "presence": form_scripts.presence}


class AutosavingAdmin(admin.ModelAdmin):
    """Forms of articles: their scripts keep what is typed, their pages offer it."""

    class Media:
        css = {"all": ["admin_site/autosave.css", "admin_site/differences.css"]}
        js = [
            Script("admin_site/autosave.js", type="module"),
            Script("admin_site/presence.js", type="module"),
        ]

    def get_urls(self) -> list[URLPattern]:
        of = f"articles_{self.opts.model_name}"
        discard = self.admin_site.admin_view(self.discard_view)
        urls = [path("unsaved/discard/", discard, name=f"{of}_discard")]
        for name, ask in _SCRIPTS.items():
            answer = form_scripts.answering(self, ask)
            urls.append(path(f"{name}/", answer, name=f"{of}_{name}"))
            urls.append(path(f"<int:pk>/{name}/", answer, name=f"{of}_{name}"))
        return [*urls, *super().get_urls()]

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Article | None = None,
    ) -> HttpResponse:
        if obj is None or self.has_change_permission(request, obj):
            form = context["adminform"].form
            page = opened(request, form, obj)
            if page.taken_up:
                form.initial |= acceptable(form, page.taken_up.kept.values)
            context |= {"opened": page, **self._around(request, obj)}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Any, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        if key := key_in(request.POST.get(KEY)):
            autosaves.discard(request.user, key)

    def _get_obj_does_not_exist_redirect(
        self, request: HttpRequest, opts: Any, object_id: str
    ) -> HttpResponse:
        """To the form of a new one, with what was typed of one that is gone."""
        above: Any = super()  # the stubs do not know the method
        answer: HttpResponse
        answer = above._get_obj_does_not_exist_redirect(request, opts, object_id)
        if request.method != "POST" or not self.has_add_permission(request):
            return answer
        kept = text_of(request, self.get_form(request)(request.POST), None)
        try:
            autosaves.keep(kept)
        except autosaves.TooLongError:
            return answer
        return HttpResponseRedirect(Offer(kept).address)

    def discard_view(self, request: HttpRequest) -> HttpResponse:
        """Throw away for good what was typed once."""
        kept = autosaves.by_key(request.user, key_in(request.POST.get(KEY)))
        if not kept:
            address = reverse(f"admin:articles_{self.opts.model_name}_changelist")
            return HttpResponseRedirect(address)
        autosaves.discard(request.user, kept.key)
        messages.success(request, _("The unsaved text was discarded."))
        return HttpResponseRedirect(form_of(kept))

    def _around(self, request: HttpRequest, article: Article | None) -> dict[str, Any]:
        """Where the scripts ask, and who else is there."""
        of = f"admin:articles_{self.opts.model_name}"
        at = [article.pk] if article else []
        asked = {f"{name}_at": reverse(f"{of}_{name}", args=at) for name in _SCRIPTS}
        return {**asked, "others": others_in_words(request, article)}
