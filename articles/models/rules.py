"""What must hold of every article, and the indexes by which articles are found."""

from django.db.models import CheckConstraint, F, Index, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from articles import languages
from articles.days import FIRST_DAY, FIRST_INSTANT, LAST_DAY, LAST_INSTANT

_IN_PUBLIC = Q(state="published")
_NEWEST_FIRST = (F("published_on").desc(), F("id").desc())

INDEXES = [
    Index(
        *_NEWEST_FIRST,
        name="article_newest_first",
        condition=_IN_PUBLIC,
    ),
    Index(*_NEWEST_FIRST, name="article_by_day"),  # the desk lists all states
    Index(F("state"), name="article_hidden", condition=~_IN_PUBLIC),
    Index(
        F("source"),
        *_NEWEST_FIRST,
        name="article_of_source_newest",
        condition=_IN_PUBLIC,
    ),
    Index(
        F("language"),
        *_NEWEST_FIRST,
        name="article_of_language_newest",
        condition=_IN_PUBLIC,
    ),
]

CONSTRAINTS = [
    UniqueConstraint(
        fields=["identity"],
        name="article_is_stored_once",
        violation_error_message=_("The archive has this article already."),
    ),
    UniqueConstraint(fields=["imported_as"], name="article_is_imported_once"),
    CheckConstraint(
        name="article_published_has_headline_and_day",
        condition=~Q(state="published")
        | (~Q(headline="") & Q(published_on__isnull=False)),
        violation_error_message=_("A published article needs a headline and a day."),
    ),
    CheckConstraint(
        name="article_day_lies_between_1500_and_2500",
        condition=Q(published_on__range=(FIRST_DAY, LAST_DAY)),
        violation_error_message=_("A day lies between 1500 and 2500."),
    ),
    CheckConstraint(
        name="article_instants_lie_between_1500_and_2500",
        condition=Q(published_at__isnull=True)
        | Q(published_at__range=(FIRST_INSTANT, LAST_INSTANT)),
    ),
    CheckConstraint(
        name="article_is_visible_from_1500_to_2500",
        condition=Q(visible_from__isnull=True)
        | Q(visible_from__range=(FIRST_INSTANT, LAST_INSTANT)),
        violation_error_message=_("A day lies between 1500 and 2500."),
    ),
    CheckConstraint(
        name="article_document_date_lies_between_1500_and_2500",
        condition=Q(captured_at__isnull=True)
        | Q(captured_at__range=(FIRST_INSTANT, LAST_INSTANT)),
    ),
    CheckConstraint(
        name="article_language_is_known",
        condition=Q(language__in=list(languages.LANGUAGES)),
    ),
    CheckConstraint(
        name="article_withdrawn_has_reason",
        condition=~Q(state="withdrawn") | ~Q(withdrawn_reason=""),
        violation_error_message=_("Say to readers why it is withdrawn."),
    ),
    CheckConstraint(
        name="article_source_url_is_no_front_page",
        condition=~Q(source_url__regex=r"^[^/]*//[^/]*/?$"),
        violation_error_message=_(
            "This is the address of a whole site, not of an article."
        ),
    ),
    CheckConstraint(
        name="article_headline_is_one_line",
        condition=~Q(headline__regex=r"[\n\r]|^\s|\s$"),
    ),
    CheckConstraint(
        name="article_body_is_paragraphs",
        condition=~Q(body__regex=r"\r|\n\n\n|[ \t]\n|^\s|\s$"),
    ),
]
