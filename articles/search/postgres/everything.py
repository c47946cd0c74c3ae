"""All that matches, for those who take it away: a walk without an end page."""

from collections.abc import Iterator

from articles.search.postgres.execution import bounded
from articles.search.postgres.prepared import Prepared
from articles.search.postgres.walking import Walk
from articles.search.request import Place

# A walk looks at its first window of days whole, however many of it are wanted.
_AT_ONCE = 10_000
_SECONDS = 20.0


def places(search: Prepared) -> Iterator[Place]:
    """The places in their order; raises SearchTooCostlyError, mostly before the first.

    No statement lies open while somebody takes their time.
    """
    if search.days is None:
        return
    walk = Walk(search.query(), search.days, is_backwards=False)
    beyond: Place | None = None
    while True:
        with bounded(_SECONDS) as cursor:
            found = walk.places(cursor, _AT_ONCE, beyond)
        yield from found
        if len(found) < _AT_ONCE:
            return
        beyond = found[-1]
