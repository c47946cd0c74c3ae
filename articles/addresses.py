"""Web addresses in the normal form in which the archive stores and compares them."""

import re
from urllib.parse import urlsplit, urlunsplit

MAX_LENGTH = 2000
_LONGEST_HOST = 200  # becomes the name of a source

# Users with their passwords, and queries, up to where a place names a line or an item.
_SECRETS = re.compile(r"(?<=://)[^/?#]*@|[?#].*?(?=, (?:line|item) \d|\Z)", re.DOTALL)
_IS_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)

# What links carry to tell a publisher where a reader came from; the page is the same.
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|ocid|cmpid|smid"
)
_DEFAULT_PORTS = {"http": 80, "https": 443}


class AddressError(ValueError):
    """Says in words why a text is no web address."""


def normal_form(address: str) -> str:
    """The address with lower-case scheme and host, no fragment, no tracking parameters.

    Raises AddressError for what is not the http or https address of a host.
    """
    address = address.strip()
    if re.search(r"[\s\x00-\x1f\x7f<>\"\\^`{|}]", address):
        raise AddressError("a web address has no spaces, quotes or brackets in it")
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").removesuffix("."), parts.port
    except ValueError as error:
        raise AddressError(f"not a web address: {error}") from error
    if parts.scheme.lower() not in _DEFAULT_PORTS or not all(host.split(".")):
        raise AddressError("a web address begins with http:// or https:// and a host")
    if len(host) > _LONGEST_HOST:
        raise AddressError(f"its host is longer than {_LONGEST_HOST} characters")
    if parts.username is not None:
        raise AddressError("a web address to be stored holds no user name")
    host = f"[{host}]" if ":" in host else host
    if port is not None and port != _DEFAULT_PORTS[parts.scheme]:
        host = f"{host}:{port}"
    query = "&".join(part for part in parts.query.split("&") if not _is_tracking(part))
    normal = urlunsplit((parts.scheme, host, parts.path or "/", query, ""))
    if len(normal) > MAX_LENGTH:
        raise AddressError(f"longer than {MAX_LENGTH} characters")
    return normal


def has_scheme(text: str) -> bool:
    """Whether a text begins as an address does, of whatever kind; paths do not."""
    return bool(_IS_ADDRESS.match(text))


def shown(place: str) -> str:
    """A place without what may be secret, if it is an address or in what stands there.

    A key in the query or a password lets its owner in, and is nobody else's business.
    """
    return _SECRETS.sub("", place) if has_scheme(place) else place


def site(address: str) -> str:
    """The host of an address in normal form, without a leading "www."."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def is_front_page(address: str) -> bool:
    """Whether an address in normal form is that of a whole site, so of no article."""
    parts = urlsplit(address)
    return parts.path == "/" and not parts.query


def _is_tracking(parameter: str) -> bool:
    return bool(_TRACKING.fullmatch(parameter.partition("=")[0].lower()))
