"""What a form says of itself, and of what was typed before and not saved."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.forms import BaseForm
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from articles.admin.form_scripts import BASED_ON, KEY, key_in, revision_in
from articles.desk import autosaves, revisions
from articles.desk.wording import moment
from articles.models import Article, Autosave

TAKEN_UP = "unsaved"  # in an address: the key of what the form is to be filled with


@dataclass(frozen=True, slots=True)
class Offer:
    """A text that was typed and not saved, and where it can be taken up."""

    kept: Autosave

    @property
    def address(self) -> str:
        return f"{form_of(self.kept)}?{TAKEN_UP}={self.kept.key}"

    @property
    def saved_at(self) -> str:
        return moment(self.kept.saved_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A form as it stands in one window."""

    key: UUID
    based_on: str
    is_unsaved: bool  # it has been sent once, and stands in no draft yet
    taken_up: Offer | None
    is_gone: bool  # what was asked for is not kept any more
    is_outdated: bool
    zone: str
    offers: list[Offer]


def opened(request: HttpRequest, form: BaseForm, article: Article | None) -> Opened:
    """A new form, one that was sent and refused, or one that is taken up again."""
    now = revisions.revision_of(article)
    taken_up = None if form.is_bound else _asked_for(request, article)
    key = taken_up.key if taken_up else key_in(request.POST.get(KEY)) or uuid4()
    based_on = taken_up.based_on if taken_up else now
    if form.is_bound:
        based_on = revision_in(request.POST.get(BASED_ON, now))
    return Opened(
        key=key,
        based_on=based_on,
        is_unsaved=form.is_bound,
        taken_up=Offer(taken_up) if taken_up else None,
        is_gone=TAKEN_UP in request.GET and not (taken_up or form.is_bound),
        is_outdated=bool(taken_up) and based_on != now,
        zone=timezone.get_current_timezone_name(),
        offers=_offers(request.user, article, key),
    )


def form_of(kept: Autosave) -> str:
    """The address of the form that a text was typed in."""
    of = f"admin:articles_{kept.form}"
    if kept.article_id is None:
        return reverse(f"{of}_add")
    return reverse(f"{of}_change", args=[kept.article_id])


def _asked_for(request: HttpRequest, article: Article | None) -> Autosave | None:
    key = key_in(request.GET.get(TAKEN_UP))
    return autosaves.of(request.user, article).filter(key=key).first() if key else None


def _offers(user: Any, article: Article | None, key: UUID) -> list[Offer]:
    kept = autosaves.of(user, article).exclude(key=key)[: autosaves.MOST_SHOWN]
    return list(map(Offer, kept))
