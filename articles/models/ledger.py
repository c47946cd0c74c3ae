"""The ledger of imports: what came in, when, by whom, and each record as it came."""

import zlib
from pathlib import PurePath
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles import addresses
from articles.models.article import Article


class ImportBatchQuerySet(models.QuerySet["ImportBatch"]):
    """Imports, the newest first."""

    def that_brought_something(self) -> Self:
        """Those that stored or changed an article, and all that readers are told of."""
        return self.filter(Q(stored__gt=0) | Q(updated__gt=0))


class ImportBatch(models.Model):
    """One import, from its beginning to its end, and what it came to.

    It has no end while it runs, and when it was broken off: the same files go on in it.
    """

    started_at = models.DateTimeField(_("began"), auto_now_add=True)
    finished_at = models.DateTimeField(_("ended"), null=True, editable=False)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        editable=False,
        verbose_name=_("imported by"),
    )
    is_update = models.BooleanField(_("updates"), default=False, editable=False)
    # How the records are read, where that was said: another way is another import.
    reading = models.JSONField(default=dict, editable=False)
    stored = models.PositiveBigIntegerField(_("stored"), default=0)
    drafts = models.PositiveBigIntegerField(_("drafts"), default=0)
    updated = models.PositiveBigIntegerField(_("updated"), default=0)
    left = models.PositiveBigIntegerField(_("changed and left"), default=0)
    unchanged = models.PositiveBigIntegerField(_("unchanged"), default=0)
    refused = models.PositiveBigIntegerField(_("refused"), default=0)
    # How many of each kind, in the words of its reader; a value comes after a colon.
    left_out = models.JSONField(_("left out"), default=dict, editable=False)
    notes = models.JSONField(_("remarks"), default=dict, editable=False)
    # Kept, because an import may have a million files, and lists have many imports.
    file_count = models.PositiveBigIntegerField(_("files"), default=0, editable=False)
    first_files = models.JSONField(default=list, editable=False)
    undone_at = models.DateTimeField(_("undone"), null=True, editable=False)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        editable=False,
        verbose_name=_("undone by"),
    )

    objects = ImportBatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-pk"]
        permissions = [("undo_import", "Can undo an import")]

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M}"

    @property
    def left_out_count(self) -> int:
        """How many things were left out, of whatever kind."""
        return sum(self.left_out.values())

    @property
    def first_names(self) -> list[str]:
        """The names of its first files, for everybody."""
        return list(map(_public_name, self.first_files))

    @property
    def more_files_count(self) -> int:
        """How many files it has beside the first."""
        return self.file_count - len(self.first_files)


class ImportedFile(models.Model):
    """A file of an import, and how many of its records were dealt with so far."""

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="files")
    name = models.TextField(_("name"))
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True)
    size = models.PositiveBigIntegerField(_("bytes"), default=0)
    records = models.PositiveBigIntegerField(_("records"), default=0)
    is_finished = models.BooleanField(_("finished"), default=False)

    class Meta:
        verbose_name = _("imported file")
        verbose_name_plural = _("imported files")
        indexes = [
            models.Index(
                fields=["sha256"],
                name="imported_file_unfinished",
                condition=Q(is_finished=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ImportRefusal(models.Model):
    """A record that was not stored: where it stands, the field at fault, and why."""

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="refusals")
    place = models.TextField(_("place"))
    field = models.TextField(_("field"))
    reason = models.TextField(_("reason"))
    is_dealt_with = models.BooleanField(_("dealt with"), default=False)

    class Meta:
        verbose_name = _("refused record")
        verbose_name_plural = _("refused records")
        indexes = [
            models.Index(
                fields=["-id"],
                name="import_refusal_open",
                condition=Q(is_dealt_with=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.place}: {self.field}: {self.reason}"


class Original(models.Model):
    """A record as it came, beside the article that it was stored as or changed."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="originals")
    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="originals")
    stored_at = models.DateTimeField()
    is_first = models.BooleanField(help_text="Whether the article was made of it.")
    place = models.TextField()
    format = models.CharField(max_length=20)  # the name of its reader
    sha256 = models.BinaryField(max_length=32)  # of the bytes, unpacked
    packed = models.BinaryField()  # by zlib (RFC 1950)

    def __str__(self) -> str:
        return self.place

    def unpacked(self) -> bytes:
        """The record, byte for byte."""
        return zlib.decompress(self.packed)


def _public_name(name: str) -> str:
    """A file's name without folders, or the host and path of an address."""
    if addresses.has_scheme(name):
        return addresses.shown(name).partition("://")[2]
    return PurePath(name).name
