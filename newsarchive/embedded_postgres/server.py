"""The life of the embedded server, on which any number of processes agree by locks."""

import logging
import time
from pathlib import Path

from psycopg import conninfo, pq

from newsarchive.embedded_postgres import account, binaries, cluster, postmaster
from newsarchive.embedded_postgres.errors import (
    EmbeddedPostgresError,
    cannot,
    explained,
    reason_in,
)
from newsarchive.embedded_postgres.hold import Hold
from newsarchive.embedded_postgres.locks import FileLock
from newsarchive.embedded_postgres.state import StateFolder

logger = logging.getLogger(__name__)

_PAUSE = 0.03


class Server:
    """The one PostgreSQL server of a state folder, whichever process started it."""

    silence_allowed = 120.0  # seconds; it may take its time as long as it says so
    stop_allowed = 60.0

    def __init__(self, state: Path) -> None:
        self.state = StateFolder(state.resolve())
        self._hold = Hold(self.state, self.stop)
        self._has_answered = False

    @property
    def address(self) -> dict[str, str]:
        """The parameters of a connection, but for the name of the database."""
        host = str(self.state.sockets)
        return {"host": host, "port": postmaster.PORT, "user": cluster.ROLE}

    def ensure(self) -> dict[str, str]:
        """Start the server unless it runs, and return its address.

        Cheap once it has run, so that every new connection may ask. Raises
        EmbeddedPostgresError if it cannot be started or does not answer.
        """
        with explained(self.state.path):
            if not (self._has_answered and self.is_running()):
                self.state.prepare()
                self._bring_up()
                self._has_answered = True
        return self.address

    def is_running(self) -> bool:
        """Whether the server, or somebody who starts it, is alive."""
        if not self.state.server_lock.exists():
            return False
        with FileLock(self.state.server_lock) as probe:
            return not probe.is_shared()

    def stop(self) -> None:
        """Stop the server if it runs, and wait until it is gone."""
        deadline = time.monotonic() + self.stop_allowed
        while self.is_running():
            postmaster.tell_to_stop(self.state)
            if time.monotonic() > deadline:
                raise EmbeddedPostgresError(
                    f"PostgreSQL in {self.state.path} has been told to stop, and still "
                    f"runs after {self.stop_allowed:.0f} seconds: see {self.state.log}."
                )
            time.sleep(_PAUSE)

    def hold(self) -> bool:
        """Keep the server for the life of this process; the last to leave stops it.

        Call it before `ensure`. A forked child must call it anew. Returns whether this
        process did not hold the server before.
        """
        if self._hold.is_taken:
            return False
        with explained(self.state.path):
            self.state.prepare()
            return self._hold.take()

    def leave(self) -> None:
        """Hold the server no longer, before the process ends."""
        self._hold.leave()

    def _bring_up(self) -> None:
        while True:
            with FileLock(self.state.server_lock) as lock:
                if lock.is_mine_alone():
                    # Unless somebody has started it by hand, without the lock.
                    if self._answer() is not pq.Ping.OK:
                        self._start(lock)
                    return
            if self._comes_up():
                return

    def _start(self, lock: FileLock) -> None:
        state = self.state
        user = account.for_data(state.data)
        user.require_passage(state.path)
        programs = binaries.usable_by(user, state.binaries)
        if not state.data.exists():
            cluster.make(state, programs, user, lock.descriptor)
        cluster.check_version(state)
        user.own(state.data)
        with postmaster.stale_pids_disowned(state):
            begin = postmaster.launch(state, programs, user, lock.descriptor)
            lock.close()
            if not self._comes_up():
                with state.log.open(errors="replace") as log:
                    log.seek(begin)
                    reason = reason_in(log.read())
                raise cannot(f"start in {state.path}", f"{reason} (see {state.log})")

    def _comes_up(self) -> bool:
        """Wait for a server that is alive: True once it answers, False if it ends."""
        begun = last_sign = time.monotonic()
        is_told = False
        while self.is_running():
            answer, now = self._answer(), time.monotonic()
            if answer is pq.Ping.OK:
                return True
            if answer is pq.Ping.REJECT:  # it lives, and recovers from a crash
                last_sign = now
                if now - begun > 1 and not is_told:
                    logger.info(
                        "PostgreSQL recovers from a crash in %s.", self.state.path
                    )
                    is_told = True
            if now - last_sign > self.silence_allowed:
                raise EmbeddedPostgresError(
                    f"PostgreSQL in {self.state.path} runs but does not answer: stop "
                    f"it, then try again (its log is {self.state.log})."
                )
            time.sleep(_PAUSE)
        return False

    def _answer(self) -> int:
        target = conninfo.make_conninfo(**self.address, connect_timeout=2)
        return pq.Ping(pq.PGconn.ping(target.encode()))
