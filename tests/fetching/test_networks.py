"""Which addresses may be connected to: special ones in every form are not."""

import pytest

from articles.importing.fetching.networks import objection


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("0.0.0.0", "unspecified"),  # noqa: S104
        ("0.1.2.3", "unspecified"),
        ("10.0.0.1", "private"),
        ("100.64.0.1", "inside a carrier's network"),
        ("100.127.255.255", "inside a carrier's network"),
        ("127.0.0.1", "loopback"),
        ("127.255.255.254", "loopback"),
        ("169.254.169.254", "link-local"),
        ("172.16.0.1", "private"),
        ("172.31.255.255", "private"),
        ("192.0.0.8", "reserved"),
        ("192.0.2.1", "for documentation"),
        ("192.88.99.1", "a relay of 6to4"),
        ("192.168.1.1", "private"),
        ("198.18.0.1", "for benchmarks"),
        ("198.51.100.7", "for documentation"),
        ("203.0.113.7", "for documentation"),
        ("224.0.0.1", "multicast"),
        ("239.255.255.250", "multicast"),
        ("240.0.0.1", "reserved"),
        ("255.255.255.255", "reserved"),
        ("::", "unspecified"),
        ("::1", "loopback"),
        ("::7f00:1", "an IPv4 address in IPv6"),
        ("::ffff:127.0.0.1", "an IPv4 address in IPv6"),
        ("::ffff:9.9.9.9", "an IPv4 address in IPv6"),
        ("64:ff9b::7f00:1", "of NAT64"),
        ("64:ff9b:1::1", "of NAT64"),
        ("100::1", "for discarding"),
        ("2001::1", "of Teredo"),
        ("2001:20::1", "reserved"),
        ("2001:db8::1", "for documentation"),
        ("2002:7f00:1::1", "of 6to4"),
        ("3fff::1", "for documentation"),
        ("4000::1", "reserved"),
        ("5f00::1", "reserved"),
        ("fc00::1", "private"),
        ("fd12:3456::1", "private"),
        ("fe80::1", "link-local"),
        ("fe80::1%eth0", "link-local"),
        ("fec0::1", "site-local"),
        ("ff02::1", "multicast"),
    ],
)
def test_an_address_of_special_purpose_is_none_of_the_public_web(address, kind):
    assert objection(address) == kind


@pytest.mark.parametrize(
    "address",
    ["9.9.9.9", "100.63.0.1", "172.32.0.1", "223.255.255.1", "2620:fe::9", "2a00::1"],
)
def test_other_addresses_are_public(address):
    assert objection(address) == ""


def test_a_network_is_opened_by_name_and_no_other_with_it():
    assert objection("127.0.0.1", {"127.0.0.0/8"}) == ""
    assert objection("::1", {"127.0.0.0/8"}) == "loopback"
    assert objection("10.0.0.1", {"127.0.0.0/8"}) == "private"
