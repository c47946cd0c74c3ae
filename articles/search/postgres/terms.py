"""How PostgreSQL reads the words of a query: as lexemes, in each language there is."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django.db.backends.utils import CursorWrapper

from articles.keyboards import spellings
from articles.queries import Words

_LAST_CHARACTER = "\U0010ffff"
_MOST_BEGINNINGS = 200


class Reading(NamedTuple):
    """A term as one text search configuration reads it.

    `query` is the tsquery, empty when all its words are too common for the index, and
    `lexemes` are those of the term, in no order. Of a prefix the lexemes are what words
    begin with, and `endings` are those of words that begin so while they themselves do
    not: univers, for universit*.
    """

    config: str
    query: str
    lexemes: list[str]
    endings: list[str]


# A language with rules of its own is not typed on the keyboard of another one: only the
# folded ones are looked for in several spellings.
_READINGS = """
WITH RECURSIVE occurring(code) AS (
    SELECT min(language) FROM articles_article WHERE state = 'published'
    UNION ALL
    SELECT (SELECT min(language) FROM articles_article
            WHERE state = 'published' AND language > code)
    FROM occurring WHERE code IS NOT NULL
), config(name) AS (
    SELECT 'simple'::regconfig UNION SELECT 'archive_english'::regconfig
    UNION SELECT archive_config(code) FROM occurring WHERE code IS NOT NULL
), typed AS (
    SELECT number, name, archive_text(name, spelling) AS text, is_prefix,
        archive_fold(spelling) AS folded
    FROM unnest(%s::int[], %s::text[], %s::bool[], %s::bool[])
        AS spelt(number, spelling, is_typed, is_prefix)
    CROSS JOIN config WHERE is_typed OR name = 'simple'::regconfig
)
SELECT number, name::text, phraseto_tsquery(name, text)::text,
    tsvector_to_array(CASE WHEN is_prefix
        THEN archive_vector('simple', folded) ELSE to_tsvector(name, text) END),
    CASE WHEN is_prefix AND name <> 'simple'::regconfig THEN ARRAY(
        SELECT DISTINCT lexeme
        FROM (
            SELECT word FROM articles_word
            WHERE word ~>=~ folded AND word ~<~ (folded || %s)
            LIMIT %s
        ) AS beginning_so, unnest(tsvector_to_array(to_tsvector(name, word))) AS lexeme
        WHERE NOT starts_with(lexeme, folded)
    ) ELSE '{}' END
FROM typed
"""


def readings(
    cursor: CursorWrapper, terms: Iterable[Words]
) -> dict[Words, list[Reading]]:
    """What each term is in the index, in one question to the database."""
    known = list(dict.fromkeys(terms))
    typed = [
        (number, spelling, spelling == term.text, term.is_prefix)
        for number, term in enumerate(known)
        for spelling in _spellings(term)
    ]
    found: dict[Words, list[Reading]] = defaultdict(list)
    if typed:
        columns = [list(column) for column in zip(*typed, strict=True)]
        cursor.execute(_READINGS, [*columns, _LAST_CHARACTER, _MOST_BEGINNINGS])
        for number, *reading in cursor.fetchall():
            found[known[number]].append(Reading(*reading))
    return found


def _spellings(term: Words) -> list[str]:
    if term.is_phrase:  # every word of it could be any of several: the likeliest only
        likeliest = (spellings(word)[0] for word in term.text.split())
        return list(dict.fromkeys([term.text, " ".join(likeliest)]))
    return list(dict.fromkeys([term.text, *spellings(term.text)]))
