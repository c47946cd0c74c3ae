"""Files that are whole or not there: written beside their place, then moved to it."""

import gzip
import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

STANDARD_OUTPUT = Path("-")


class UnwritableError(Exception):
    """Says in words why nothing can be written there."""


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, packed if its name ends in ".gz"; "-" is standard output.

    It takes its name when all is written. Raises UnwritableError.
    """
    if path == STANDARD_OUTPUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with beside(path) as aside, _opened(aside) as file:
        if path.suffix == ".gz":
            # Without name and time, the same articles are the same bytes.
            with gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed:
                yield cast(BinaryIO, packed)
        else:
            yield file
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A name beside a file's own; what is made there becomes the file in the end.

    If it does not come to that, nothing stays. Raises UnwritableError.
    """
    target = path.resolve()  # what a link leads to, not the link
    if target.exists() and not target.is_file():
        raise UnwritableError(f"{path}: is no file")
    aside = _beside(target)
    try:
        yield aside
        aside.replace(target)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        reason = error.strerror or str(error)
        raise UnwritableError(f"{path}: {reason}") from error
    finally:
        aside.unlink(missing_ok=True)


@contextmanager
def folder_beside(folder: Path) -> Iterator[Path]:
    """The same for a folder that is not there, or empty. Raises UnwritableError."""
    target = folder.resolve()
    aside = _beside(target)
    try:
        aside.mkdir()
        yield aside
        aside.rename(target)
    except OSError as error:
        raise UnwritableError(f"{folder}: {error.strerror or error}") from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _beside(target: Path) -> Path:
    """A name that nobody has: in containers, numbers of processes come again."""
    return target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    with path.open("xb") as file:
        yield file
