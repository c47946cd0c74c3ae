"""The way from a page to its other edition."""

from typing import Any, NamedTuple

from django import template
from django.conf import settings
from django.utils.translation import get_language

from articles import languages
from articles.editions import address_in, front_page_in

register = template.Library()


class Edition(NamedTuple):
    """A language of the site, and where a page, or else the front page, is in it."""

    language: str
    address: str

    @property
    def direction(self) -> str:
        return languages.direction(self.language)

    @property
    def name(self) -> str:
        return languages.LANGUAGES[self.language].name


@register.simple_tag(takes_context=True)
def other_editions(
    context: dict[str, Any], is_error: bool | None = None
) -> list[Edition]:
    """The page in the other languages, what was asked of it kept.

    In place of an error, and of a page with one address, stands the front page.
    """
    request = context["request"]
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    others = (code for code, _name in settings.LANGUAGES if code != get_language())
    return [
        Edition(code, f"{address}{query}")
        if not is_error and (address := address_in(code, request.path))
        else Edition(code, front_page_in(code))
        for code in others
    ]


@register.simple_tag(takes_context=True)
def editions(context: dict[str, Any]) -> list[Edition]:
    """The page in every language; none if it has one address only."""
    codes = [code for code, _name in settings.LANGUAGES]
    found = [(code, address_in(code, context["request"].path)) for code in codes]
    return [Edition(code, address) for code, address in found if address]
