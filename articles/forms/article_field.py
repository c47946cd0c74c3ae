"""A form field for one article, by its number or its address."""

from typing import Any
from urllib.parse import unquote, urlsplit

from django import forms
from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.translation import gettext_lazy as _

from articles.models import Article

_LONGEST_NUMBER = 18  # digits: what a key can be, and an address can have


class ArticleField(forms.CharField):
    """An article of whatever state, as a number or any address of this site."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, **options})

    def clean(self, value: Any) -> Article | None:
        """The article; raises ValidationError for what is none."""
        text = super().clean(value)
        if not text:
            return None
        key = _number(text) or _of_address(text)
        found = key and Article.objects.filter(pk=key).defer("body").first()
        if not found:
            raise forms.ValidationError(_("There is no such article in the archive."))
        return found


def _number(text: str) -> int | None:
    is_number = text.isdecimal() and len(text) <= _LONGEST_NUMBER
    return int(text) if is_number else None


def _of_address(text: str) -> int | None:
    """The number in an address, if it is one of an article's pages on this site."""
    try:
        address = urlsplit(text)
        is_ours = address.netloc in {"", urlsplit(settings.SITE_URL).netloc}
        match = resolve(unquote(address.path)) if is_ours else None
    except (ValueError, Resolver404):
        return None
    is_article = match and match.view_name.startswith("articles:article_")
    return match.kwargs.get("pk") if match and is_article else None
