"""The bars of rulers, of which a page has sixty: a template of its own for each took
a tenth of the time of such a page.
"""

from functools import lru_cache

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.figures import written
from articles.rulers import TimeBar

register = template.Library()


@register.simple_tag
@lru_cache(1024)
def bar_drawing(height: int, space: int) -> SafeString:
    """A bar that stands in a space of so many units of its drawing."""
    return format_html(
        '<svg class="bar" viewBox="0 0 10 {}" preserveAspectRatio="none"'
        ' aria-hidden="true"><rect width="10" y="{}" height="{}"/></svg>',
        *(space, space - height, height),
    )


@register.simple_tag
def bar_tick(bar: TimeBar, unit: str) -> SafeString:
    """What stands beneath a bar; of a decade its end is for who does not see it."""
    if unit == "day":
        return format_html('<span class="tick">{}</span>', written(bar.first, "j"))
    year = written(bar.first, "Y")
    if unit == "year":
        return format_html('<span class="tick">{}</span>', year)
    return format_html(
        '<bdi class="tick">{}<span class="vh">–{}</span></bdi>',
        *(year, written(bar.last, "Y")),
    )
