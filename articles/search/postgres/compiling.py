"""From a query to PostgreSQL's tsquery, in which words, labels and days are alike."""

import re
from dataclasses import dataclass, field

from articles.fulltext import FOLDED
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
                query = self._anywhere().compiled(node.node)
                return keys.none_of(query) if query else ""
            case AllOf():
                return keys.all_of(map(self.compiled, node.nodes))
            case AnyOf():
                return keys.any_of(map(self.compiled, node.nodes))

    def _anywhere(self) -> "Compiler":
        return Compiler(self.readings, self.labels)

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
        if not all(reading.query for reading in readings):
            return ""  # too common in one language, and so not asked for in any
        if place == Field.ANYWHERE:
            return keys.any_of({reading.query: None for reading in readings})
        queries = (_keyed(reading, _KEYS_OF[place]) for reading in readings)
        return keys.any_of(dict.fromkeys(queries))


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
