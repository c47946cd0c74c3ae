"""What happened at the desk, by whom and when, in sentences."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.desk.revisions import Change
from articles.models import Presence
from articles.queries.isolation import isolated


def moment(at: datetime) -> str:
    """The time of today, the day and the time of others."""
    local = timezone.localtime(at)
    clock = local.strftime("%H:%M")
    if local.date() == timezone.localdate():
        return clock
    return f"{date_format(local.date())}, {clock}"


def change_in_words(change: Change, reader: Any) -> str:
    """Who changed an article that a reader had opened, and when."""
    if change.is_gone:
        return _("This article was deleted after you had opened it.")
    if change.at is None:
        return _("Somebody changed this article after you had opened it.")
    return _by_whom(change, reader) % {
        "name": isolated(_name(change.user)) if change.user else "",
        "time": isolated(moment(change.at)),
    }


def presence_in_words(presence: Presence) -> str:
    """Who else is there, since when."""
    sentence = _("%(name)s is editing this too, since %(time)s.")
    name, since = _name(presence.user), moment(presence.since)
    return sentence % {"name": isolated(name), "time": isolated(since)}


def _by_whom(change: Change, reader: Any) -> str:
    if change.is_import:
        return _("An import changed this article (%(time)s) after you had opened it.")
    if change.user is None:
        return _("Somebody changed this article (%(time)s) after you had opened it.")
    if change.user == reader:
        return _("You saved this article yourself (%(time)s), in another window.")
    return _("%(name)s saved this article (%(time)s) after you had opened it.")


def _name(user: Any) -> str:
    return str(user.get_full_name() or user.get_username())
