"""Display filters for the search: marks, counts, and texts of two scripts."""

import re

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import languages
from articles.figures import grouped
from articles.forms import SearchForm
from articles.marking import MARK_END, MARK_START
from articles.search import Count

register = template.Library()

_ENDS = tuple('.?!…۔؟”"')  # what a sentence ends in
_LOOKED_AT = 40
_MARKED = re.compile(f"{MARK_START}([^{MARK_START}{MARK_END}]*){MARK_END}")
_STRAY = re.compile(f"[{MARK_START}{MARK_END}]")  # what a text had of its own
_ISOLATED = re.compile("\u2068([^\u2068\u2069]*)\u2069")


@register.filter
def highlight(text: str) -> SafeString:
    """A text with its marks as <mark>: stored text is escaped first, always."""
    marked = _MARKED.sub(r"<mark>\1</mark>", escape(text))
    return mark_safe(_STRAY.sub("", marked))  # noqa: S308


@register.filter
def passage(excerpt: str, opening: str) -> SafeString:
    """The passage that a search found, with dots where text is left out."""
    line = " ".join(excerpt.split())
    plain = line.replace(MARK_START, "").replace(MARK_END, "")
    opens = " ".join(opening.split()).startswith(plain[:_LOOKED_AT])
    before, after = "" if opens else "… ", "" if plain.endswith(_ENDS) else " …"
    return highlight(f"{before}{line}{after}")


@register.filter
def isolated(text: str) -> SafeString:
    """A text whose isolated parts are elements, each in the language of its script."""
    return mark_safe(_ISOLATED.sub(_element, escape(text)))  # noqa: S308


@register.filter
def in_its_script(text: str) -> SafeString:
    """A text that somebody typed, in the language of its script."""
    return format_html('<span lang="{}">{}</span>', languages.of_script(text), text)


def _element(found: re.Match[str]) -> str:
    return f'<bdi lang="{languages.of_script(found[1])}">{found[1]}</bdi>'


@register.filter
def results_in_words(count: Count | None) -> str:
    """How many results there are, as far as that is known."""
    if count is None:
        return _("Results")
    if not count.value:
        return _("No article matches")
    total = {"total": grouped(count.value)}
    if not count.is_exact:
        return _("More than %(total)s results") % total
    return ngettext("%(total)s result", "%(total)s results", count.value) % total


@register.filter
def in_figures(count: Count) -> str:
    """A count in little room: 1,284, or 10,000+ where there are more."""
    return f"{grouped(count.value)}{'' if count.is_exact else '+'}"


@register.simple_tag
def kept(form: SearchForm, *without: str) -> SafeString:
    """What a search consists of, some of it aside, for another form to hand on."""
    return format_html_join(
        "", '<input type="hidden" name="{}" value="{}">', form.kept(*without)
    )
