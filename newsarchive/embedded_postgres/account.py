"""As whom the server runs: never as root, which PostgreSQL refuses."""

import errno
import os
import pwd
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsarchive.embedded_postgres.errors import EmbeddedPostgresError

NAME = "newsarchive-pg"


@dataclass(frozen=True)
class Account:
    """A system user, and whether this process has to become that user first."""

    uid: int
    gid: int
    is_other: bool

    def run(
        self, command: Sequence[str | Path], **options: Any
    ) -> subprocess.CompletedProcess[str]:
        """Run a program as this user, with nothing of ours that could mislead it.

        Raises EmbeddedPostgresError if this process may not become the user.
        """
        if self.is_other:
            options |= {"user": self.uid, "group": self.gid, "extra_groups": []}
        options = {"cwd": "/", "env": _environment(), **options}
        try:
            return subprocess.run(command, check=False, text=True, **options)
        except OSError as error:
            if not self.is_other or error.errno not in (errno.EPERM, errno.EINVAL):
                raise
            raise EmbeddedPostgresError(
                "PostgreSQL refuses to run as root, and this root may not become "
                "another user: run as an ordinary user, or set DATABASE_URL."
            ) from error

    def require_passage(self, folder: Path) -> None:
        """Raise EmbeddedPostgresError unless this user may enter `folder`."""
        enter: list[str | Path] = ["/bin/sh", "-c", 'cd "$0"', folder]
        if self.is_other and self.run(enter, capture_output=True).returncode:
            raise EmbeddedPostgresError(
                f"PostgreSQL refuses to run as root, and the user it runs as (uid "
                f"{self.uid}) may not enter {folder}: let others pass through the "
                f"folders above it (chmod o+x), or set DATABASE_URL."
            )

    def own(self, folder: Path) -> None:
        """Make `folder` one that only this user and root can enter.

        Raises EmbeddedPostgresError if somebody else has it.
        """
        folder.mkdir(mode=0o700, exist_ok=True)
        if self.is_other:
            os.chown(folder, self.uid, self.gid, follow_symlinks=False)
        if folder.is_symlink() or folder.stat().st_uid != self.uid:
            raise EmbeddedPostgresError(
                f"{folder} belongs to another user: run as that user, or move it away."
            )
        folder.chmod(0o700)


def for_data(data: Path) -> Account:
    """The user to run a server on `data` as, made at root's first start.

    Raises EmbeddedPostgresError if there is none to be had.
    """
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid(), is_other=False)
    if data.exists():  # its owner, even one without a name (a volume from elsewhere)
        owner = data.stat()
        if owner.st_uid == 0:
            raise EmbeddedPostgresError(
                f"{data} belongs to root, as whom PostgreSQL refuses to run: give it "
                f"to an ordinary user (chown -R {NAME}), or set DATABASE_URL."
            )
        return Account(owner.st_uid, owner.st_gid, is_other=True)
    user = _user(NAME) or _added_user() or _user("postgres") or _user("nobody")
    if user is None:
        raise EmbeddedPostgresError(
            f"PostgreSQL refuses to run as root, and there is no user to run it as: "
            f"add a system user {NAME}, or set DATABASE_URL."
        )
    return Account(user.pw_uid, user.pw_gid, is_other=True)


def _user(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def _added_user() -> pwd.struct_passwd | None:
    """A system user of our own, or None where none can be added."""
    useradd = shutil.which("useradd", path=f"/usr/sbin:/sbin:{os.defpath}")
    if useradd is None:
        return None
    options = ["--system", "--user-group", "--no-create-home"]
    options += ["--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin"]
    subprocess.run([useradd, *options, NAME], check=False, capture_output=True)
    return _user(NAME)


def _environment() -> dict[str, str]:
    """Ours, without what names other servers, other libraries or unknown locales."""
    misleading = ("PG", "LC_", "LD_", "LANG", "TZ")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(misleading)}
    return kept | {"LC_ALL": "C", "TZ": "UTC"}
