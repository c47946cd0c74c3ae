"""From a query to PostgreSQL's tsquery, in which words, labels and days are alike."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from articles.fulltext import CONFIGURATIONS, FOLDED
from articles.queries import AllOf, AnyOf, Field, Label, Node, Not, Span, Words
from articles.search.postgres import keys
from articles.search.postgres.labels import Known
from articles.search.postgres.terms import Reading

_LEXEME = re.compile(r"'(?:[^']|'')*'")
_KEYS_OF = {
    Field.ANYWHERE: "",
    Field.HEADLINE: keys.HEADLINE,
    Field.PLACE: keys.PLACE,
    Field.BYLINE: keys.BYLINE,
}


@dataclass(frozen=True, slots=True)
class Compiler:
    """Makes tsqueries of nodes, of what the archive knows of their leaves.

    An empty tsquery sets no condition: so are words that are too common for the index.
    """

    readings: dict[Words, list[Reading]]
    labels: dict[Label, list[Known]] = field(default_factory=dict)
    # Where words that may stand anywhere are looked for.
    anywhere: Field = Field.ANYWHERE
    is_excluding: bool = False

    def compiled(self, node: Node | None) -> str:
        match node:
            case None:
                return ""
            case Words():
                return self._words(node)
            case Label():
                return self._label(node)
            case Span():
                return keys.days(node.first, node.last, node.of)
            case Not():
                excluding = Compiler(self.readings, self.labels, is_excluding=True)
                query = excluding.compiled(node.node)
                return keys.none_of(query) if query else ""
            case AllOf():
                return keys.all_of(map(self.compiled, node.nodes))
            case AnyOf():
                return keys.any_of(map(self.compiled, node.nodes))

    def _label(self, label: Label) -> str:
        found = self.labels[label]
        queries = (keys.label(label.kind, key) for key, _name in found)
        return keys.any_of(queries) or keys.NOTHING

    def _words(self, words: Words) -> str:
        place = self.anywhere if words.field == Field.ANYWHERE else words.field
        readings = self.readings[words]
        if place not in (Field.ANYWHERE, Field.HEADLINE):
            readings = [reading for reading in readings if reading.config == FOLDED]
        if words.is_prefix:
            return _beginning(readings, _KEYS_OF[place])
        with_rules = [r for r in readings if r.config != FOLDED] or readings
        if not any(reading.query for reading in with_rules):
            return ""  # too common in every language that has rules
        told = [reading for reading in readings if reading.query]
        queries = [
            reading.query
            if place == Field.ANYWHERE
            else _keyed(reading, _KEYS_OF[place])
            for reading in told
        ]
        if not self.is_excluding:
            queries += _any_article_in(r.config for r in readings if not r.query)
        return keys.any_of(dict.fromkeys(queries))


def _any_article_in(configs: Iterable[str]) -> list[str]:
    """All articles in the languages in which words are too common to be indexed."""
    codes = [code for c in configs for code, of in CONFIGURATIONS.items() if of == c]
    return [keys.label("language", code) for code in codes]


def _keyed(reading: Reading, key: str) -> str:
    """All lexemes as keys of a kind; in headlines one after the other, as weight A."""
    keyed = [keys.quoted(key + lexeme) for lexeme in reading.lexemes]
    if key == keys.HEADLINE and len(keyed) > 1:
        keyed.append(_LEXEME.sub(lambda lexeme: f"{lexeme[0]}:A", reading.query))
    return keys.all_of(keyed)


def _beginning(readings: list[Reading], key: str) -> str:
    """Any word that begins so, or a lexeme of one that does."""
    queries = [
        keys.all_of(keys.quoted(key + word, is_prefix=True) for word in reading.lexemes)
        for reading in readings
    ]
    queries += [keys.quoted(key + word) for r in readings for word in r.endings]
    return keys.any_of(dict.fromkeys(queries))
