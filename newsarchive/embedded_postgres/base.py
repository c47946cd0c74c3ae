"""Django's database backend for the embedded server, which its connections start.

In DATABASES, ENGINE is this package and STATE_DIR the folder of the server's state.
"""

import atexit
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar

from django.db import OperationalError
from django.db.backends.postgresql import base, client
from psycopg_pool import ConnectionPool

from newsarchive.embedded_postgres import binaries
from newsarchive.embedded_postgres.errors import EmbeddedPostgresError
from newsarchive.embedded_postgres.server import Server

_servers: dict[Path, Server] = {}
_pools_of_parent: list[ConnectionPool] = []


def running_server(settings: dict[str, Any]) -> Server:
    """The server of a database's settings, running and held until this process ends.

    Raises OperationalError, as for any database that cannot be reached.
    """
    state = Path(settings["STATE_DIR"])
    server = _servers.get(state) or _servers.setdefault(state, Server(state))
    try:
        if server.hold():
            # After hold(), so that at exit the pools close before the server stops.
            atexit.unregister(_close_pools)
            atexit.register(_close_pools)
        server.ensure()
    except EmbeddedPostgresError as error:
        raise OperationalError(str(error)) from error
    return server


class DatabaseClient(client.DatabaseClient):
    """`manage.py dbshell`, with the psql that comes with the server."""

    @classmethod
    def settings_to_cmd_args_env(
        cls, settings_dict: dict[str, Any], parameters: Iterable[str]
    ) -> tuple[list[str], dict[str, str] | None]:
        address = running_server(settings_dict).address
        settings = settings_dict | {key.upper(): at for key, at in address.items()}
        arguments, env = super().settings_to_cmd_args_env(settings, parameters)
        return [str(binaries.bundled() / "psql"), *arguments[1:]], env


class DatabaseWrapper(base.DatabaseWrapper):
    client_class = DatabaseClient
    _connection_pools: ClassVar[dict[str, ConnectionPool]] = {}  # Django's own name

    def get_connection_params(self) -> dict[str, Any]:
        """Asked for every new connection: a server that has died is started again."""
        parameters = super().get_connection_params()
        return parameters | running_server(self.settings_dict).address


def _close_pools() -> None:
    for pool in list(DatabaseWrapper._connection_pools.values()):
        pool.close()


def _leave_pools_to_parent() -> None:
    # A forked child has neither the threads of a pool nor a right to its connections.
    _pools_of_parent.extend(DatabaseWrapper._connection_pools.values())
    DatabaseWrapper._connection_pools.clear()


os.register_at_fork(after_in_child=_leave_pools_to_parent)
