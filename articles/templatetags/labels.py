"""Links to categories and sources, as lists have hundreds of."""

from functools import lru_cache

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.models import Category, Source
from articles.templatetags.articles import label_in

register = template.Library()


@register.simple_tag
def label_link(named: Category | Source, language: str) -> SafeString:
    """A link to a label, which is called as readers of a language know it.

    The page of a day has hundreds, of few labels: a template of its own for each took a
    third of the time of such a page.
    """
    label = label_in(named, language)
    return _link(named.get_absolute_url(), label.name, label.language, label.direction)


@lru_cache(4096)
def _link(address: str, name: str, language: str, direction: str) -> SafeString:
    return format_html(
        '<a href="{}"><bdi lang="{}" dir="{}">{}</bdi></a>',
        *(address, language, direction, name),
    )
