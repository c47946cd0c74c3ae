"""Real servers to test with, each in a folder of its own, and gone at the end."""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from newsarchive.embedded_postgres.server import Server

PROJECT = Path(__file__).resolve().parents[2]
# Runs in another process on the state folder that is its first argument.
PRELUDE = """
import os, signal, sys, time
from pathlib import Path
import psycopg
from newsarchive.embedded_postgres.server import Server
server = Server(Path(sys.argv[1]))
def ask(query):
    with psycopg.connect(**server.ensure(), dbname="newsarchive") as connection:
        return connection.execute(query).fetchone()[0]
"""

_clients = []
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can try this")


def ask(server, query, **parameters):
    """What the server answers, started if need be."""
    address = server.ensure() | {"dbname": "newsarchive"} | parameters
    with psycopg.connect(**address) as connection:
        answer = connection.execute(query)
        return answer.fetchone()[0] if answer.description else None


def client(code, *arguments, before=(), **options):
    """Another process of ours, that runs `code` after PRELUDE."""
    command = [*before, sys.executable, "-c", PRELUDE + code, *map(str, arguments)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    options = {"stderr": subprocess.PIPE, "text": True, "cwd": PROJECT, **options}
    _clients.append(subprocess.Popen(command, **pipes, **options))
    return _clients[-1]


def python_path(*folders):
    """Our environment, in which Python looks for modules in `folders` first."""
    before = os.environ.get("PYTHONPATH")
    path = os.pathsep.join(str(part) for part in (*folders, PROJECT, before) if part)
    return os.environ | {"PYTHONPATH": path}


def finish(process):
    """The output of a client that is to end well and without a word of complaint."""
    output, complaints = process.communicate(timeout=60)
    assert (process.returncode, complaints) == (0, "")
    return output.strip()


def copied_server(archive, folder):
    subprocess.run(["cp", "-a", archive, folder], check=True)
    return Server(folder)


def postmaster_pid(server):
    return int((server.state.data / "postmaster.pid").read_text().split()[0])


def fast_folder():
    """One in memory, where programs may run and there is room; else the usual one."""
    memory = Path("/dev/shm")  # noqa: S108
    if memory.is_dir() and shutil.disk_usage(memory).free > 2**30:
        return None if os.statvfs(memory).f_flag & os.ST_NOEXEC else memory
    return None


@contextmanager
def empty_place():
    """A folder that root's server can reach too, unlike pytest's own tmp_path."""
    folder = Path(tempfile.mkdtemp(prefix="newsarchive-test-", dir=fast_folder()))
    folder.chmod(0o711)
    try:
        yield folder
    finally:
        for lock in folder.rglob("server.lock"):
            server = Server(lock.parent)
            server.stop()
            # Of a long path, it lies elsewhere.
            shutil.rmtree(server.state.sockets, ignore_errors=True)
        shutil.rmtree(folder)


@pytest.fixture
def place():
    with empty_place() as folder:
        yield folder


@pytest.fixture(autouse=True)
def end_of_clients(place):
    yield
    while _clients:
        with _clients.pop() as process:
            process.kill()


@pytest.fixture
def new_server(place):
    """A server that has no database yet, in an empty folder."""
    return Server(place / "state")


@pytest.fixture(scope="session")
def archive_to_copy():
    """A database that has run and been stopped; the tests work on copies of it."""
    with empty_place() as folder:
        made = Server(folder / "state")
        ask(made, "CREATE TABLE kept AS SELECT 'a story' AS story")
        made.stop()
        made.state.log.unlink()
        yield made.state.path


@pytest.fixture(scope="module")
def running(archive_to_copy):
    """A server for tests that leave it as it is."""
    with empty_place() as folder:
        server = copied_server(archive_to_copy, folder / "state")
        server.ensure()
        yield server


@pytest.fixture
def server(place, archive_to_copy):
    """A server with a database of one row, not yet running."""
    return copied_server(archive_to_copy, place / "state")
