"""Display filters for numbers and days, in the digits of the language that is spoken.

What machines read of a day (`datetime`, addresses) takes Django's own `date`.
"""

from datetime import date

from django import template

from articles import figures

register = template.Library()


@register.filter
def figure(number: int) -> str:
    """A count: 12,345."""
    return figures.grouped(number)


@register.filter
def digits(number: int) -> str:
    """A year or the number of a page: 2025."""
    return figures.in_digits(number)


@register.filter(expects_localtime=True)
def written(day: date | None, form: str) -> str:
    """A day or a moment in words: "18 April 2025"; no day is no text."""
    return figures.written(day, form) if day else ""
