"""The cluster, which is PostgreSQL's word for a data folder with all its databases."""

import locale
import logging
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from newsarchive.embedded_postgres import binaries
from newsarchive.embedded_postgres.account import Account
from newsarchive.embedded_postgres.errors import (
    EmbeddedPostgresError,
    cannot,
    reason_in,
)
from newsarchive.embedded_postgres.state import StateFolder

logger = logging.getLogger(__name__)

DATABASE = ROLE = "newsarchive"


def make(state: StateFolder, programs: Path, account: Account, lock: int) -> None:
    """Make the cluster aside and give it its name when whole.

    A making that was cut short is begun anew. `lock` is the descriptor of the server's
    lock: the programs inherit it, so that nobody begins while one of them still lives.
    Raises EmbeddedPostgresError with PostgreSQL's own words when one of them fails.
    """
    logger.info("Making a database in %s, which takes some seconds.", state.path)
    new = state.unfinished_data
    shutil.rmtree(new, ignore_errors=True)
    account.own(new)
    initdb: list[str | Path] = [programs / "initdb", "-D", new, *_initdb_options()]
    _run(account, initdb, pass_fds=[lock])
    alone: list[str | Path] = [programs / "postgres", "--single", "-D", new, "postgres"]
    _run(account, alone, pass_fds=[lock], input=f"CREATE DATABASE {DATABASE};\n")
    new.rename(state.data)
    _sync(state.path)


def check_version(state: StateFolder) -> None:
    """Refuse data that these programs cannot read, and leave it as it is."""
    version = state.data / "PG_VERSION"
    if not version.exists():
        raise EmbeddedPostgresError(
            f"{state.data} is not a PostgreSQL cluster (it has no file PG_VERSION): "
            "move it away to start with an empty archive."
        )
    found, ours = version.read_text().strip(), binaries.major_version()
    if found != ours:
        raise EmbeddedPostgresError(
            f"{state.data} was made by PostgreSQL {found}, and this is {ours}: dump it "
            f"with embedded-postgres {found} and load the dump with this one."
        )


def _initdb_options() -> list[str]:
    return [
        *("--username", ROLE, "--auth", "trust", "--encoding", "UTF8"),
        *("--data-checksums", "--no-instructions", "--text-search-config", "english"),
        # Letters and their order as in Unicode, the same on every machine.
        *("--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"),
        *("--locale", "C", "--lc-ctype", _character_types()),
        # Also for a server that somebody starts by hand: nobody but its user gets in.
        *("--set", "listen_addresses=", "--set", "unix_socket_permissions=0700"),
        # Shared memory in files: containers have little of the other kind.
        *("--set", "dynamic_shared_memory_type=mmap"),
    ]


def _character_types() -> str:
    """A C library locale that knows all letters, by whichever name this system has it.

    pg_trgm and unaccent ask it what a letter is; "C" would drop all but ASCII.
    """
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        for name in ("C.UTF-8", "en_US.UTF-8", "UTF-8"):
            try:
                return locale.setlocale(locale.LC_CTYPE, name)
            except locale.Error:
                continue
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
    logger.warning("Search takes only A to Z for letters: this system has no C.UTF-8.")
    return "C"


def _run(account: Account, command: Sequence[str | Path], **options: Any) -> None:
    done = account.run(command, capture_output=True, **options)
    if done.returncode:
        raise cannot("make a database", reason_in(done.stderr + done.stdout))


def _sync(folder: Path) -> None:
    """Make a new name in `folder` outlive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
