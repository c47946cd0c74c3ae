"""The processes that need the server: the last of them to leave stops it."""

import atexit
import logging
import os
import threading
from collections.abc import Callable

from newsarchive.embedded_postgres.errors import EmbeddedPostgresError
from newsarchive.embedded_postgres.locks import FileLock
from newsarchive.embedded_postgres.state import StateFolder

logger = logging.getLogger(__name__)


class Hold:
    """This process's part in the lock that all who need the server share.

    A process that is killed lets go of the lock as well, but stops nothing: the server
    then runs on until the next process has come and left.
    """

    def __init__(self, state: StateFolder, stop: Callable[[], None]) -> None:
        self._state = state
        self._stop = stop
        self._lock: FileLock | None = None
        self._leaves_at_exit = False
        self._mutex = threading.Lock()

    @property
    def is_taken(self) -> bool:
        return self._lock is not None

    def take(self) -> bool:
        """Take part until this process ends; whether it did not do so before."""
        with self._mutex:
            if self._lock is not None:
                return False
            lock = FileLock(self._state.clients_lock)
            lock.share()  # waits while the last of others is stopping the server
            self._lock = lock
            if not self._leaves_at_exit:
                self._leaves_at_exit = True
                atexit.register(self.leave)
                os.register_at_fork(after_in_child=self._leave_to_parent)
            return True

    def leave(self) -> None:
        """Take part no longer, and stop the server if nobody else does."""
        lock, self._lock = self._lock, None
        if lock is None:
            return
        with lock:
            if lock.is_mine_alone():
                try:
                    self._stop()
                except EmbeddedPostgresError as error:
                    logger.warning("%s", error)

    def _leave_to_parent(self) -> None:
        # A forked child has the same open file, and would keep the lock for its parent.
        if self._lock is not None:
            self._lock.close()
        self._lock, self._mutex = None, threading.Lock()
