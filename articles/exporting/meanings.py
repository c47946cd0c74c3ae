"""What the fields of a record mean, for those who have nothing but the files."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.exporting.records import FIELDS

_DAY = _("A day in ISO 8601, as the source gives it.")
_MEANINGS: dict[str, str | Promise] = {
    "number": _("The number of the article in the archive, in its lasting address."),
    "headline": _("The title, in one line."),
    "summary": _("The paragraph under the title, if the source has one."),
    "byline": _("Who wrote it, as printed."),
    "dateline": _("Place and day that the text opens with, repeated from it."),
    "body": _("The text, with a blank line between paragraphs."),
    "published_on": _DAY,
    "published_at": _("The moment of publication in UTC, where the source gives one."),
    "captured_at": _("The moment in UTC when the archived copy was made."),
    "language": _("The language as a code of BCP 47, such as en or ur."),
    "source": _("Who published it: a paper, an agency or a site."),
    "source_url": _("The address where it was published."),
    "categories": _("What it is filed under; in a table, parted by commas."),
}


def meanings() -> list[tuple[str, str | Promise]]:
    """Every field with its meaning, in the order of a record."""
    return [(name, _MEANINGS[name]) for name in FIELDS]
