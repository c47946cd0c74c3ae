"""The languages that the site's own words are in."""

from django.conf import settings


def interface_language(language: str) -> str:
    """The language itself if the site speaks it, else the one it starts in."""
    return language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
