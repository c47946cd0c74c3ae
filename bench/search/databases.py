"""The database of an invented archive of n articles, on the server of the settings.

It tells by its own comment that it is whole, so a filling that was cut short is begun
anew, and one that is whole is kept.
"""

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from psycopg import sql

_WHOLE = "filled"

# Into the memory of the system: the server's own holds only a part.
_WARM = """
SELECT sum(pg_prewarm(oid, 'read')) FROM pg_class
WHERE relkind IN ('r', 'i', 't') AND relnamespace <> 'pg_catalog'::regnamespace
"""


def name(count: int) -> str:
    return f"newsarchive_bench_{count}"


def is_whole(count: int) -> bool:
    """Whether there is a database of so many articles, filled to the end."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database"
            " WHERE datname = %s",
            [name(count)],
        )
        return bool(cursor.fetchone() == (_WHOLE,))


def make(count: int) -> None:
    """Make it empty, by the migrations, in place of one that is there, and use it."""
    with connection.cursor() as cursor:
        drop, create = "DROP DATABASE IF EXISTS {}", "CREATE DATABASE {}"
        cursor.execute(sql.SQL(drop).format(sql.Identifier(name(count))))
        cursor.execute(sql.SQL(create).format(sql.Identifier(name(count))))
    use(count)
    call_command("migrate", verbosity=0)


def use(count: int) -> None:
    """Let Django's connection, and whatever asks the settings, go to it from now on."""
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]  # missing in the stubs
    settings.DATABASES["default"]["NAME"] = name(count)
    connection.settings_dict["NAME"] = name(count)


def warm() -> None:
    """Read the database in use into memory, as far as that suffices."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_prewarm")
        cursor.execute(_WARM)


def call_whole(count: int) -> None:
    with connection.cursor() as cursor:
        comment = sql.SQL("COMMENT ON DATABASE {} IS {}")
        cursor.execute(comment.format(sql.Identifier(name(count)), _WHOLE))
