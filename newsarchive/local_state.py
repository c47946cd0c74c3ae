"""Where an installation keeps its own: the embedded database and the secret key."""

import hashlib
import os
import secrets
from pathlib import Path


def folder(clone: Path) -> Path:
    """The folder for the state of this clone, which no other clone shares.

    It is the clone's own `var/`. But root's server runs as an ordinary user, because
    PostgreSQL refuses to run as root, and cannot enter a clone in, say, a private home:
    then it is a folder of the system's, named after the clone and its path. An archive
    that already lies in one of the two stays there, whatever becomes of the modes.
    """
    inside = clone / "var"
    if not _is_root():
        return inside
    digest = hashlib.sha256(os.fsencode(clone)).hexdigest()[:12]
    outside = Path("/var/lib/newsarchive") / f"{clone.name}-{digest}"
    for place in (inside, outside):
        if (place / "postgres").exists():
            return place
    return inside if _is_reachable(clone) else outside


def secret_key(state: Path) -> str:
    """The secret key of this installation, made at the first call (file mode 0600)."""
    path = state / "secret-key"
    if not path.exists():
        make_folder(state)
        aside = path.with_suffix(f".{os.getpid()}")
        aside.touch(mode=0o600)
        aside.write_text(secrets.token_urlsafe(50))
        try:
            os.link(aside, path)  # of several first starts at once, one wins whole
        except FileExistsError:
            pass
        finally:
            aside.unlink()
    return path.read_text()


def make_folder(path: Path) -> None:
    """Make `path` and what is missing above it: everybody may pass, whatever the umask.

    Root's server, which runs as an ordinary user, must pass; nobody else can look in.
    """
    if not path.exists():
        make_folder(path.parent)
        path.mkdir(exist_ok=True)
        path.chmod(0o711)


def _is_root() -> bool:
    return os.name == "posix" and os.geteuid() == 0


def _is_reachable(path: Path) -> bool:
    """Whether every user may pass through `path` and all folders above it."""
    return all(part.stat().st_mode & 0o001 for part in (path, *path.parents))
