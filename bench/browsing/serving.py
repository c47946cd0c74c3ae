"""gunicorn with one worker of one thread, kept to one core: what a small server has."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from socket import socket

from django.conf import settings

_HOST = "127.0.0.1"
_CORE = 0
_SECONDS_TO_START = 60


@contextmanager
def served(count: int) -> Iterator[HTTPConnection]:
    """A connection to the site on the archive of so many articles."""
    port = _free_port()
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py"]
    command += ["--workers=1", "--threads=1", "--bind", f"{_HOST}:{port}"]
    server = subprocess.Popen(
        [*command, "bench.browsing.wsgi"],
        cwd=settings.BASE_DIR,
        env={**os.environ, "BENCH_ARTICLES": str(count), "PYTHONPATH": "."},
        preexec_fn=lambda: os.sched_setaffinity(0, {_CORE}),
    )
    try:
        yield _connected(port)
    finally:
        server.terminate()
        server.wait()


def _free_port() -> int:
    with socket() as found:
        found.bind((_HOST, 0))
        return int(found.getsockname()[1])


def _connected(port: int) -> HTTPConnection:
    end = time.monotonic() + _SECONDS_TO_START
    connection = HTTPConnection(_HOST, port, timeout=_SECONDS_TO_START)
    while time.monotonic() < end:
        with suppress(OSError):
            connection.connect()
            return connection
        time.sleep(0.1)
    raise TimeoutError("The web server does not answer: see what it says above.")
