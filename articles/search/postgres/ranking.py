"""Hits by best match: a bounded number of candidates, ranked.

To rank an article is to read its vector, which a search must not do for all that match.
The candidates are the newest matches, and of older ones those with all words in the
headline: whatever is left out is older than these, and says less.
"""

from datetime import date
from math import exp, log1p
from typing import Any, NamedTuple

from django.db.backends.utils import CursorWrapper

from articles.search.postgres.prepared import Prepared
from articles.search.postgres.walking import Walk

CANDIDATES = 300
HEADLINES = 100
# A phrase of common words is looked for in many articles to find few: after so long,
# one is enough. With none, the page would be empty, and its count would say it is not.
_SECONDS = 0.08
_MOST_TERMS = 4

_FEATURES = """
SELECT article_id, day,
    ts_rank(vector, %(words)s::tsquery), ts_rank_cd(vector, %(words)s::tsquery),
    {in_headline}
FROM articles_searchentry WHERE article_id = ANY (%(ids)s)
"""
_IN_HEADLINE = "(vector @@ %({name})s::tsquery)::int"


class Ranked(NamedTuple):
    """The keys of the articles ranked, the best first; is it all that match?"""

    ids: list[int]
    is_all: bool


class Features(NamedTuple):
    """What the place of an article depends on.

    How often its words occur and how they weigh (ts_rank); how near they stand to each
    other (ts_rank_cd, which is the cover density of Clarke, Cormack and Tudhope,
    "Relevance ranking for one to three term queries", 2000); and what share of them
    stands in the headline, from 0 to 1.
    """

    pk: int
    day: date
    frequency: float
    density: float
    in_headline: float

    def score(self, newest: date) -> float:
        """The better, the higher; weighed by bench/relevance, which compares orders.

        A headline with all words is worth as much as the best text. Proximity and age
        decide between articles that are else alike.
        """
        years = (newest - self.day).days / 365.25
        return (
            self.frequency
            + 0.5 * self.in_headline
            + 0.03 * log1p(self.density)
            + 0.03 * exp(-years / 5)
        )


def ranked(cursor: CursorWrapper, search: Prepared) -> Ranked:
    """The articles that match best, of those that were looked at."""
    if search.days is None:
        return Ranked([], is_all=True)
    newest = Walk(search.query(), search.days).start(
        cursor, CANDIDATES + 1, seconds=_SECONDS, least=1
    )
    is_all = newest.is_all and len(newest.places) <= CANDIDATES
    places = newest.places[:CANDIDATES]
    if not is_all:
        beyond = places[-1] if places else None
        in_headline = Walk(search.headline_query(), search.days).start(
            cursor, HEADLINES, beyond, seconds=_SECONDS
        )
        places += in_headline.places
    found = _features(cursor, search, [place.pk for place in places])
    last = search.days.last
    found.sort(key=lambda f: (f.score(last), f.day, f.pk), reverse=True)
    return Ranked([features.pk for features in found], is_all)


def _features(
    cursor: CursorWrapper, search: Prepared, ids: list[int]
) -> list[Features]:
    terms = search.headline_terms()[:_MOST_TERMS]
    named = {f"term{number}": term for number, term in enumerate(terms)}
    matches = [_IN_HEADLINE.format(name=name) for name in named]
    share = f"({' + '.join(matches)})::float8 / {len(matches)}" if matches else "0"
    values: dict[str, Any] = {"words": search.words_query(), "ids": ids, **named}
    cursor.execute(_FEATURES.format(in_headline=share), values)
    return [Features(*row) for row in cursor.fetchall()]
