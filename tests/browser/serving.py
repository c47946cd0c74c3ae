"""The archive as in production: gunicorn, collected static files, all headers."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

from django.conf import settings
from django.db import connection

from newsarchive.run import probe
from tests.processes import PROJECT, environment, free_port

_HOST = "127.0.0.1"
_GUNICORN = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py"]


class Server:
    """The site on the database that Django's connection is at, at a lasting address."""

    def __init__(self, papers_port: int) -> None:
        self._port = free_port()
        self._papers_port = papers_port
        self._output = tempfile.TemporaryFile()  # noqa: SIM115 - closed when it stops
        self.address = f"http://{_HOST}:{self._port}"
        self.start()

    def start(self) -> None:
        variables = {
            "DATABASE_URL": _database_url(),
            "SECRET_KEY": settings.SECRET_KEY,  # sessions made here are good there
            "PORT": str(self._port),
            "TWO_FACTOR": "no",  # or the desk is only the page that asks for a code
            "WEB_WORKERS": "1",
            "WEB_THREADS": "4",
            "PAPERS_PORT": str(self._papers_port),
        }
        self._process = subprocess.Popen(
            [*_GUNICORN, "tests.browser.application"],
            cwd=PROJECT,
            env=environment(**variables),
            stdout=self._output,
            stderr=self._output,
            start_new_session=True,
        )
        self._wait_for_answer()

    def kill(self) -> None:
        """All of it, at once, and in no good order."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def stop(self) -> None:
        """In good order; what it said is told in the end."""
        self._process.terminate()
        self._process.wait(timeout=60)
        sys.stderr.write(self.output)
        self._output.close()

    @property
    def output(self) -> str:
        """All that it has said since its first start."""
        self._output.seek(0)
        return self._output.read().decode()

    def _wait_for_answer(self) -> None:
        deadline = time.monotonic() + 60
        while not probe.answers(_HOST, self._port):
            assert self._process.poll() is None, self.output
            assert time.monotonic() < deadline, "The web server does not answer."
            time.sleep(0.1)


@contextmanager
def served(papers_port: int) -> Iterator[Server]:
    """A server until it is not needed any more, which fetches from a port of here."""
    server = Server(papers_port)
    try:
        yield server
    finally:
        server.stop()


def _database_url() -> str:
    at = connection.get_connection_params()
    user, password = quote(at["user"], safe=""), quote(at.get("password", ""), safe="")
    host = quote(str(at.get("host", "localhost")), safe="")
    return f"postgres://{user}:{password}@{host}:{at.get('port', 5432)}/{at['dbname']}"
