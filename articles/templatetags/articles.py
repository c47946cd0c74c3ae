"""Display filters for articles, their labels, and addresses."""

from datetime import datetime
from typing import NamedTuple

from django import template
from django.utils import timezone
from django.utils.encoding import uri_to_iri
from django.utils.translation import ngettext

from articles import addresses, languages
from articles.documents.dates import moment_text
from articles.figures import grouped
from articles.interface import interface_language
from articles.models import Named

register = template.Library()

_ENDS = tuple('.?!…۔؟”"')  # what a sentence or a headline ends in


class Label(NamedTuple):
    """A name as it is shown, in the language that it is written in."""

    name: str
    language: str

    @property
    def direction(self) -> str:
        return languages.direction(self.language)


@register.filter
def as_paragraphs(body: str) -> list[str]:
    """The paragraphs of a body, which blank lines part."""
    return [paragraph for paragraph in body.split("\n\n") if paragraph]


@register.filter
def shorten(text: str, limit: int) -> str:
    """The text on one line; one that reaches the limit ends at a word before it."""
    line = " ".join(text[: limit + 1].split())
    if len(text) < limit:
        return line
    words = line[:limit].rpartition(" ")[0] or line[:limit]
    return words.rstrip(" ,;:–—-،؛") + " …"


@register.filter
def spoken(language: str) -> str:
    """The language itself if the site's own words are in it, else the site's first."""
    return interface_language(language)


@register.filter
def label_in(named: Named, language: str) -> Label:
    """The name of a category or a source as readers of a language know it."""
    return Label(*named.name_in(language))


@register.filter
def language_label(language: str) -> Label:
    """A language, called as its readers call it."""
    return Label(languages.LANGUAGES[language].name, language)


@register.filter
def in_articles(count: int) -> str:
    """How many articles that is: "24 articles"."""
    words = ngettext("%(total)s article", "%(total)s articles", count)
    return words % {"total": grouped(count)}


@register.filter
def document_date(moment: datetime) -> str:
    """The moment on the archive's clock, as documents write it."""
    return moment_text(timezone.localtime(moment))


@register.filter
def in_letters(address: str) -> str:
    """The address as one reads it: coded, a letter of Urdu takes six bytes."""
    return uri_to_iri(address)


@register.filter
def site(address: str) -> str:
    """The site of a web address: "riverpost.example"."""
    return addresses.site(address)


@register.filter
def script_of(text: str) -> str:
    """The language, of the archive's two, that a text is written in."""
    return languages.of_script(text)


@register.filter
def direction(language: str) -> str:
    """The direction of a language's script: "ltr" or "rtl"."""
    return languages.direction(language)


@register.filter
def as_sentence(headline: str, language: str) -> str:
    """A headline as it is cited: in English with a full stop, if it has no end."""
    return headline if language == "ur" or headline.endswith(_ENDS) else f"{headline}."
