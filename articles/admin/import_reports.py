"""What an import came to, in words for the desk."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

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
