"""The editions of the site: its lists in each of the languages that it speaks.

The first language's lists have no prefix, the other's lie under /ur/, and all show the
same articles. An article has one address, and is framed in its own language.
"""

import re
from re import Pattern
from typing import Any

from django.conf import settings
from django.urls import Resolver404, URLPattern, URLResolver, resolve, reverse
from django.utils import translation


class _EditionPrefix:
    """The prefix of the language that is spoken at the moment.

    Django's LocalePrefixPattern does the same, and may stand in the project's urls.py
    only, where no namespace could hold the lists and the articles together.
    """

    converters: dict[str, Any] = {}

    @property
    def regex(self) -> Pattern[str]:
        return re.compile(re.escape(str(self)))

    def match(self, path: str) -> tuple[str, tuple[()], dict[str, Any]] | None:
        prefix = str(self)
        return (path.removeprefix(prefix), (), {}) if path.startswith(prefix) else None

    def check(self) -> list[Any]:
        return []

    def describe(self) -> str:
        return f"'{self}'"

    def __str__(self) -> str:
        return prefix_of(translation.get_language())


def prefix_of(language: str | None) -> str:
    """What the addresses of a language's lists begin with, after the first slash."""
    return "" if language in {None, settings.LANGUAGE_CODE} else f"{language}/"


def in_each_edition(*patterns: URLPattern) -> URLResolver:
    """Pages that each language has, at an address of its own."""
    prefix: Any = _EditionPrefix()  # whose kind the stubs do not know
    return URLResolver(prefix, list(patterns))


def address_in(language: str, path: str) -> str | None:
    """Where the page of this path is in a language; nowhere if it has no editions."""
    bare = without_prefix(path)
    if not all(_is_page(code, bare) for code, _name in settings.LANGUAGES):
        return None
    return f"/{prefix_of(language)}{bare}"


def front_page_in(language: str) -> str:
    """Where the front page of a language is."""
    with translation.override(language):
        return reverse("articles:home")


def without_prefix(path: str) -> str:
    """The path from its first part on that every edition has."""
    path = path.removeprefix("/")
    prefixes = [prefix_of(code) for code, _name in settings.LANGUAGES]
    return next((path[len(p) :] for p in prefixes if p and path.startswith(p)), path)


def _is_page(language: str, path: str) -> bool:
    with translation.override(language):
        try:
            resolve(f"/{prefix_of(language)}{path}")
        except Resolver404:
            return False
    return True
