"""Links to categories and sources, as lists have hundreds of."""

from functools import lru_cache
from typing import Any

from django import template
from django.urls import get_script_prefix, get_urlconf
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from articles.models import Category, Source
from articles.templatetags.articles import Label, label_in

register = template.Library()


@register.simple_tag
def label_link(named: Category | Source, language: str) -> SafeString:
    """A link to a label, which is called as readers of a language know it.

    The page of a day has hundreds, of few labels: a template of its own for each took a
    third of the time of such a page.
    """
    # What an address depends on: an export of pages has its own for each of them.
    place = get_language(), get_urlconf(), get_script_prefix()
    return _link(type(named), named.slug, label_in(named, language), place)


@lru_cache(4096)
def _link(
    model: type[Category | Source], slug: str, label: Label, _place: tuple[Any, ...]
) -> SafeString:
    return format_html(
        '<a href="{}"><bdi lang="{}" dir="{}">{}</bdi></a>',
        *(model(slug=slug).get_absolute_url(), label.language, label.direction),
        label.name,
    )
