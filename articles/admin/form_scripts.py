"""What the scripts of a form ask for: they get codes and JSON, and never a page.

None of the answers makes a line in a log.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid4

from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token

from articles.desk import autosaves, presences, revisions
from articles.desk.revisions import GONE
from articles.desk.wording import change_in_words, presence_in_words
from articles.models import Article, Autosave

# The names of what a form says of itself, beside the fields of the article.
KEY, BASED_ON, WRITER = "_key", "_based_on", "_writer"

Ask = Callable[[ModelAdmin, HttpRequest, Article | None], HttpResponse]


def answering(admin: ModelAdmin, ask: Ask) -> Callable[..., HttpResponse]:
    """A view for those who may change the article, or add one.

    Others are told so by a code: a script can do nothing with the page to log in. What
    is typed of an article that was deleted meanwhile is that of a new one.
    """

    def answer(request: HttpRequest, pk: int | None = None) -> HttpResponse:
        if not (admin.admin_site.has_permission(request) and _is_writer(request)):
            return _refusal(HTTPStatus.UNAUTHORIZED)
        article = None if pk is None else admin.get_object(request, str(pk))
        if not _may_write(admin, request, article):
            return _refusal(HTTPStatus.FORBIDDEN)
        return ask(admin, request, article)

    return answer


def autosave(
    admin: ModelAdmin, request: HttpRequest, article: Article | None
) -> HttpResponse:
    """Keep what was typed."""
    if request.method != "POST":
        return _refusal(HTTPStatus.METHOD_NOT_ALLOWED)
    if not key_in(request.POST.get(KEY)):
        return _refusal(HTTPStatus.BAD_REQUEST)
    form = admin.get_form(request, article, change=article is not None)
    kept = text_of(request, form(request.POST, instance=article), article)
    try:
        autosaves.keep(kept)
    except autosaves.TooLongError:
        return _refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return HttpResponse(status=HTTPStatus.NO_CONTENT)


def presence(
    admin: ModelAdmin, request: HttpRequest, article: Article | None
) -> HttpResponse:
    """Who else is there, and a token that is good after another login.

    A GET, although it notes who asks: it is what a window without a token has left.
    """
    key = key_in(request.GET.get(KEY))
    if article and key:
        presences.note(request.user, article, key)
    words = others_in_words(request, article) + _changes_in_words(request, article)
    return JsonResponse({"token": get_token(request), "words": words})


def others_in_words(request: HttpRequest, article: Article | None) -> list[str]:
    others = presences.others(request.user, article) if article else []
    return list(map(presence_in_words, others))


def text_of(request: HttpRequest, form: Any, article: Article | None) -> Autosave:
    """What was sent of a form, to be kept; that of an article that is gone is new."""
    return autosaves.of_form(
        form,
        user=request.user,
        article=article,
        key=key_in(request.POST.get(KEY)) or uuid4(),
        based_on=revision_in(request.POST.get(BASED_ON)) if article else "",
    )


def key_in(text: Any) -> UUID | None:
    """The key of a form, if a text is one."""
    try:
        return UUID(str(text))
    except ValueError:
        return None


def revision_in(text: Any) -> str:
    return str(text or "").replace("\0", "")[:80]


def _changes_in_words(request: HttpRequest, article: Article | None) -> list[str]:
    opened = revision_in(request.GET.get(BASED_ON))
    if not opened:
        return []  # of a new one
    change = revisions.change_since(article, opened) if article else GONE
    return [change_in_words(change, request.user)] if change else []


def _is_writer(request: HttpRequest) -> bool:
    """Whether who is logged in now opened the form: two may share a browser."""
    asked = request.POST if request.method == "POST" else request.GET
    return asked.get(WRITER) in (None, str(request.user.pk))


def _may_write(
    admin: ModelAdmin, request: HttpRequest, article: Article | None
) -> bool:
    if article is None:
        return admin.has_add_permission(request)
    return admin.has_change_permission(request, article)


def _refusal(status: HTTPStatus) -> JsonResponse:
    return JsonResponse({"refused": status.phrase}, status=status)
