"""Bodies that are packed in many parts: unpacked in little time, or not at all."""

import gzip
import http.client
import socket
import time
from contextlib import suppress
from threading import Thread

import pytest

from articles.importing.fetching import FetchError
from articles.importing.fetching.bodies import body_of
from articles.importing.fetching.limits import Deadline

SIZE = 10_000_000
# A file that is packed itself, and comes as it is.
SENT = b"HTTP/1.1 200 OK\r\nContent-Type: application/gzip\r\n\r\n"


def unpacked(data, seconds=20):
    """The body of a real answer."""
    ours, theirs = socket.socketpair()

    def send():
        with theirs, suppress(BrokenPipeError):
            theirs.sendall(SENT + data)

    Thread(target=send).start()
    with ours:
        answer = http.client.HTTPResponse(ours)
        answer.begin()
        with answer:
            return body_of(answer, SIZE, Deadline(seconds))


def test_a_file_of_many_parts_takes_no_longer_than_one_of_one():
    inside = gzip.compress(b"") * 400_000 + gzip.compress(b"A quay.")
    started = time.monotonic()
    with pytest.raises(FetchError, match="packed in more than 10,000 parts"):
        unpacked(inside)
    assert time.monotonic() - started < 2


def test_as_many_parts_as_a_tool_may_make_are_unpacked():
    assert unpacked(gzip.compress(b"quay ") * 9_000) == b"quay " * 9_000


def test_zeros_between_parts_and_behind_them_are_passed_over():
    zeros = b"\0" * 40_000
    data = gzip.compress(b"A ") + zeros + gzip.compress(b"quay.") + zeros
    assert unpacked(data) == b"A quay."


def test_to_unpack_is_part_of_the_time_for_all():
    with pytest.raises(FetchError, match="it took longer than 0 seconds"):
        unpacked(gzip.compress(b"A quay."), seconds=0)
