"""What an import came to, in words for the desk."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from articles.importing.advice import NAME_THEM, SAY_WHICH_IS_FIRST
from articles.importing.summary import COUNTS, Summary
from articles.models import ImportBatch
from articles.queries.isolation import isolated


def told(summary: Summary) -> str:
    """The counts of an import that was made, in a sentence."""
    counts = {name: getattr(summary, name) for name in COUNTS}
    sentence = _(
        "Imported: %(stored)s stored, %(drafts)s of them drafts, %(updated)s updated, "
        "%(left)s changed and left, %(unchanged)s unchanged, %(refused)s refused."
    )
    return sentence % counts


def going_on(summary: Summary) -> str:
    """Where it went on with what had been broken off; empty where nothing had."""
    if summary.went_on_at is None:
        return ""
    if not summary.went_on_at:
        return _(
            "An earlier import of this file was broken off after its last record. The "
            "counts are those of both."
        )
    sentence = _(
        "An earlier import of this file was broken off, and this one goes on at "
        "%(place)s. The counts are those of both."
    )
    return sentence % {"place": isolated(summary.went_on_at)}


def at_this_desk(refusal: str) -> str:
    """A refusal of what was tried, with what to do about it on the same page."""
    said = refusal.replace(SAY_WHICH_IS_FIRST, _("Choose above which comes first"))
    return said.replace(NAME_THEM, _("choose above what they are"))


def at_any_desk(reason: str) -> str:
    """The reason of a refusal long ago, with what was to be done about it."""
    first = _("Choose which comes first when the file is tried")
    said = reason.replace(SAY_WHICH_IS_FIRST, first)
    return said.replace(NAME_THEM, _("choose what they are when the file is tried"))


def looked_at(summary: Summary) -> dict[str, Any]:
    """The first stories, and what may not be meant."""
    look = summary.look
    return {"stories": look.stories, "warnings": _listed(look.warnings)}


def beside_articles(counted: Summary | ImportBatch) -> dict[str, Any]:
    """What was left out and what was remarked, the commonest first."""
    return {"left_out": _listed(counted.left_out), "notes": _listed(counted.notes)}


def _listed(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    commonest = sorted(counts.items(), key=lambda it: (-it[1], it[0]))
    return [(_in_words(kind), count) for kind, count in commonest]


def _in_words(kind: str) -> str:
    """The readers mark their words for the catalogue; values are the file's own."""
    words, colon, values = kind.partition(": ")
    return f"{_(words)}{colon}{isolated(values)}" if colon else _(words)
