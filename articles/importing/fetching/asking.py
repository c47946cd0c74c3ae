"""Fetch an address: its parts, its redirects, its answer."""

import http.client
import re
import ssl
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address
from urllib.parse import SplitResult, quote, urldefrag, urljoin, urlsplit

from django.conf import settings

from articles import addresses
from articles.importing.fetching.bodies import body_of
from articles.importing.fetching.connections import Connection
from articles.importing.fetching.errors import FetchError
from articles.importing.fetching.limits import PUBLIC_WEB, Deadline, Limits

_REDIRECTS = {301, 302, 303, 307, 308}
_ACCEPTED = (
    "text/html, application/rss+xml, application/atom+xml, application/feed+json, "
    "*/*;q=0.8"
)
# Other ways to write IPv4: a number alone, in base 8 or 16, or fewer than four parts.
_NUMERIC_END = re.compile(r"(?:.*\.)?(?:0x[0-9a-f]*|\d+)", re.IGNORECASE)
_UNQUOTED = "/%:@!$&'()*+,;=?~"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What stands at an address: the one that redirects led to in the end."""

    address: str
    body: bytes


def fetch(address: str, limits: Limits = PUBLIC_WEB) -> Fetched:
    """What stands at an address; raises FetchError, which says what was wrong."""
    deadline = Deadline(limits.seconds)
    for count in range(limits.redirects + 1):
        try:
            answer = _asked(address, limits, deadline)
        except FetchError as error:
            if not count:
                raise
            led_to = _words(addresses.shown(address))
            raise FetchError(f"redirected to {led_to}: {error}") from error
        if isinstance(answer, Fetched):
            return answer
        address = answer
    raise FetchError(f"more than {limits.redirects} redirects")


def _asked(address: str, limits: Limits, deadline: Deadline) -> Fetched | str:
    """What one address gives: a body, or the next address."""
    parts = _checked(address, limits)
    is_secure = parts.scheme.lower() == "https"
    connection = Connection(
        _ascii_host(parts),
        parts.port or (443 if is_secure else 80),
        tls=is_secure,
        limits=limits,
        deadline=deadline,
    )
    try:
        connection.request("GET", _target(parts), headers=_headers())
        with connection.getresponse() as answer:
            return _taken(address, answer, limits, deadline)
    except FetchError:
        raise
    except ssl.SSLCertVerificationError as error:
        reason = f"its certificate is not valid: {error.verify_message}"
        raise FetchError(reason) from error
    except TimeoutError as error:
        raise deadline.error() from error
    except (http.client.HTTPException, OSError, ValueError) as error:
        raise FetchError(f"no proper answer: {_words(error)}") from error
    finally:
        connection.close()


def _checked(address: str, limits: Limits) -> SplitResult:
    try:
        addresses.normal_form(address)
    except addresses.AddressError as error:
        raise FetchError(str(error)) from error
    parts = urlsplit(urldefrag(address.strip()).url)
    if parts.port is not None and parts.port not in limits.ports:
        raise FetchError(f"port {parts.port} is none of the web")
    return parts


def _ascii_host(parts: SplitResult) -> str:
    host = parts.hostname or ""
    if ":" in host:
        return host
    try:
        host = host.encode("idna").decode("ascii")
        if _NUMERIC_END.fullmatch(host.removesuffix(".")):
            IPv4Address(host)
    except AddressValueError as error:
        raise FetchError(f"not a proper IPv4 address: {host[:80]!r}") from error
    except UnicodeError as error:
        raise FetchError(f"not the name of a host: {host[:80]!r}") from error
    return host


def _target(parts: SplitResult) -> str:
    query = f"?{parts.query}" if parts.query else ""
    return quote(f"{parts.path or '/'}{query}", safe=_UNQUOTED)


def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"NewsArchive (+{settings.SITE_URL})",
        "Accept": _ACCEPTED,
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }


def _taken(
    address: str,
    answer: http.client.HTTPResponse,
    limits: Limits,
    deadline: Deadline,
) -> Fetched | str:
    location = answer.headers.get("Location")
    if answer.status in _REDIRECTS and location:
        # Header values are Latin-1 to Python, and UTF-8 to those who send others.
        sent = location.strip().encode("latin-1", "replace").decode(errors="replace")
        return urljoin(address, sent.replace(" ", "%20"))
    if answer.status != http.client.OK:
        meaning = http.client.responses.get(answer.status, "")
        raise FetchError(f"answered {answer.status} {meaning}".rstrip())
    return Fetched(urldefrag(address).url, body_of(answer, limits.size, deadline))


def _words(said: str | Exception) -> str:
    """What may be shown on a terminal of what a stranger sent."""
    text = str(said) or type(said).__name__
    return "".join(sign if sign.isprintable() else "?" for sign in text[:200])
