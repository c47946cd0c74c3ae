"""Writing much at once: the index of the search takes it in by the armful.

A GIN index finds the place of every word of every article anew, which is two thirds of
what storing it costs. With its pending list ("fast update") it takes in some megabytes
at a time, in order; searches read that list until then, so it is there for imports
only. The index is whole at every moment, also when an import is killed.

Each switch takes the index for itself alone (AccessExclusiveLock) for a moment: it
waits for the searches that run, and those that come wait behind it. An import that is
killed (SIGKILL) leaves the list switched on, until the next import that ends switches
it off.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

# Read by every search meanwhile, and taken in when it is full.
_PENDING_KILOBYTES = 8 * 1024
_BEGIN = f"""
ALTER INDEX search_entry_vector
    SET (fastupdate = on, gin_pending_list_limit = {_PENDING_KILOBYTES})
"""
_END = """
ALTER INDEX search_entry_vector SET (fastupdate = off);
ALTER INDEX search_entry_vector RESET (gin_pending_list_limit);
SELECT gin_clean_pending_list('search_entry_vector')
"""


@contextmanager
def writing_much() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute(_BEGIN)
    try:
        yield
    finally:
        if connection.is_usable():
            with connection.cursor() as cursor:
                cursor.execute(_END)
