"""The names by which columns of a table are known, in English and in Urdu."""

import re

from articles.folding import fold

# By field, the better name first; letter case, spaces and marks between do not count.
NAMES = {
    "headline": "headline|title|heading|headline text|article title|post title"
    "|سرخی|شہ سرخی|عنوان",
    "summary": "summary|standfirst|deck|description|abstract|excerpt|subtitle|lead"
    "|خلاصہ",
    "body": "body|text|content|article|article text|article body|body text|full text"
    "|story|story text|post content|متن|خبر|تفصیل",
    "byline": "byline|author|authors|author name|writer|writer name|reporter|by"
    "|مصنف|نامہ نگار|تحریر",
    "published_on": "published on",
    "published_at": "published at",
    "published": "published|date|date published|publish date|publication date|pub date"
    "|datetime|timestamp|post date|تاریخ|تاریخ اشاعت",
    "captured_at": "captured at|document date|retrieved at|scraped at",
    "categories": "categories|category|section|sections|tags|tag|topics|topic|subject"
    "|زمرہ|زمرے|شعبہ|موضوع",
    "source": "source|site|website|publication|publisher|newspaper|outlet|ماخذ|اخبار",
    "source_url": "source url|url|link|address|permalink|web url|article url"
    "|web address|ربط|لنک|پتہ",
    "language": "language|lang|زبان",
}


def folded(name: str) -> str:
    return re.sub(r"[\W_]+", "", fold(name))


RANKS = {
    folded(name): (field, rank)
    for field, names in NAMES.items()
    for rank, name in enumerate(names.split("|"))
}


def field_of(name: str) -> str:
    """The field that a name is known for, or an empty text."""
    return RANKS.get(folded(name), ("", 0))[0]
