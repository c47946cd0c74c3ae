"""What the next snippet of a row has in common with the last one, in an address."""

from typing import Any

from django.http import QueryDict

from articles.languages import LANGUAGES

# The fields, and of which of them the values are keys.
_CARRIED = ("source", "categories", "published_on", "language")


def carried(given: QueryDict) -> dict[str, Any]:
    """Of what a link fills in, that which fields with choices can show.

    Those with suggestions would fail on what is no key.
    """
    keys = [key for key in given.get("categories", "").split(",") if _is_key(key)]
    source, language = given.get("source", ""), given.get("language", "")
    return {
        "categories": keys,
        **({"source": source} if _is_key(source) else {}),
        "language": language if language in LANGUAGES else "",
    }


def what_goes_on(sent: QueryDict) -> str:
    """Source, categories, day and chosen language, for the form of the next one."""
    next_one = QueryDict(mutable=True)
    for name in _CARRIED:
        if value := ",".join(filter(None, sent.getlist(name))):
            next_one[name] = value
    return next_one.urlencode()


def _is_key(text: str) -> bool:
    return text.isdecimal() and len(text) < 18
