"""File locks that the kernel lets go of when the last process that has them is gone."""

import fcntl
import os
from pathlib import Path
from types import TracebackType
from typing import Self


class FileLock:
    """A lock on a file, which an open descriptor carries; children may inherit it."""

    def __init__(self, path: Path) -> None:
        self.descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def is_mine_alone(self) -> bool:
        """Take the lock for this process only, unless any other has it."""
        return self._takes(fcntl.LOCK_EX)

    def is_shared(self) -> bool:
        """Take the lock together with others, unless one has it alone."""
        return self._takes(fcntl.LOCK_SH)

    def share(self) -> None:
        """Take the lock together with others, after anyone who has it alone."""
        fcntl.flock(self.descriptor, fcntl.LOCK_SH)

    def close(self) -> None:
        """Let go of the lock, but for children who inherited it."""
        if self.descriptor >= 0:
            os.close(self.descriptor)
            self.descriptor = -1

    def _takes(self, kind: int) -> bool:
        try:
            fcntl.flock(self.descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
