"""The same searches over articles in every state, for the lists of the desk."""

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q

from articles.search.postgres.prepared import prepare
from articles.search.request import SearchRequest


class CompiledQuery(SearchQuery):
    """A tsquery that is compiled already: its words are lexemes and read no further."""

    template = "(%(expressions)s)::tsquery"


def condition(request: SearchRequest) -> Q:
    """What a request asks of articles, drafts and withdrawn ones among them."""
    query = prepare(request).whole_query()
    return Q(entry__vector=CompiledQuery(query)) if query else Q()
