"""What feeds of all kinds tell of a story, as the fields of a record."""

import re
from collections.abc import Iterable

from articles import characters, languages
from articles.importing.raw_values import MOST_CATEGORIES
from articles.importing.readers.json_ld import plain

_LONGEST_CATEGORY = 200
# What WordPress sets under each story in a feed.
_FOOTER = re.compile(
    r"\n\nThe post .{1,1000} (?:appeared first on|first appeared on) .{1,300}\.\Z"
)


def story_fields(
    *,
    headline: str,
    summary: str,
    body: str,
    byline: Iterable[str],
    categories: Iterable[str],
    language: Iterable[str],
    **others: object,
) -> dict[str, object]:
    """The fields: one text alone is the body, and a summary says what that does not."""
    headline = plain(headline)
    body, summary = _FOOTER.sub("", body), _FOOTER.sub("", summary)
    return {
        "headline": headline,
        "summary": standfirst(summary, body) if body else "",
        "byline": ", ".join(dict.fromkeys(filter(None, map(plain, byline)))),
        "body": body or summary,
        "categories": _names(categories),
        "language": _language(language, headline + (body or summary)),
        **others,
    }


def standfirst(summary: str, body: str) -> str:
    """The summary, unless it is only how the body begins."""
    beginning = characters.one_line(summary.rstrip(" .…[]"))
    begins = characters.one_line(body[: 2 * len(summary)]).startswith(beginning)
    return "" if begins else summary


def _names(told: Iterable[str]) -> list[str]:
    parts = (plain(part) for text in told for part in re.split("[,،]", text))
    wanted = (part for part in parts if 0 < len(part) <= _LONGEST_CATEGORY)
    return list(dict.fromkeys(wanted))[:MOST_CATEGORIES]


def _language(told: Iterable[str], text: str) -> str:
    """The first that the archive knows; English is not believed of Arabic letters."""
    code = next(filter(None, map(languages.known_code, told)), "")
    return "" if code == "en" and languages.of_script(text) == "ur" else code
