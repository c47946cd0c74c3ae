"""How long something takes, once all it reads is in memory."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from django.db import OperationalError

from articles.search import SearchTooCostlyError

_CANCELED = "57014"  # SQLSTATE query_canceled: what statement_timeout ends with

T = TypeVar("T")


@dataclass(frozen=True)
class Timing:
    """Milliseconds; at least so many where the time limit ended it."""

    milliseconds: float
    is_ended: bool = False

    def __add__(self, other: "Timing") -> "Timing":
        both = self.milliseconds + other.milliseconds
        return Timing(both, self.is_ended or other.is_ended)


def runs_for(milliseconds: float) -> int:
    """How many runs the median is taken of, of something that takes about so long."""
    if milliseconds < 200:
        return 5
    return 3 if milliseconds < 2000 else 1


def timed(run: Callable[[], object]) -> Timing:
    """The median of some runs after one that is not counted.

    What takes more than five seconds is not run again, and what was ended neither.
    """
    warming = _once(run)
    if warming.is_ended or warming.milliseconds > 5000:
        return warming
    first = _once(run)
    runs = [first, *(_once(run) for _ in range(runs_for(first.milliseconds) - 1))]
    median = statistics.median(of.milliseconds for of in runs)
    return Timing(median, any(of.is_ended for of in runs))


def within_limit(run: Callable[[], T]) -> T | None:
    """What it comes to; None where the time limit ended it."""
    try:
        return run()
    except (SearchTooCostlyError, OperationalError) as error:
        if _is_limit(error):
            return None
        raise


def _once(run: Callable[[], object]) -> Timing:
    begin = time.perf_counter()
    is_ended = within_limit(lambda: (run(),)) is None
    return Timing((time.perf_counter() - begin) * 1000, is_ended)


def _is_limit(error: Exception) -> bool:
    is_canceled = getattr(error.__cause__, "sqlstate", None) == _CANCELED
    return isinstance(error, SearchTooCostlyError) or is_canceled
