"""The words of some texts that a query finds there, as those texts write them.

A stemmed language is asked of PostgreSQL once more: its own stemmer says which of the
words written are the lexeme that was found.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db import connection

from articles.fulltext import FOLDED
from articles.marking import Term, Text
from articles.queries import Words
from articles.search.postgres.prepared import Prepared
from articles.search.postgres.terms import Reading

_STEP = re.compile(r"'((?:[^']|'')*)'|<(\d+)>")
# A stemmer changes endings: but for a few letters at its end, a lexeme is what words
# begin with (flies and fli, hoping and hope), and no other words need asking about.
_ENDING, _SHORTEST = 3, 2
_STEMMED = """
SELECT word, tsvector_to_array(to_tsvector(%s::regconfig, word))
FROM unnest(%s::text[]) AS word
"""


def marking_terms(search: Prepared, config: str, texts: list[Text]) -> list[Term]:
    """What is to be marked in texts of one configuration."""
    found = [
        (words, reading)
        for words in search.terms()
        for reading in search.compiler.readings[words]
        if reading.config == config
    ]
    lexemes = {lexeme for _w, r in found for lexeme in (*r.lexemes, *r.endings)}
    written = _as_written(config, lexemes, texts)
    terms = [term for words, r in found for term in _terms(words, r, written)]
    return list(dict.fromkeys(terms))


def _terms(
    words: Words, reading: Reading, written: dict[str, frozenset[str]]
) -> Iterator[Term]:
    if words.is_prefix:
        yield Term((frozenset(reading.lexemes),), is_prefix=True)
        for ending in reading.endings:
            yield Term((written[ending],))
    elif reading.query:
        yield Term(tuple(_places(reading.query, written)))


def _places(query: str, written: dict[str, frozenset[str]]) -> Iterator[frozenset[str]]:
    """The words of each place of a phrase; none for one that any word may take."""
    for lexeme, distance in _STEP.findall(query):
        if distance:
            yield from [frozenset()] * (int(distance) - 1)
        else:
            yield written[lexeme.replace("''", "'")]


def _as_written(
    config: str, lexemes: set[str], texts: Iterable[Text]
) -> dict[str, frozenset[str]]:
    """The folded words that stand for each lexeme."""
    written = defaultdict(set, {lexeme: {lexeme} for lexeme in lexemes})
    if config != FOLDED and lexemes:
        beginnings = {lex[: max(_SHORTEST, len(lex) - _ENDING)] for lex in lexemes}
        words = {w.folded for text in texts for w in text.words_beginning(beginnings)}
        with connection.cursor() as cursor:
            cursor.execute(_STEMMED, [config, list(words)])
            for word, stems in cursor.fetchall():
                for stem in stems:
                    written[stem].add(word)
    return {lexeme: frozenset(words) for lexeme, words in written.items()}
