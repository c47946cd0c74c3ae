"""The progress bar of an import; nothing where nobody watches a terminal."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Never

from tqdm import tqdm

from articles.importing.imports import Progress
from articles.importing.summary import Summary


@contextmanager
def progress_bar(total_bytes: int) -> Iterator[Progress]:
    """A function that shows how far the files were read, the rate and the time left."""
    with tqdm(
        total=total_bytes or None, unit="B", unit_scale=True, disable=None, miniters=1
    ) as bar:

        def show(summary: Summary, position: int) -> None:
            bar.update(position - bar.n)
            bar.set_postfix_str(_rate(summary.records, bar), refresh=False)

        yield show


def beside_the_bar() -> AbstractContextManager[None]:
    """Where something else is written, and the bar is out of its way."""
    return tqdm.external_write_mode()


def _rate(records: int, bar: "tqdm[Never]") -> str:
    elapsed = bar.format_dict["elapsed"] or 1
    return f"{records:,} records, {records / elapsed:,.0f} a second"
