"""How statements of the search are run: by the index, and never longer than allowed."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection, transaction
from django.db.backends.utils import CursorWrapper

from articles.search.answer import SearchTooCostlyError

_CANCELED = "57014"  # SQLSTATE query_canceled: what statement_timeout ends with

# The planner takes @@ to be cheap. Left to itself it reads every vector of the archive
# for a common word, and walks the archive by day for a rare one; a bitmap of the index
# is right for both. Machine code (JIT) takes longer to make than these statements take,
# and to start workers takes longer than a page of hits.
_SETTINGS = """
SELECT set_config('statement_timeout', %s, true),
    set_config('enable_seqscan', 'off', true),
    set_config('enable_indexscan', 'off', true),
    set_config('enable_indexonlyscan', 'off', true),
    set_config('max_parallel_workers_per_gather', '0', true),
    set_config('work_mem', '64MB', true),
    set_config('jit', 'off', true)
"""
_TIMEOUT = "SELECT set_config('statement_timeout', %s, true)"


@contextmanager
def bounded(seconds: float) -> Iterator[CursorWrapper]:
    """A cursor over the index, each statement of which may take so long.

    Raises SearchTooCostlyError when time is up.
    """
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(_SETTINGS, [_milliseconds(seconds)])
            yield cursor
            # Nothing was written; and the settings end here, also in a transaction.
            transaction.set_rollback(True)
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", None) == _CANCELED:
            raise SearchTooCostlyError from error
        raise


def limit_time(cursor: CursorWrapper, seconds: float) -> None:
    """From now on, a statement of this transaction may take so long.

    Raises SearchTooCostlyError where that is no time at all.
    """
    if seconds <= 0:
        raise SearchTooCostlyError
    cursor.execute(_TIMEOUT, [_milliseconds(seconds)])


def _milliseconds(seconds: float) -> str:
    return f"{max(1, int(seconds * 1000))}ms"
