"""The archive as in production: gunicorn, collected static files, all headers."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

from django.conf import settings
from django.db import connection

from newsarchive.run import probe
from tests.processes import PROJECT, environment, free_port

_HOST = "127.0.0.1"


@contextmanager
def served() -> Iterator[str]:
    """The address of the site on the database that Django's connection is at."""
    port = free_port()
    variables = {
        "DATABASE_URL": _database_url(),
        "SECRET_KEY": settings.SECRET_KEY,  # sessions made here are good there
        "PORT": str(port),
        "TWO_FACTOR": "no",  # or each page of the desk is the one that asks for a code
        "WEB_WORKERS": "1",
        "WEB_THREADS": "4",
    }
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py"]
    server = subprocess.Popen(command, cwd=PROJECT, env=environment(**variables))
    try:
        _wait_for_answer(server, port)
        yield f"http://{_HOST}:{port}"
    finally:
        server.terminate()
        server.wait(timeout=60)


def _wait_for_answer(server: subprocess.Popen, port: int) -> None:
    deadline = time.monotonic() + 60
    while not probe.answers(_HOST, port):
        assert server.poll() is None, "The web server ended: the reason stands above."
        assert time.monotonic() < deadline, "The web server does not answer."
        time.sleep(0.1)


def _database_url() -> str:
    at = connection.get_connection_params()
    user, password = quote(at["user"], safe=""), quote(at.get("password", ""), safe="")
    host = quote(str(at.get("host", "localhost")), safe="")
    return f"postgres://{user}:{password}@{host}:{at.get('port', 5432)}/{at['dbname']}"
