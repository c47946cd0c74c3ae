"""Article number i of an invented archive, which depends on the seed and i alone.

So any number of processes can make slices of one archive, and a small archive is the
beginning of a large one. Article i is of any day: real archives are imported out of
order, and an index by day must not profit from rows that lie in the order of days.
"""

import random
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from bench.search import names
from bench.search.labels import (
    CATEGORIES,
    ENGLISH_SOURCES,
    SOURCES,
    URDU_SOURCES,
    SourceLabel,
)
from bench.search.names import Language
from bench.search.words import TOPICS, Topic, Vocabulary, vocabulary

SEED = 1
SHORTEST, LONGEST = 200, 600  # words of a body
FIRST_DAY, LAST_DAY = date(1996, 1, 1), date(2025, 12, 31)

_URDU_SHARE = 0.1
_DATELINE_SHARE = 0.6
_BYLINE_SHARE = 0.8
_PHRASE_SHARE = 0.7
_GROWTH = 0.02  # a year, of the first year's articles
_TOPIC_STEP = 5  # every fifth word is the topic's
_AFTER_HEADLINE = 70  # by then every word of the headline has stood in the body
_SENTENCE_LENGTHS = range(8, 25)
_HEADLINE_LENGTHS = range(6, 13)


class ArticleText(NamedTuple):
    """What is made up of an article; the names are those of the model's columns."""

    language: Language
    headline: str
    byline: str
    dateline: str
    body: str
    published_on: date
    captured_at: datetime | None
    source_id: int
    source_url: str
    category_ids: tuple[int, ...]


class _Draws(NamedTuple):
    """What is drawn with weights, beside the words."""

    days: list[date]
    day_weights: list[float]
    topic_weights: list[float]
    category_sets: list[tuple[int, ...]]
    sources: dict[Language, list[tuple[int, SourceLabel]]]
    source_weights: dict[Language, list[float]]


def article(number: int, seed: int = SEED) -> ArticleText:
    """The article of a number from 0, always the same."""
    rng, draws = random.Random(seed << 40 | number), _draws()  # noqa: S311
    language: Language = "ur" if rng.random() < _URDU_SHARE else "en"
    words = vocabulary(language)
    topic = rng.choices(words.topics, cum_weights=draws.topic_weights)[0]
    day = rng.choices(draws.days, cum_weights=draws.day_weights)[0]
    headline = _headline(rng, words, topic, language)
    dateline = _dateline(rng, day, language)
    body = _paragraphs(rng, _body(rng, words, topic, headline), language)
    source_id, source = rng.choices(
        draws.sources[language], cum_weights=draws.source_weights[language]
    )[0]
    return ArticleText(
        language=language,
        headline=" ".join(headline).capitalize(),
        byline=_byline(rng, language),
        dateline=dateline,
        body=f"{dateline} — {body}" if dateline else body,
        published_on=day,
        captured_at=_capture(rng, day) if rng.random() < 1 / 3 else None,
        source_id=source_id,
        source_url=f"https://{source.domain}/{day:%Y/%m/%d}/{number}",
        category_ids=rng.choice(draws.category_sets),
    )


@cache
def _draws() -> _Draws:
    days = [
        FIRST_DAY + timedelta(days=n) for n in range((LAST_DAY - FIRST_DAY).days + 1)
    ]
    growth = (1 + _GROWTH * (day.year - FIRST_DAY.year) for day in days)
    numbered = list(enumerate(SOURCES, start=1))
    sources: dict[Language, list[tuple[int, SourceLabel]]] = {
        "en": [pair for pair in numbered if pair[1] in ENGLISH_SOURCES],
        "ur": [pair for pair in numbered if pair[1] in URDU_SOURCES],
    }
    return _Draws(
        days=days,
        day_weights=list(accumulate(growth)),
        topic_weights=_zipf_weights(TOPICS),
        category_sets=_category_sets(),
        sources=sources,
        source_weights={key: _zipf_weights(len(of)) for key, of in sources.items()},
    )


def _zipf_weights(count: int) -> list[float]:
    return list(accumulate(1 / rank for rank in range(1, count + 1)))


def _category_sets() -> list[tuple[int, ...]]:
    """One to three categories each, in sets enough that every combination is likely."""
    rng = random.Random("categories")  # noqa: S311
    ids, weights = range(1, len(CATEGORIES) + 1), _zipf_weights(len(CATEGORIES))
    drawn = (
        rng.choices(ids, cum_weights=weights, k=rng.choice((1, 1, 2, 3)))
        for _ in range(2**14)
    )
    return [tuple(sorted(set(of_article))) for of_article in drawn]


def _headline(
    rng: random.Random, words: Vocabulary, topic: Topic, language: Language
) -> list[str]:
    """Words of the topic, one of its phrases in every other, and a few besides."""
    length = rng.choice(_HEADLINE_LENGTHS)
    phrase = rng.choice(topic.phrases) if rng.random() < 0.5 else ()
    link = rng.choice(names.LINKS[language])
    topical = rng.choices(topic.words, k=2)
    others = rng.choices(words.middle, k=length - len(phrase) - 3)
    return [*others, *phrase, link, *topical]


def _body(
    rng: random.Random, words: Vocabulary, topic: Topic, headline: list[str]
) -> list[str]:
    length = rng.randint(SHORTEST, LONGEST)
    body = rng.choices(words.drawn, k=length)
    topical = range(1, length, _TOPIC_STEP)
    body[1::_TOPIC_STEP] = rng.choices(topic.words, k=len(topical))
    body[3 : 3 + _TOPIC_STEP * len(headline) : _TOPIC_STEP] = headline
    for phrase in topic.phrases:
        if rng.random() < _PHRASE_SHARE:
            place = rng.randrange(_AFTER_HEADLINE, length - 1)
            body[place : place + 2] = phrase
    return body


def _paragraphs(rng: random.Random, words: list[str], language: Language) -> str:
    """The words as sentences, a few of them to a paragraph."""
    stop = "." if language == "en" else "۔"
    most = len(words) // _SENTENCE_LENGTHS[0] + 1
    ends = accumulate(rng.choices(_SENTENCE_LENGTHS, k=most))
    sentences, begin = [], 0
    for end in ends:
        sentences.append(" ".join(words[begin:end]).capitalize() + stop)
        begin = end
        if end >= len(words):
            break
    size = rng.choice((2, 3, 4))
    starts = range(0, len(sentences), size)
    return "\n\n".join(" ".join(sentences[at : at + size]) for at in starts)


def _dateline(rng: random.Random, day: date, language: Language) -> str:
    """A dateline in the form that articles/datelines.py reads, or none."""
    if rng.random() > _DATELINE_SHARE:
        return ""
    place, month = (
        rng.choice(names.PLACES[language]),
        names.MONTHS[language][day.month - 1],
    )
    return (
        f"{place}, {month} {day.day}"
        if language == "en"
        else f"{place}، {day.day} {month}"
    )


def _byline(rng: random.Random, language: Language) -> str:
    if rng.random() > _BYLINE_SHARE:
        return ""
    first = rng.choice(names.FIRST_NAMES[language])
    last = rng.choice(names.LAST_NAMES[language])
    return f"By {first} {last}" if language == "en" else f"{first} {last}"


def _capture(rng: random.Random, day: date) -> datetime:
    """A moment in the 400 days after the publication."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return midnight + timedelta(minutes=rng.randrange(60, 400 * 24 * 60))
