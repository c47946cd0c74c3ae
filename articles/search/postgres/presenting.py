"""What a page shows of its hits: the words found, and the passage with most of them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models.functions import Left

from articles.fulltext import configuration
from articles.marking import marked, passage
from articles.models import Article
from articles.search.answer import Hit
from articles.search.postgres.marking_terms import marking_terms
from articles.search.postgres.prepared import Prepared

# A passage is looked for in the beginning of a body only.
_LOOKED_AT = 20_000


def present(search: Prepared, ids: list[int]) -> list[Hit]:
    """The articles as hits, in the order of their keys."""
    articles = Article.objects.filter(pk__in=ids).for_listing()
    if not search.terms():
        found = articles.in_bulk()
        return [Hit(found[pk], found[pk].headline, "") for pk in ids if pk in found]
    with_text = articles.annotate(text=Left("body", _LOOKED_AT)).in_bulk()
    shown = [with_text[pk] for pk in ids if pk in with_text]
    terms = {
        config: marking_terms(search, config, list(texts))
        for config, texts in _texts(shown).items()
    }
    return [
        Hit(a, marked(a.headline, of_text), passage(a.text, of_text))
        for a in shown
        for of_text in [terms[configuration(a.language)]]
    ]


def _texts(articles: Iterable[Any]) -> dict[str, list[str]]:
    """The texts by the configuration that reads them."""
    texts: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        texts[configuration(article.language)] += [article.headline, article.text]
    return texts
