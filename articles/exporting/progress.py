"""The progress bar of an export; nothing where nobody watches a terminal."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from tqdm import tqdm

Item = TypeVar("Item")


def watched(items: Iterable[Item], total: int | None = None) -> Iterator[Item]:
    """The items, while a bar shows how many there were, the rate and the time left."""
    bar = tqdm(items, total=total, unit=" articles", unit_scale=True, disable=None)
    yield from bar
