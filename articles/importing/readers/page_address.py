"""Where a page's story is published, by the page and by who saved or fetched it."""

import re
from collections.abc import Iterable
from urllib.parse import urljoin

from articles import addresses

_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(https?://[^\s<>]+) -->")
_LOOKED_AT = 4096


def address_of(html: str, told: Iterable[str], fetched: str) -> str:
    """The first that the page tells, or where it was saved or fetched from.

    A page that was fetched speaks for its own site only: it could take the place of
    another's story in the archive otherwise.
    """
    saved = _SAVED_FROM.search(html, 0, _LOOKED_AT)
    base = fetched or (saved[1] if saved else "")
    normal = [_normal(_joined(base, address)) for address in [*told, base]]
    known = [address for address in normal if address and _is_of(address, fetched)]
    stories = (a for a in known if not addresses.is_front_page(a))
    return next(stories, next(iter(known), ""))


def fetched_from(name: str) -> str:
    """The address that a file was fetched from, by its name; empty if it was not."""
    return name if "://" in name else ""  # a path has single slashes


def is_hearsay(address: object, fetched: str) -> bool:
    """Whether a feed that was fetched tells of a story of another site, or of none.

    Such a story is news to the archive, but what it has of it already does not change.
    """
    return not _is_of(str(address), fetched)


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:  # brackets that hold no IPv6 address
        return ""


def _normal(address: str) -> str:
    try:
        return addresses.normal_form(address)
    except addresses.AddressError:
        return ""


def _is_of(address: str, fetched: str) -> bool:
    """Whether two addresses are of one site, or of parts of it such as "m."."""
    one, other = addresses.site(address), addresses.site(_normal(fetched))
    is_part = f".{one}".endswith(f".{other}") or f".{other}".endswith(f".{one}")
    return not fetched or is_part
