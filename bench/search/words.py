"""Words by rank, as often as Zipf's law has them, and the topics that share them.

The commonest words are real, so that stop words and stemming play their part. The rest
is invented: it can be pronounced, and nobody can take it for news.

Ranks that end in 0 are in no topic, and no other word is made a form of theirs: how
often they occur follows from the rank alone. That makes them the ones to search for.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

from bench.search import names
from bench.search.names import Language

TOPICS = 2000
PHRASES = 3  # of each topic
_WORDS_OF_TOPIC = 60
_TOPIC_RANKS = (150, 25_000)
_MIDDLE_RANKS = (70, 20_000)

_RARE_STOP_WORDS = {"being", "doing", "during", "further", "having"}
_TYPES: dict[Language, int] = {"en": 120_000, "ur": 40_000}
_COPIES: dict[Language, int] = {"en": 2**22, "ur": 2**20}
_LETTERS_LOST = "ہںیے"  # before an Urdu ending


@dataclass(frozen=True)
class Topic:
    """What several articles are about: its words, and pairs that stay together."""

    words: list[str]  # each as often as it is to be drawn
    phrases: list[tuple[str, str]]


@dataclass(frozen=True)
class Vocabulary:
    """A language's words, and the lists from which a word is drawn by one index.

    In those a word stands as often as its share of the text asks for: to draw one takes
    a fraction of the time of a search in cumulated weights.
    """

    by_rank: list[str]
    drawn: list[str]
    middle: list[str]  # neither function words nor rare ones, for headlines
    topics: list[Topic]


def word(rank: int, language: Language = "en") -> str:
    """The word of a rank, from 1 for the commonest to 120,000 (40,000 in Urdu)."""
    return vocabulary(language).by_rank[rank - 1]


def phrase(topic: int, which: int = 0, language: Language = "en") -> str:
    """Two words that stand side by side in the articles of a topic.

    Topic 0 has the most articles (one in 8), topic 1999 the fewest (one in 16,000).
    """
    return " ".join(vocabulary(language).topics[topic].phrases[which])


@cache
def vocabulary(language: Language) -> Vocabulary:
    """All words of a language, made once in a process, in about a second."""
    rng = random.Random(f"words of {language}")  # noqa: S311
    by_rank = _words(rng, language)
    ends = _zipf(len(by_rank), _COPIES[language])
    drawn = [
        copy
        for text, (begin, end) in zip(by_rank, pairwise([0, *ends]), strict=True)
        for copy in [text] * (end - begin)
    ]
    first, last = _MIDDLE_RANKS
    middle = drawn[ends[first] : ends[last]]
    return Vocabulary(by_rank, drawn, middle, list(_topics(rng, by_rank)))


def _zipf(types: int, copies: int) -> list[int]:
    """Where the copies of each rank end, when all are written one after the other."""
    cumulated = list(accumulate(1 / rank for rank in range(1, types + 1)))
    return [round(copies * share / cumulated[-1]) for share in cumulated]


def _words(rng: random.Random, language: Language) -> list[str]:
    """The real words, then invented ones; one in eight is another's plural or such."""
    words = list(names.COMMONEST[language])
    real, taken = len(words), _RARE_STOP_WORDS.union(words)
    while len(words) < _TYPES[language]:
        rank = len(words) + 1
        base = rng.randint(1, rank - 1)
        if rank % 8 == 7 and base % 10 and base > real:
            ending = rng.choice(names.ENDINGS[language])
            new = words[base - 1].rstrip(_LETTERS_LOST) + ending
        else:  # common words are short
            new = _invented(rng, language, 2 if rank < 5000 else rng.choice((2, 3, 3)))
        if new not in taken:
            taken.add(new)
            words.append(new)
    return words


def _invented(rng: random.Random, language: Language, syllables: int) -> str:
    sounds = (names.ONSETS[language], names.VOWELS[language], names.CODAS[language])
    last = (names.ONSETS["ur"],) if language == "ur" else ()
    parts = [*sounds * syllables, *last, names.LAST_SOUNDS[language]]
    return "".join(map(rng.choice, parts)).replace("-", "")


def _topics(rng: random.Random, by_rank: list[str]) -> Iterator[Topic]:
    """Topics of words from the middle ranks, their first words the most frequent."""
    least, most = _TOPIC_RANKS
    for _ in range(TOPICS):
        ranks: list[int] = []
        while len(ranks) < _WORDS_OF_TOPIC:
            rank = int(least * (most / least) ** rng.random())
            if rank % 10 and rank not in ranks:
                ranks.append(rank)
        words = [by_rank[rank - 1] for rank in ranks]
        shares = (1 + 6 // (place + 1) for place in range(len(words)))
        drawn = [
            copy for text, n in zip(words, shares, strict=True) for copy in [text] * n
        ]
        pairs = zip(words[0 : 2 * PHRASES : 2], words[1 : 2 * PHRASES : 2], strict=True)
        yield Topic(drawn, list(pairs))
