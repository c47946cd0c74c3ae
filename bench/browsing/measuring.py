"""The pages of one archive, asked for one after another."""

import statistics
import time
from http.client import HTTPConnection
from typing import NamedTuple

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.browsing.paths import paths
from bench.browsing.serving import served
from bench.search import databases

_COUNTED = 10  # pages of a kind whose queries are counted


class Measured(NamedTuple):
    """Milliseconds, queries, and kilobytes as sent (compressed)."""

    median: float
    p95: float
    unchanged: float  # the median where the reader has the page
    queries: int
    kilobytes: float


def measured(count: int) -> dict[str, Measured]:
    """By kind of page, what it takes in the archive of so many articles."""
    databases.use(count)
    databases.warm()
    asked = paths()
    with served(count) as site:
        for some in asked.values():  # once over: templates are read, connections made
            _requested(site, some[0])
        return {kind: _measured(site, some) for kind, some in asked.items()}


def _measured(site: HTTPConnection, some: list[str]) -> Measured:
    site.close()  # the server has, if the queries before took it long; it opens again
    answers = [_requested(site, path) for path in some]
    times = [answer.milliseconds for answer in answers]
    again = [
        _requested(site, path, answer.tag).milliseconds
        for path, answer in zip(some, answers, strict=True)
    ]
    return Measured(
        statistics.median(times),
        statistics.quantiles(times, n=20)[-1],
        statistics.median(again),
        max(map(_queries, some[:_COUNTED])),
        max(answer.kilobytes for answer in answers),
    )


class _Answer(NamedTuple):
    milliseconds: float
    kilobytes: float
    tag: str


def _requested(site: HTTPConnection, path: str, tag: str = "") -> _Answer:
    headers = {"Accept-Encoding": "gzip", **({"If-None-Match": tag} if tag else {})}
    begin = time.perf_counter()
    site.request("GET", path, headers=headers)
    answer = site.getresponse()
    size = len(answer.read())
    elapsed = time.perf_counter() - begin
    expected = 304 if tag else 200
    if answer.status != expected:
        raise ValueError(f"{path} answers {answer.status}, not {expected}")
    return _Answer(elapsed * 1000, size / 1000, answer.headers.get("ETag", ""))


def _queries(path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        Client(headers={"host": "127.0.0.1"}).get(path)
    return len(queries)
