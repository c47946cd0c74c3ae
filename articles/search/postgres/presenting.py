"""What a page shows of its hits: the words found, and the passage with most of them."""

from collections import defaultdict
from typing import Any, NamedTuple

from django.db.models.functions import Left

from articles.fulltext import configuration
from articles.marking import Text, marked, passage
from articles.models import Article
from articles.search.answer import Hit
from articles.search.postgres.marking_terms import marking_terms
from articles.search.postgres.prepared import Prepared

# A passage is looked for in the beginning of a body only.
_LOOKED_AT = 20_000


class _Read(NamedTuple):
    """An article with its texts, read for words."""

    article: Article
    headline: Text
    summary: Text
    body: Text

    @property
    def config(self) -> str:
        return configuration(self.article.language)


def present(search: Prepared, ids: list[int]) -> list[Hit]:
    """The articles as hits, in the order of their keys."""
    articles = Article.objects.filter(pk__in=ids).for_listing()
    if not search.terms():
        found = articles.in_bulk()
        return [Hit(found[pk], found[pk].headline, "") for pk in ids if pk in found]
    with_text = articles.annotate(text=Left("body", _LOOKED_AT)).in_bulk()
    shown = [_read(with_text[pk]) for pk in ids if pk in with_text]
    terms = {
        config: marking_terms(search, config, texts)
        for config, texts in _texts(shown).items()
    }
    return [
        Hit(
            of.article,
            marked(of.headline, found),
            passage(of.body, found) or passage(of.summary, found),
        )
        for of in shown
        for found in [terms[of.config]]
    ]


def _read(article: Any) -> _Read:
    texts = (article.headline, article.summary, article.text)
    return _Read(article, *map(Text, texts))


def _texts(shown: list[_Read]) -> dict[str, list[Text]]:
    """The texts by the configuration that reads them."""
    texts: dict[str, list[Text]] = defaultdict(list)
    for of in shown:
        texts[of.config] += [of.headline, of.summary, of.body]
    return texts
