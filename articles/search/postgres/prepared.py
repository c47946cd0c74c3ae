"""A request as the index is asked: all its names looked up, and what it leaves out."""

from dataclasses import dataclass, replace

from django.db import connection
from django.db.backends.utils import CursorWrapper

from articles.queries import AllOf, AnyOf, Field, Label, Node, Not, Words
from articles.queries.nodes import all_of, any_of
from articles.queries.selecting import leaves, wanted, wanted_words
from articles.search.answer import Understood
from articles.search.postgres.compiling import Compiler
from articles.search.postgres.labels import known
from articles.search.postgres.terms import readings
from articles.search.postgres.walking import Days
from articles.search.request import FacetName, SearchRequest

_EXTENT = """
SELECT (SELECT day FROM articles_publicentry
        ORDER BY day, article_id LIMIT 1),
    (SELECT day FROM articles_publicentry
        ORDER BY day DESC, article_id DESC LIMIT 1)
"""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a request comes to: tsqueries, and the days in which something can be found.

    `days` is None when there are none, be it that the archive is empty.
    """

    request: SearchRequest
    compiler: Compiler
    days: Days | None
    understood: Understood

    def query(self, *, without: FacetName | None = None) -> str:
        """What is asked of articles of these days; all but one facet, if one is named.

        The days themselves are left to those who look for it there: twice the keys
        would be twice the work.
        """
        node = self.request.node_within_days(without=without)
        return self.compiler.compiled(self._known(node))

    def headline_query(self) -> str:
        """The same, with all its words in the headline."""
        node = self.request.node_within_days()
        return self._in_headline().compiled(self._known(node))

    def whole_query(self) -> str:
        """All that is asked, of whatever day."""
        return self.compiler.compiled(self._known(self.request.node()))

    def words_query(self) -> str:
        """The words that are to be found, without the rest: what hits are ranked by."""
        return self.compiler.compiled(wanted(self._known(self.request.query.node)))

    def headline_terms(self) -> list[str]:
        """Each of these words, in the headline."""
        in_headline = self._in_headline()
        return [query for query in map(in_headline.compiled, self.terms()) if query]

    def terms(self) -> list[Words]:
        """The words that are to be found, in their order."""
        return wanted_words(self._known(self.request.query.node))

    def _in_headline(self) -> Compiler:
        return replace(self.compiler, anywhere=Field.HEADLINE)

    def _known(self, node: Node | None) -> Node | None:
        return _as_text(node, set(self.understood.unknown))


def prepare(request: SearchRequest) -> Prepared:
    """Look up what a request names; raises nothing for what there is not."""
    with connection.cursor() as cursor:
        asked = list(leaves(request.node()))
        labels = known(cursor, [leaf for leaf in asked if isinstance(leaf, Label)])
        unknown = tuple(
            leaf
            for leaf in dict.fromkeys(asked)
            if isinstance(leaf, Label) and leaf not in labels and not leaf.is_slug
        )
        words = [leaf for leaf in asked if isinstance(leaf, Words)]
        words += [_text_of(label) for label in unknown]
        compiler = Compiler(readings(cursor, words), labels)
        days = _days(cursor, request)
    ignored = tuple(w for w in dict.fromkeys(words) if not compiler.compiled(w))
    names = {label: found[0].name for label, found in labels.items()}
    return Prepared(request, compiler, days, Understood(names, unknown, ignored))


def _days(cursor: CursorWrapper, request: SearchRequest) -> Days | None:
    cursor.execute(_EXTENT)
    oldest, newest = cursor.fetchone()
    if oldest is None:
        return None
    first, last = request.days()
    days = Days(max(first or oldest, oldest), min(last or newest, newest))
    return days if days.first <= days.last else None


def _as_text(node: Node | None, unknown: set[Label]) -> Node | None:
    """A query with its unknown labels as words."""
    match node:
        case Label() if node in unknown:
            return _text_of(node)
        case Not():
            inner = _as_text(node.node, unknown)
            return Not(inner) if inner else None
        case AllOf():
            return all_of(_as_text(part, unknown) for part in node.nodes)
        case AnyOf():
            return any_of(_as_text(part, unknown) for part in node.nodes)
        case _:
            return node


def _text_of(label: Label) -> Words:
    return Words(label.name, is_phrase=" " in label.name)
