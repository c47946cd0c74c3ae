"""What an article may need a hand for, as far as its own row tells.

Each is a condition with an index of just those articles of which it holds, so that to
count and list them costs what they are, and not what the archive is.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Index, Q, Value
from django.utils.translation import gettext_lazy as _

from articles import fulltext


class Concern(models.TextChoices):
    """Why an article waits in the queue of the desk."""

    DRAFT = "draft", _("Drafts")
    NO_DAY = "no-day", _("No day")
    FUTURE_DAY = "future-day", _("Day in the future")
    EARLY_DOCUMENT = "early-document", _("Document date before the published day")
    NO_CATEGORY = "no-category", _("No category")
    OTHER_SCRIPT = "other-script", _("Language and script disagree")
    TWIN = "twin", _("Possible duplicates among the last added")
    SHORT_BODY = "short-body", _("Very short text")
    MARKUP = "markup", _("Left-over markup")
    REPLACEMENT = "replacement", _("Replacement characters (�)")


_MARKUP = r"</?[a-zA-Z][^<>]*>|&[a-zA-Z]+;|&#[0-9]+;"
_SHORT = r"^.{1,79}$"  # characters; a record that is a headline only has none
_ARABIC = "[\u0620-\u064a\u066e-\u06d3]"
_ARABIC_SCRIPT = ["ur", "ar", "fa", "pnb", "ps", "sd"]
_is_arabic = Q(language__in=_ARABIC_SCRIPT)

OF_ROW = {
    Concern.NO_DAY: Q(published_on=None),
    Concern.EARLY_DOCUMENT: Q(published_on__gt=fulltext.DayInUtc("captured_at")),
    Concern.OTHER_SCRIPT: (_is_arabic & Q(headline__regex="[A-Za-z]"))
    & ~Q(headline__regex=_ARABIC)
    | ~_is_arabic & Q(headline__regex=_ARABIC) & ~Q(headline__regex="[A-Za-z]"),
    Concern.SHORT_BODY: Q(body__regex=_SHORT),
    Concern.MARKUP: Q(headline__regex=_MARKUP) | Q(body__regex=_MARKUP),
    Concern.REPLACEMENT: Q(headline__contains="\ufffd")
    | Q(summary__contains="\ufffd")
    | Q(body__contains="\ufffd"),
}
# Two that have it alike are called alike, whatever the letter case, marks or keyboard.
HEADLINE_KEY = models.Func(
    fulltext.Fold("headline"),
    Value(0),
    function="hashtextextended",
    output_field=models.BigIntegerField(),
)
INDEXES = [
    *(
        Index(F("id").desc(), name=f"article_{name.replace('-', '_')}", condition=holds)
        for name, holds in OF_ROW.items()
    ),
    Index(HEADLINE_KEY, F("published_on"), name="article_called_alike"),
]


class SetAside(models.Model):
    """That an editor looked at an article, and it needs no hand for this after all."""

    article = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="set_aside"
    )
    concern = models.CharField(_("concern"), max_length=20, choices=Concern)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["article", "concern"], name="article_is_set_aside_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.get_concern_display()}"
