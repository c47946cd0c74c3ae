"""Addresses that lead elsewhere than to the public web, in every disguise."""

import socket

import pytest

from articles.importing.fetching import FetchError, fetch
from tests.fetching.serving import body, names_at, redirect, serving

SCHEME = "a web address begins with http:// or https:// and a host"
SIGNS = "a web address has no spaces, quotes or brackets in it"
USER = "a web address to be stored holds no user name"
IPV4 = "not a proper IPv4 address"


def refusal(address):
    with pytest.raises(FetchError) as caught:
        fetch(address)
    return str(caught.value)


@pytest.fixture
def no_lookups(monkeypatch):
    """Nothing of a test reaches a name server; numbers are looked up without one."""
    real = socket.getaddrinfo

    def look_up(host, *args, **kwargs):
        return real(host, *args, **{**kwargs, "flags": socket.AI_NUMERICHOST})

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("", SCHEME),
        ("quay.example", SCHEME),
        ("//quay.example/", SCHEME),
        ("file:///etc/passwd", SCHEME),
        ("ftp://quay.example/", SCHEME),
        ("gopher://127.0.0.1:6379/_x", SCHEME),
        ("data:text/html,x", SCHEME),
        ("javascript:x()", SCHEME),
        ("http://", SCHEME),
        ("http:///path", SCHEME),
        ("http://a..example/", SCHEME),
        ("http://user@quay.example/", USER),
        ("http://user:password@quay.example/", USER),
        ("http://@quay.example/", USER),
        ("http://quay.example@127.0.0.1/", USER),
        ("http://127.0.0.1\\@quay.example/", SIGNS),
        ("http://quay.example\\.other.example/", SIGNS),
        ("http://quay.example/\r\nHost: other.example", SIGNS),
        ("http://quay.example/\x00", SIGNS),
        ("http://quay.example:22/", "port 22 is none of the web"),
        ("http://quay.example:0/", "port 0 is none of the web"),
        ("https://quay.example:5432/", "port 5432 is none of the web"),
        ("http://quay.example:99999/", "not a web address: Port out of range"),
        ("http://quay.example:x/", "not a web address: Port could not be cast"),
        ("http://[::1/", "not a web address: Invalid IPv6 URL"),
        ("http://[quay.example]/", "not a web address"),
        ("http://127.0.0.1/", "127.0.0.1 is at 127.0.0.1, which is loopback"),
        ("http://127.0.0.1:443/", "which is loopback"),
        ("https://127.0.0.1/", "which is loopback"),
        ("http://169.254.169.254/latest/", "which is link-local"),
        ("http://100.100.100.200/", "which is inside a carrier's network"),
        ("http://0.0.0.0/", "which is unspecified"),
        ("http://255.255.255.255/", "which is reserved"),
        ("http://2130706433/", IPV4),
        ("http://0x7f000001/", IPV4),
        ("http://017700000001/", IPV4),
        ("http://0177.0.0.1/", IPV4),
        ("http://0x7f.0.0.1/", IPV4),
        ("http://127.1/", IPV4),
        ("http://127.0.1/", IPV4),
        ("http://134744072/", IPV4),
        ("http://0/", IPV4),
        ("http://127.0.0.1./", IPV4),
        ("http://1.2.3.4.5/", IPV4),
        ("http://quay.0x7f/", IPV4),
        ("http://１２７.０.０.１/", "which is loopback"),
        ("http://①②⑦.⓪.⓪.①/", "which is loopback"),
        ("http://127。0。0。1/", "which is loopback"),
        ("http://[::1]/", "::1 is at ::1, which is loopback"),
        ("http://[::]/", "which is unspecified"),
        ("http://[::ffff:127.0.0.1]/", "which is an IPv4 address in IPv6"),
        ("http://[::ffff:7f00:1]/", "which is an IPv4 address in IPv6"),
        ("http://[0:0:0:0:0:ffff:9.9.9.9]/", "which is an IPv4 address in IPv6"),
        ("http://[::127.0.0.1]/", "which is an IPv4 address in IPv6"),
        ("http://[64:ff9b::127.0.0.1]/", "which is of NAT64"),
        ("http://[64:ff9b:1::1]/", "which is of NAT64"),
        ("http://[2002:7f00:1::]/", "which is of 6to4"),
        ("http://[2001:0:1::1]/", "which is of Teredo"),
        ("http://[fe80::1]/", "which is link-local"),
        ("http://[fe80::1%25lo]/", "there is no host fe80::1%25lo"),
        ("http://[fd00::1]/", "which is private"),
        ("http://[ff02::1]/", "which is multicast"),
        ("http://" + "a" * 64 + ".example/", "not the name of a host"),
        ("http://" + "a." * 120 + "example/", "its host is longer than"),
        ("http://quay.example/" + "a" * 3000, "longer than 2000 characters"),
    ],
)
@pytest.mark.usefixtures("no_lookups")
def test_an_address_in_disguise_is_refused(address, reason):
    assert reason in refusal(address)


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        ("127.0.0.1", "quay.example is at 127.0.0.1, which is loopback"),
        ("10.1.2.3 192.168.0.1", "quay.example is at 10.1.2.3, which is private"),
        ("::1", "quay.example is at ::1, which is loopback"),
        ("fe80::1%2 ::ffff:9.9.9.9", "which is link-local"),
    ],
)
def test_a_name_of_a_forbidden_address_is_refused(found, reason, monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", names_at(found))
    assert reason in refusal("http://quay.example/")


def test_a_name_that_is_unknown_is_named(monkeypatch):
    def nothing(*_, **__):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nothing)
    assert refusal("https://quay.example/") == "there is no host quay.example"


def test_of_several_addresses_only_those_that_may_be_are_connected_to(monkeypatch):
    with serving({"/": body(b"found")}) as server:
        monkeypatch.setattr(socket, "getaddrinfo", names_at("::1 10.0.0.1 127.0.0.1"))
        address = server.address("/", "quay.example")
        assert fetch(address, server.limits()).body == b"found"


def test_a_name_is_looked_up_once_so_that_a_second_answer_changes_nothing(monkeypatch):
    with serving({"/": body(b"found")}) as server:
        monkeypatch.setattr(socket, "getaddrinfo", names_at("127.0.0.1", "10.0.0.1"))
        address = server.address("/", "quay.example")
        assert fetch(address, server.limits()).body == b"found"
        with pytest.raises(FetchError, match="10\\.0\\.0\\.1, which is private"):
            fetch(address, server.limits())


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("http://10.0.0.1/", "redirected to http://10.0.0.1/: 10.0.0.1 is at 10.0.0.1"),
        ("//169.254.169.254/latest", "which is link-local"),
        ("http://[::1]/", "which is loopback"),
        ("http://0x7f000001/", IPV4),
        ("http://user:password@quay.example/", USER),
        ("http://quay.example:22/", "port 22 is none of the web"),
        ("file:///etc/passwd", SCHEME),
        ("gopher://127.0.0.1/", SCHEME),
        ("http://[/", "no proper answer: Invalid IPv6 URL"),
        ("http://quay.example/\x1b[31m", "redirected to http://quay.example/?[31m"),
    ],
)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.usefixtures("no_lookups")
def test_a_redirect_is_checked_like_the_first_address(location, status, reason):
    with serving({"/": redirect(location, status)}) as server:
        with pytest.raises(FetchError) as caught:
            fetch(server.address("/"), server.limits())
        assert reason in str(caught.value)
        assert len(server.asked) == 1


def test_redirects_end():
    with serving({"/": redirect("/")}) as server:
        with pytest.raises(FetchError, match="more than 5 redirects"):
            fetch(server.address("/"), server.limits())
        assert len(server.asked) == 6


def test_loopback_is_reached_where_a_caller_names_it_and_nowhere_else():
    with serving({"/": body(b"found")}) as server:
        assert fetch(server.address("/"), server.limits()).body == b"found"
        with pytest.raises(FetchError, match="is none of the web"):
            fetch(server.address("/"))
