"""The languages that the site's own words are in."""

from django.conf import settings
from django.utils.translation import get_language, gettext_noop

# Django's own Urdu misspells Saturday, and calls Monday by a name of other papers than
# those of Pakistan; our catalogue goes first.
_OTHERWISE_IN_URDU = (
    *(gettext_noop("Saturday"), gettext_noop("Sat")),
    *(gettext_noop("Monday"), gettext_noop("Mon")),
)


def interface_language(language: str) -> str:
    """The language itself if the site speaks it, else the one it starts in."""
    return language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def name_for_reader(name: str, name_ur: str) -> str:
    """The one of a label's names that the page is to show: in Urdu, that in Urdu."""
    return name_ur if name_ur and get_language() == "ur" else name
