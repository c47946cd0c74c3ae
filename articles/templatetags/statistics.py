"""Display filters for statistics: shares in words."""

from django import template
from django.utils.translation import gettext as _

from articles.figures import grouped

register = template.Library()


@register.filter
def share_of(part: int, whole: int) -> str:
    """A share in hundredths, on one line; nothing and all are said of these alone."""
    hundredths = round(part * 100 / whole) if whole else 0
    if 0 < part < whole:
        hundredths = min(hundredths, 99)
    words = _("%(figure)s %%") if hundredths or not part else _("under %(figure)s %%")
    figure = hundredths if hundredths or not part else 1
    return (words % {"figure": grouped(figure)}).replace(" ", "\u00a0")
