"""What is searched for: one query of each kind, chosen by how much it finds.

The shares named are those of the invented archive, and the same at any size.
"""

from dataclasses import dataclass
from datetime import date

from articles.slugs import label_slug
from bench.search.labels import CATEGORIES, ENGLISH_SOURCES
from bench.search.words import phrase, word

NOWHERE = "zyxquorn"  # it could be a word of the archive, and is none

# Ranks of English words, and the share of all articles that they are in.
_MOST, _COMMON, _LESS_COMMON = 9, 60, 240  # 85 %, 30 %, 10 %
_MIDDLING, _RARE, _RAREST = 1200, 78_000, 110_000  # 2 %, 0.03 %, 0.02 %
_LONG_TOPIC, _SHORT_TOPIC = 0, 200  # their phrases: 8 % and 0.04 %
_URDU = 31  # 6 %

_MONTH = (date(2013, 3, 1), date(2013, 3, 31))
# Ten years as a reader may have them: they begin and end in the middle of a month.
_TEN_YEARS = (date(2006, 3, 10), date(2016, 3, 9))


@dataclass(frozen=True, kw_only=True)
class BenchQuery:
    """Words in the language of the search box, and filters; each may be missing."""

    name: str
    text: str = ""
    category: str = ""  # a slug, as the source
    source: str = ""
    language: str = ""
    since: date | None = None
    until: date | None = None


def queries() -> list[BenchQuery]:
    """The set, from words to filters."""
    return [*_words(), *_filters()]


def typed() -> list[str]:
    """What readers have typed so far, to whom something is to be suggested."""
    common, long = word(120), phrase(_LONG_TOPIC).split()[1]
    urdu = phrase(_LONG_TOPIC, language="ur")
    return [
        *(common[:length] for length in (2, 3, 5)),
        *(long[:length] for length in (3, 5, 8)),
        word(_RARE)[:5],
        phrase(_LONG_TOPIC)[:-4],
        f"{common} {long[:2]}",
        CATEGORIES[0][:3].lower(),
        NOWHERE[:5],
        *(urdu[:length] for length in (2, 3, 5)),
        urdu[:-2],
    ]


def _words() -> list[BenchQuery]:
    most, common, less_common = word(_MOST), word(_COMMON), word(_LESS_COMMON)
    middling, rare = word(_MIDDLING), word(_RARE)
    texts = {
        "word of most articles": most,
        "common word": common,
        "less common word": less_common,
        "middling word": middling,
        "rare word": rare,
        "rare and middling": f"{word(_RAREST)} {word(2000)}",
        "word nowhere": NOWHERE,
        "two common words": f"{common} {word(40)}",
        "common and rare": f"{common} {rare}",
        "phrase of many": f'"{phrase(_LONG_TOPIC)}"',
        "phrase of few": f'"{phrase(_SHORT_TOPIC)}"',
        "phrase of common words": f'"{word(50)} {common}"',
        "common -common": f"{common} -{less_common}",
        "middling -rare": f"{middling} -{rare}",
        "prefix of many words": "pre*",
        "prefix of few words": f"{word(1000)[:5]}*",
        "Urdu common word": word(_URDU, "ur"),
        "Urdu phrase": f'"{phrase(_LONG_TOPIC, language="ur")}"',
    }
    return [BenchQuery(name=name, text=text) for name, text in texts.items()]


def _filters() -> list[BenchQuery]:
    common = word(_COMMON)
    first, last = _MONTH
    since, until = _TEN_YEARS
    commonest, fifth = label_slug(CATEGORIES[0]), label_slug(CATEGORIES[4])
    source = label_slug(ENGLISH_SOURCES[4].name)
    return [
        BenchQuery(name="word + category", text=common, category=fifth),
        BenchQuery(
            name="word + source + language", text=common, source=source, language="en"
        ),
        BenchQuery(name="word + ten years", text=common, since=since, until=until),
        BenchQuery(name="category", category=commonest),
        BenchQuery(name="language", language="en"),
        BenchQuery(name="one month", since=first, until=last),
        BenchQuery(name="ten years", since=since, until=until),
        BenchQuery(name="everything"),
    ]
