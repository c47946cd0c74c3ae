"""The ways from a category or a source to its articles in one language."""

from dataclasses import dataclass

from django.conf import settings

from articles import languages
from articles.models import Category, Source
from articles.search import Choice, FacetName, SearchRequest
from articles.search_addresses import Asked


@dataclass(frozen=True, slots=True)
class InLanguage:
    """A language, called as its readers call it, and where its articles are."""

    language: str
    address: str

    @property
    def name(self) -> str:
        return languages.LANGUAGES[self.language].name

    @property
    def direction(self) -> str:
        return languages.direction(self.language)


def in_each_language(label: Category | Source) -> list[InLanguage]:
    """The search of the label, narrowed to each of the site's languages."""
    facet: FacetName = "category" if isinstance(label, Category) else "source"
    asked = Asked.of(SearchRequest(choices={facet: Choice((label.slug,))}))
    return [
        InLanguage(code, asked.with_choice("language", Choice((code,))))
        for code, _name in settings.LANGUAGES
    ]
