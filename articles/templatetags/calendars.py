"""The days of calendars, of which the page of a year has 365.

With all that a template asks of each, they took three quarters of its time.
"""

from datetime import date

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from articles.browsing.calendars import CalendarDay
from articles.figures import in_digits
from articles.templatetags.articles import in_articles

register = template.Library()

_CURRENT = mark_safe(' aria-current="date"')


@register.simple_tag
def calendar_day(
    day: CalendarDay | None, today: date, current: date | None
) -> SafeString:
    """A cell: a link to the articles of the day, its number, or, for none, nothing."""
    if not day:
        return mark_safe("<td></td>")
    number = in_digits(day.day.day)
    level = f"l{day.level}" if day.count else ""
    kinds = f"{level} today".lstrip() if day.day == today else level
    kind = format_html(' class="{}"', kinds) if kinds else ""
    mark = _CURRENT if day.day == current else ""
    if not day.count:
        return format_html("<td{}{}>{}</td>", kind, mark, number)
    title = in_articles(day.count)
    return format_html(
        '<td{}><a href="{}" title="{}"{}>{}</a></td>',
        *(kind, day.address, title, mark, number),
    )
