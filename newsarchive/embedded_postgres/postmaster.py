"""The server's first process: how it is launched, found and told to stop."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from newsarchive.embedded_postgres.account import Account
from newsarchive.embedded_postgres.state import StateFolder

PORT = "5432"  # only names the socket: the server listens on no network
_NOBODYS_PID = 2**31 - 1  # greater than any system gives out
_LARGEST_LOG = 10 * 2**20

# The server outlives the process that launches it, in a session of its own: Ctrl-C in a
# terminal does not reach it. The shell takes part so that it is nobody's child, whom
# somebody would have to wait for. Paths go as arguments, which no shell takes apart.
_DETACHED = ["/bin/sh", "-c", 'exec "$0" "$@" &']


def launch(state: StateFolder, programs: Path, account: Account, lock: int) -> int:
    """Start the server, which inherits `lock` and keeps it for as long as it lives.

    Returns where in the log it begins to write.
    """
    account.own(state.sockets)
    quoted = str(state.sockets).replace('"', '""')
    settings = {
        "listen_addresses": "",
        "unix_socket_directories": f'"{quoted}"',
        "unix_socket_permissions": "0700",
    }
    command: list[str | Path] = [*_DETACHED, programs / "postgres", "-D", state.data]
    for name, value in settings.items():
        command += ["-c", f"{name}={value}"]
    with _open_log(state, account) as log:
        begin = log.tell()
        account.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            pass_fds=[lock],
        )
    return begin


@contextmanager
def stale_pids_disowned(state: StateFolder) -> Iterator[None]:
    """Let a start fail no more over process ids which a dead server left in files.

    Such an id may long be another process's, or a zombie's. Whoever has the server's
    lock knows that it is no server's of ours. One that was started by hand, without the
    lock, PostgreSQL still finds by its shared memory: it refuses, and this is undone.
    """
    files = [state.data / "postmaster.pid", state.sockets / f".s.PGSQL.{PORT}.lock"]
    found = {file: file.read_bytes() for file in files if file.exists()}
    for file, content in found.items():
        if content.strip():
            _overwrite(file, _disowned(content))
        else:
            file.unlink()  # emptied by a power cut; PostgreSQL would stop at it
    try:
        yield
    except BaseException:
        for file, content in found.items():
            if file.exists() and file.read_bytes() == _disowned(content):
                _overwrite(file, content)
        raise


def tell_to_stop(state: StateFolder) -> None:
    """Ask the running server to end its sessions and stop, if its id is known yet."""
    with suppress(FileNotFoundError, ProcessLookupError, IndexError, ValueError):
        pid = int((state.data / "postmaster.pid").read_bytes().split()[0])
        os.kill(pid, signal.SIGINT)


def _disowned(content: bytes) -> bytes:
    _, newline, rest = content.partition(b"\n")
    return str(_NOBODYS_PID).encode() + newline + rest


def _overwrite(file: Path, content: bytes) -> None:
    # The folder is the server's: root must not follow a link that it may hold.
    descriptor = os.open(file, os.O_WRONLY | os.O_TRUNC | os.O_NOFOLLOW)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)


def _open_log(state: StateFolder, account: Account) -> BinaryIO:
    """The log, begun anew when it has grown long; the one before is kept."""
    if state.log.exists() and state.log.stat().st_size > _LARGEST_LOG:
        state.log.rename(state.log.with_suffix(".log.1"))
    state.log.touch(mode=0o600)
    log = state.log.open("ab")
    if account.is_other:
        os.fchown(log.fileno(), account.uid, account.gid)
    return log
