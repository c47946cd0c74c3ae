"""Which addresses of hosts are public: the IANA's registries of special purposes.

`ipaddress` alone will not do: its `is_private` leaves out 100.64.0.0/10, its
`is_global` counts NAT64, 6to4 and multicast in, and both differ between versions.
"""

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address

_SPECIAL = [
    (ip_network(network), name)
    for network, name in [
        ("0.0.0.0/8", "unspecified"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "inside a carrier's network"),
        ("127.0.0.0/8", "loopback"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "reserved"),
        ("192.0.2.0/24", "for documentation"),
        ("192.31.196.0/24", "reserved"),
        ("192.52.193.0/24", "reserved"),
        ("192.88.99.0/24", "a relay of 6to4"),
        ("192.168.0.0/16", "private"),
        ("192.175.48.0/24", "reserved"),
        ("198.18.0.0/15", "for benchmarks"),
        ("198.51.100.0/24", "for documentation"),
        ("203.0.113.0/24", "for documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
        ("::/128", "unspecified"),
        ("::1/128", "loopback"),
        ("::ffff:0:0/96", "an IPv4 address in IPv6"),
        ("::/96", "an IPv4 address in IPv6"),
        ("64:ff9b::/96", "of NAT64"),
        ("64:ff9b:1::/48", "of NAT64"),
        ("100::/64", "for discarding"),
        ("2001::/32", "of Teredo"),
        ("2001::/23", "reserved"),
        ("2001:db8::/32", "for documentation"),
        ("2002::/16", "of 6to4"),
        ("2620:4f:8000::/48", "reserved"),
        ("3fff::/20", "for documentation"),
        ("fc00::/7", "private"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "site-local"),
        ("ff00::/8", "multicast"),
    ]
]
# All that is given out in IPv6 (RFC 4291, section 2.4).
_GIVEN_OUT = ip_network("2000::/3")


def objection(host: str, also: Iterable[str] = ()) -> str:
    """What a numeric address is instead of public; empty if it may be connected to."""
    address = ip_address(host)
    if any(address in ip_network(network) for network in also):
        return ""
    kinds = (name for network, name in _SPECIAL if address in network)
    return next(kinds, "" if _is_given_out(address) else "reserved")


def _is_given_out(address: Address) -> bool:
    return address in _GIVEN_OUT if address.version == 6 else address.is_global
