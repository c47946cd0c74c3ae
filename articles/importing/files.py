"""The files to import: found in folders, unpacked, one after the other."""

import gzip
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

STANDARD_INPUT = Path("-")
_BUFFER = 128 * 1024
_GZIP_MAGIC = b"\x1f\x8b"


def files_in(paths: list[Path]) -> list[Path]:
    """The files that paths name: themselves, or all in a folder but the hidden ones.

    Raises FileNotFoundError for a path that is not there.
    """
    return [file for path in paths for file in _files_of(path)]


def total_size(files: list[Path]) -> int:
    """The size of the files as they lie on disk, in bytes; standard input has none."""
    return sum(file.stat().st_size for file in files if file != STANDARD_INPUT)


class Opened:
    """An open file: its bytes, unpacked, and how far it has been read on disk."""

    def __init__(self, packed: BinaryIO) -> None:
        self._packed = packed
        buffered = cast(io.BufferedReader, packed)
        is_gzip = buffered.peek(2)[:2] == _GZIP_MAGIC
        unpacked = gzip.GzipFile(fileobj=packed) if is_gzip else packed
        self.stream: io.BufferedReader = io.BufferedReader(
            cast(io.RawIOBase, unpacked), _BUFFER
        )

    def position(self) -> int:
        """How many bytes of the file on disk were read."""
        return self._packed.tell() if self._packed.seekable() else 0


@contextmanager
def opened(file: Path) -> Iterator[Opened]:
    """A file, or standard input for "-", for reading; raises OSError."""
    if file == STANDARD_INPUT:
        source = Opened(sys.stdin.buffer)
        try:
            yield source
        finally:
            source.stream.detach()  # or it would close standard input, too
    else:
        with file.open("rb") as packed:
            yield Opened(packed)


def _files_of(path: Path) -> list[Path]:
    if path == STANDARD_INPUT:
        return [path]
    if path.is_dir():
        inside = (part for part in sorted(path.rglob("*")) if part.is_file())
        return [p for p in inside if not _is_hidden(p.relative_to(path))]
    if not path.exists():
        raise FileNotFoundError(f"{path}: there is no such file or folder")
    return [path]


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
