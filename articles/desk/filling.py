"""The fields of a snippet from a page at an address, or from a document."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import cast

from django.utils.translation import gettext as _

from articles import addresses, languages
from articles.fields import AddressFormField
from articles.importing.checking import checked
from articles.importing.fetching import PUBLIC_WEB, FetchError, fetch
from articles.importing.raw_values import RecordError
from articles.importing.readers import READERS, UnknownFormatError, reader_of
from articles.importing.readers.document import looks_like_document, read_document
from articles.importing.records import ArticleRecord, RawRecord, Refusal
from articles.models import Category, Source

# An editor waits for it, and a thread of the server with them.
LIMITS = replace(PUBLIC_WEB, seconds=10)
_LOOKED_AT = 65_536  # bytes, to tell what it is
_ONE_STORY = [READERS["page"], READERS["document"]]  # a feed has many


class FillingError(ValueError):
    """Why nothing could be filled in, for people."""


def from_address(address: str) -> dict[str, object]:
    """What the page at an address says of its story, by the fields of the form.

    Raises FillingError, which says what was wrong with the address or the page.
    """
    address = AddressFormField(required=False).to_python(address)
    if not address:
        raise FillingError(_("Give the address of the page first."))
    try:
        found = fetch(addresses.normal_form(address), LIMITS)
        body = cast(io.RawIOBase, io.BytesIO(found.body))
        stream: io.BufferedReader = io.BufferedReader(body, _LOOKED_AT)
        reader = reader_of(stream)
    except (addresses.AddressError, FetchError, UnknownFormatError) as error:
        raise FillingError(str(error)) from error
    if reader not in _ONE_STORY:
        raise FillingError(_("There is no page of one story at this address."))
    record = _first(reader(found.address, stream))
    return _fields(record) | {"source_url": record.source_url or address}


def from_document(text: str) -> dict[str, object]:
    """What a document in the archive's form says, by the fields of the form.

    Raises FillingError, which names the line at fault.
    """
    if not is_document(text):
        raise FillingError(_("This text does not begin as a document of the archive."))
    return _fields(_first(read_document(_("the text"), text.encode())))


def is_document(text: str) -> bool:
    return looks_like_document(text.encode())


def _first(read: Iterator[object]) -> ArticleRecord:
    """The story that a reader finds, checked as one of an import is."""
    for found in read:
        if isinstance(found, Refusal):
            raise FillingError(f"{found.field}: {found.reason}")
        if isinstance(found, RawRecord):
            try:
                return checked(found)
            except RecordError as error:
                raise FillingError(str(error)) from error
    raise FillingError(_("There is no story in it."))


def _fields(record: ArticleRecord) -> dict[str, object]:
    """As a form has them; what the record does not say is left out."""
    day = record.published_on and record.published_on.isoformat()
    values = {
        "headline": record.headline,
        "body": record.body,
        "byline": record.byline,
        "published_on": day,
        "source_url": record.source_url,
        "source": _source(record),
        "language": _language(record),
        "categories": _categories(record.categories),
    }
    return {name: value for name, value in values.items() if value}


def _language(record: ArticleRecord) -> str:
    """Where the record says another one than its letters do, which a form follows."""
    told = record.language or record.likely_language
    followed = languages.of_script(record.headline + record.body)
    return "" if told == followed else told


def _source(record: ArticleRecord) -> str:
    """The key of the one that it names or is on the site of; none is made."""
    named = record.source and Source.objects.known(record.source)
    of_site = record.site and Source.objects.on_site(record.site)
    found = named or of_site
    return str(found.pk) if found else ""


def _categories(names: Iterable[str]) -> list[str]:
    """The keys of those that there are."""
    found = map(Category.objects.known, names)
    return list(dict.fromkeys(str(category.pk) for category in found if category))
