"""An article becomes again what it was: that makes a new version, and removes none."""

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles import characters
from articles.desk.history import Version
from articles.models import Article, Category, Correction, Kind, LabelMove, Source
from articles.models.corrections import TOLD
from articles.models.versions import FIELDS

# Whether it is in public, and from when on, is what editors decide today.
_KEPT = {"state", "withdrawn_reason", "visible_from", "source"}


class NoteIsMissingError(Exception):
    """What readers may have read would change, and nobody tells them."""


@transaction.atomic
def restore(article: Article, version: Version, *, note: str, by: Any) -> list[str]:
    """Give an article the values of a version; says what could not be given back.

    Whether it is in public stays: it is to have been read while nobody else changes it.

    Raises ValidationError where the archive cannot have it so, for instance because it
    has the same article once more, and NoteIsMissingError. Nothing is changed then.
    """
    note = _shaped(note)
    was = {name: getattr(article, name) for name in TOLD}
    for name in FIELDS:
        if name not in _KEPT:
            setattr(article, name, version.values[name])
    missing = _give_back_source(article, version)
    is_corrected = any(getattr(article, name) != value for name, value in was.items())
    if article.is_published and is_corrected and not note:
        raise NoteIsMissingError
    article.full_clean()
    if Article.objects.same_as(article).exists():
        raise ValidationError(_("The archive has the same article once more."))
    article.save()
    wanted = _today(Kind.CATEGORY, version.categories)
    found = Category.objects.filter(pk__in=wanted)
    if len(found) < len(wanted):
        missing.append(_("a category that was deleted since"))
    article.categories.set(found)
    if article.is_published and note:
        Correction.objects.add(article, note, by=by, has_version=is_corrected)
    return missing


def _shaped(note: str) -> str:
    """The note as it can be stored; raises ValidationError for one too long."""
    line = characters.one_line(characters.storable(note)[0])
    if line:
        Correction._meta.get_field("note").run_validators(line)
    return line


def _give_back_source(article: Article, version: Version) -> list[str]:
    key = version.values["source"]
    keys = _today(Kind.SOURCE, {key} - {None})
    found = Source.objects.filter(pk__in=keys).first()
    if key and found is None:
        return [_("the source, which was deleted since")]
    article.source = found
    return []


def _today(kind: Kind, keys: Collection[int]) -> set[int]:
    """The keys of labels, or of those that they were merged into since."""
    moves = LabelMove.objects.merged(kind, keys)
    return {(key in moves and moves[key].label_key) or key for key in keys}


def reasons(error: ValidationError) -> str:
    """Why an article cannot be so, in words."""
    return " ".join(str(message) for message in error.messages)
