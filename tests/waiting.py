"""Waiting, with a limit, for what another connection does."""

from time import monotonic, sleep

from django.db import connection


def wait_for_one_that_waits():
    """Until another connection waits for what this one has."""
    deadline = monotonic() + 30
    with connection.cursor() as cursor:
        while monotonic() < deadline:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return
            sleep(0.02)
    raise AssertionError("nobody waits")
