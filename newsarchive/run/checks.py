"""What can be known to fail before any work is done: the port, the disk."""

import errno
import shutil
import socket
from pathlib import Path

from newsarchive.run.errors import RunError

SPACE_NEEDED = 100 * 2**20  # an empty archive takes 60 MiB


def check_port(host: str, port: int) -> None:
    """Raises RunError unless the web server can have the address."""
    try:
        _try_to_bind(host, port)
    except OSError as error:
        raise RunError(_reason(error, host, port)) from error


def check_disk(folder: Path) -> None:
    """Raises RunError if too little is free where the archive's data is to lie."""
    existing = next(part for part in (folder, *folder.parents) if part.exists())
    free = shutil.disk_usage(existing).free
    if free < SPACE_NEEDED:
        raise RunError(
            f"Only {free >> 20} MiB are free on the disk of {folder}, and the archive "
            f"needs {SPACE_NEEDED >> 20}: free some space, then try again."
        )


def _try_to_bind(host: str, port: int) -> None:
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM
    )[0]
    with socket.socket(family, kind, protocol) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        trial.bind(address)


def _reason(error: OSError, host: str, port: int) -> str:
    another = f"choose another, as in `make run PORT={_another(port)}`."
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} of {host} is taken, perhaps by this archive, already "
            f"running: stop what has it, or {another}"
        )
    if error.errno == errno.EACCES:
        return f"This user may not open port {port}: {another}"
    return (
        f"This machine has no address {host} ({error.strerror}): leave HOST out, or "
        "set it to an address of this machine."
    )


def _another(port: int) -> int:
    return 8001 if port < 1024 or port == 65535 else port + 1
