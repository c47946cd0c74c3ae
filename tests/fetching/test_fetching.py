"""What is fetched, and how the limits of time and size end all else."""

import gzip
import socket
import subprocess
import time
import zlib
from ssl import PROTOCOL_TLS_SERVER, SSLContext

import pytest

from articles.importing.fetching import FetchError, Limits, fetch
from tests.fetching.serving import LOOPBACK, body, names_at, raw, redirect, serving

TEXT = "A quay. بندرگاہ۔".encode()
DAMAGED = "the compressed data is damaged"
EARLY = "the compressed data ends too early"


def fetched(answer, path="/", **limits):
    with serving({"/": answer}) as server:
        return fetch(server.address(path), server.limits(**limits)).body


def refusal(answer, path="/", **limits):
    with pytest.raises(FetchError) as caught:
        fetched(answer, path, **limits)
    return str(caught.value)


def test_the_body_comes_with_the_address_that_it_is_at_in_the_end():
    answers = {"/a": redirect("b"), "/b": redirect("/c?d=1", 308), "/c": body(TEXT)}
    with serving(answers) as server:
        found = fetch(server.address("/a#top"), server.limits())
        assert (found.address, found.body) == (server.address("/c?d=1"), TEXT)
        assert [path for path, _ in server.asked] == ["/a", "/b", "/c?d=1"]


def test_the_archive_says_who_asks_and_nothing_of_who_told_it(settings):
    settings.SITE_URL = "https://archive.example"
    with serving({"/": body(TEXT)}) as server:
        fetch(server.address("/"), server.limits())
        headers = server.asked[0][1]
    assert headers["User-Agent"] == "NewsArchive (+https://archive.example)"
    assert headers["Host"] == f"127.0.0.1:{server.port}"
    assert not {"Cookie", "Referer", "Authorization"} & set(headers)


def test_no_proxy_of_the_environment_is_used(monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert fetched(body(TEXT)) == TEXT


def test_letters_of_other_scripts_in_an_address_are_quoted():
    with serving({"/%D8%A7": body(TEXT)}) as server:
        assert fetch(server.address("/ا?q=a%20b"), server.limits()).body == TEXT
        assert server.asked[0][0] == "/%D8%A7?q=a%20b"


def test_a_location_in_other_letters_is_followed():
    location = "/ا b".encode().decode("latin-1")
    with serving({"/": redirect(location), "/%D8%A7%20b": body(TEXT)}) as server:
        assert fetch(server.address("/"), server.limits()).body == TEXT


PACKED = gzip.compress(TEXT)


@pytest.mark.parametrize(
    ("data", "packing"),
    [
        (PACKED, "gzip"),
        (PACKED, "X-GZIP"),
        (PACKED + b"\0\0", "gzip"),
        (PACKED, "identity"),  # a packed file
        (gzip.compress(PACKED), "gzip"),  # a packed file, packed
        (zlib.compress(TEXT), "deflate"),
        (gzip.compress(TEXT[:5]) + gzip.compress(TEXT[5:]), "gzip"),
    ],
)
def test_what_is_packed_is_unpacked(data, packing):
    assert fetched(body(data, Content_Encoding=packing)) == TEXT


BOMB = gzip.compress(b"\0" * 9_000_000)
HEAD = b"HTTP/1.1 200 OK\r\n"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (body(b"x" * 1001), "larger than 1,000 bytes"),
        (body(gzip.compress(TEXT * 100), Content_Encoding="gzip"), "1,000 bytes when"),
        (body(gzip.compress(TEXT * 100)), "larger than 1,000 bytes when unpacked"),
        (body(b"x", Content_Encoding="br"), "in a way that was not asked for: 'br'"),
        (body(b"x", Content_Encoding="gzip, gzip"), "not asked for"),
        (body(b"not packed", Content_Encoding="gzip"), DAMAGED),
        (body(PACKED[:-9], Content_Encoding="gzip"), EARLY),
        (body(b"", Content_Encoding="gzip"), EARLY),
        (body(b"short", Content_Length="9"), "ended before all of it had come"),
        (raw(HEAD, b"Transfer-Encoding: chunked\r\n\r\n5\r\nab"), "no proper answer"),
        (raw(HEAD, b"Transfer-Encoding: chunked\r\n\r\n-5\r\nab"), "no proper answer"),
        (raw(b"\x1b[31mred\r\n\r\n"), "no proper answer: ?[31mred"),
        (raw(HEAD, b"a: b\r\n" * 200, b"\r\n"), "no proper answer: got more than 100"),
        (raw(HEAD, b"a" * 70_000), "no proper answer: got more than 65536 bytes"),
        (raw(), "no proper answer: Remote end closed connection"),
        (raw(b"HTTP/1.1 404 \x1b[31m\r\n\r\n"), "answered 404 Not Found"),
        (raw(b"HTTP/1.1 304 Not Modified\r\n\r\n"), "answered 304 Not Modified"),
        (raw(b"HTTP/1.1 302 Found\r\n\r\n"), "answered 302 Found"),
    ],
)
def test_what_is_too_large_or_damaged_is_refused(answer, reason):
    assert reason in refusal(answer, size=1000)


def test_a_bomb_is_stopped_by_what_it_becomes():
    packed = body(BOMB, Content_Encoding="gzip")
    assert refusal(packed) == "more than 200 times larger when unpacked"
    twice = body(gzip.compress(BOMB), Content_Encoding="gzip")
    assert refusal(twice) == "more than 200 times larger when unpacked"


def pause():
    time.sleep(0.05)


@pytest.mark.parametrize(
    "answer",
    [
        raw(HEAD, b"\r\n", *[b"x"] * 100, pause=pause),
        raw(HEAD, *[b"a: b\r\n"] * 90, pause=pause),
        raw(*(bytes([byte]) for byte in HEAD * 9), pause=pause),
        raw(*[b"HTTP/1.1 100 Continue\r\n\r\n"] * 100, pause=pause),
        raw(HEAD, b"\r\n", pause=lambda: time.sleep(3)),
        raw(b"", pause=lambda: time.sleep(3)),
    ],
    ids=["body", "headers", "bytes", "continue", "no body", "no answer"],
)
def test_a_slow_server_ends_with_the_time_for_all(answer):
    begin = time.monotonic()
    assert refusal(answer, seconds=0.6) == "it took longer than 0.6 seconds"
    assert time.monotonic() - begin < 2


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_silent_host_ends_with_the_time_for_all(scheme):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        limits = Limits(seconds=0.3, ports=frozenset({port}), also=LOOPBACK)
        with pytest.raises(FetchError, match=r"it took longer than 0\.3 seconds"):
            fetch(f"{scheme}://127.0.0.1:{port}/", limits)


def test_a_slow_name_server_ends_with_the_time_for_all(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(2))
    begin = time.monotonic()
    assert refusal(body(b""), seconds=0.3) == "it took longer than 0.3 seconds"
    assert time.monotonic() - begin < 1


def test_redirects_share_the_time():
    def slowly(handler):
        pause()
        redirect("/")(handler)

    assert "longer than 0.2 seconds" in refusal(slowly, seconds=0.2, redirects=50)


def test_a_host_that_does_not_answer_is_named():
    with serving({}) as server:
        address, limits = server.address("/"), server.limits()
    with pytest.raises(FetchError, match=r"no connection: .*refused"):
        fetch(address, limits)


def test_the_next_address_is_tried_where_one_does_not_answer(monkeypatch):
    look_up = names_at("127.0.0.2 127.0.0.1")
    with serving({"/": body(TEXT)}) as server:
        monkeypatch.setattr(socket, "getaddrinfo", look_up)
        address = server.address("/", "quay.example")
        assert fetch(address, server.limits()).body == TEXT
        assert server.asked[0][1]["Host"] == f"quay.example:{server.port}"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    made = [folder / "certificate.pem", folder / "key.pem"]
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=quay.example"
    names = ["-addext", "subjectAltName=DNS:quay.example"]
    files = ["-out", str(made[0]), "-keyout", str(made[1])]
    try:
        subprocess.run(
            [*command.split(), *names, *files], check=True, capture_output=True
        )
    except FileNotFoundError:
        pytest.skip("there is no openssl to make a certificate with")
    return made


@pytest.fixture
def secure_server(certificate, monkeypatch):
    context = SSLContext(PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    answers = {
        "/": body(TEXT),
        "/slow": raw(HEAD, b"\r\n", *[b"x"] * 100, pause=pause),
    }
    with serving(answers, tls=context) as server:
        look_up = names_at(*["127.0.0.1"] * 9)
        monkeypatch.setattr(socket, "getaddrinfo", look_up)
        yield server


def secure(server, path="/", host="quay.example", **limits):
    return fetch(server.address(path, host, "https"), server.limits(**limits))


def test_a_certificate_that_nobody_vouches_for_is_refused(secure_server):
    with pytest.raises(FetchError, match=r"its certificate is not valid: self.signed"):
        secure(secure_server)


def test_a_certificate_that_is_vouched_for_is_accepted_for_its_host_only(
    secure_server, certificate, monkeypatch
):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    assert secure(secure_server).body == TEXT
    with pytest.raises(FetchError, match="certificate is not valid: Hostname mismatch"):
        secure(secure_server, host="other.example")
    with pytest.raises(FetchError, match=r"it took longer than 0\.5 seconds"):
        secure(secure_server, "/slow", seconds=0.5)


def test_a_server_without_tls_is_not_spoken_to_in_plain():
    with serving({"/": body(TEXT)}) as server:
        with pytest.raises(FetchError, match="no proper answer"):
            secure(server, host="127.0.0.1", seconds=2)
        assert server.asked == []
