"""From a story as it was found to a record that can be stored, or a reason why not."""

import re
from collections.abc import Mapping

from articles import addresses, characters, languages
from articles.datelines import dateline_of
from articles.importing.moments import DayOrder
from articles.importing.raw_values import RecordError, Values
from articles.importing.records import ArticleRecord, RawRecord

_HIDDEN = {"draft", "withdrawn"}  # our own words; of others a state may be Texas
_DOMAIN = re.compile(r"(?:www\.)?((?:[\w-]+\.)+[^\W\d_]{2,})(?:/.*)?")


def checked(raw: RawRecord, order: DayOrder = DayOrder.UNTOLD) -> ArticleRecord:
    """The record, in the form in which it is stored; raises RecordError."""
    values = Values(raw.fields, order)
    headline = characters.one_line(values.text("headline"))
    body = characters.paragraphs(values.text("body"))
    categories = values.names("categories")
    address, homepage = _addresses(values.text("source_url"))
    site = addresses.site(address or homepage)
    number = values.number("number") if _is_own(raw.fields) else None
    language = _language(values.text("language"))
    # An archive's own record says all that there is to say.
    likely_source = "" if number else site
    source = characters.one_line(values.text("source")) or likely_source
    if not (headline or body or address):
        raise RecordError("record", "has no headline, no body and no address")
    return ArticleRecord(
        place=raw.place,
        number=number,
        is_draft=str(raw.fields.get("state")).strip().lower() in _HIDDEN,
        is_hearsay=raw.is_hearsay,
        headline=headline,
        summary=characters.paragraphs(values.text("summary")),
        byline=characters.one_line(values.text("byline")),
        dateline=dateline_of(body),
        body=body,
        published_on=values.day("published_on"),
        published_at=values.instant("published_at"),
        captured_at=values.instant("captured_at"),
        language=language,
        likely_language=languages.of_categories(categories)
        or languages.of_script(headline + body),
        source=source,
        source_url=address,
        site=_domain(source) or site,
        homepage=homepage,
        categories=categories,
        removed_characters=values.removed,
        original=raw.original,
        format=raw.format,
    )


def _is_own(fields: Mapping[str, object]) -> bool:
    """Whether an archive like this one wrote it: elsewhere a number may be anything.

    Each record of an archive has a language, and a day or the state of a draft.
    """
    dated = fields.get("published_on") or fields.get("state")
    return bool(fields.get("language") and dated)


def _addresses(text: str) -> tuple[str, str]:
    """The article's address and the site's: a front page is no article's address."""
    if not text.strip():
        return "", ""
    try:
        address = addresses.normal_form(text)
    except addresses.AddressError as error:
        raise RecordError("source_url", str(error)) from error
    return ("", address) if addresses.is_front_page(address) else (address, "")


def _language(tag: str) -> str:
    if not tag.strip():
        return ""
    if not (code := languages.known_code(tag)):
        raise RecordError("language", f"not a language of the archive: {tag[:40]!r}")
    return code


def _domain(source: str) -> str:
    found = _DOMAIN.fullmatch(source.lower())
    return found[1] if found else ""
