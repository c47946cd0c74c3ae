"""How far fetching may go."""

import time
from dataclasses import dataclass

from articles.importing.fetching.errors import FetchError


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What an address may lead to, and how much of it is taken."""

    seconds: float = 20
    size: int = 10_000_000  # of a body in bytes, as it comes and unpacked
    redirects: int = 5
    ports: frozenset[int] = frozenset({80, 443})
    also: frozenset[str] = frozenset()  # networks to be reached that are not public


PUBLIC_WEB = Limits()


class Deadline:
    """The moment at which all that belongs to one fetching ends."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """How many seconds are left; raises FetchError when none are."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise self.error()
        return left

    def error(self) -> FetchError:
        return FetchError(f"it took longer than {self._seconds:g} seconds")
