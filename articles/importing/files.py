"""The files to import: found in folders or fetched, unpacked, one after the other."""

import io
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeAlias, TypeGuard, cast

from articles import addresses
from articles.importing.fetching import PUBLIC_WEB, Limits, fetch
from articles.importing.unpacking import MAGIC, Unpacked

STANDARD_INPUT = Path("-")
_BUFFER = 128 * 1024
# What Windows leaves in folders; what macOS leaves is hidden by its name.
_OF_DESKTOPS = {"thumbs.db", "ehthumbs.db", "desktop.ini"}


@dataclass(frozen=True, slots=True)
class Address:
    """What is fetched when it is opened."""

    text: str
    limits: Limits = PUBLIC_WEB

    def __str__(self) -> str:
        return self.text


Place: TypeAlias = Path | Address


def place_of(text: str) -> Place:
    """A path or an address, by how it begins; any scheme makes an address."""
    return Address(text) if addresses.has_scheme(text) else Path(text)


def files_in(places: Sequence[Place]) -> list[Place]:
    """The files that paths name: themselves, or all in a folder but the hidden ones.

    What desktops leave there, as in Thumbs.db, is hidden as well.

    Addresses stand for themselves.

    Raises FileNotFoundError for a path that is not there.
    """
    return [file for place in places for file in _files_of(place)]


def total_size(files: Sequence[Place]) -> int:
    """The size of the files as they lie on disk, in bytes; what does not has none."""
    return sum(file.stat().st_size for file in files if is_on_disk(file))


def is_on_disk(place: Place) -> TypeGuard[Path]:
    """Whether it can be read again: no standard input, no address and no pipe."""
    if not isinstance(place, Path) or place == STANDARD_INPUT:
        return False
    try:
        mode = place.stat().st_mode
    except OSError:
        return True  # whoever opens it says what is the matter with it
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)


def name_of(place: Place, root: Path | None = None) -> str:
    """What a place is called in the ledger and by refusals; paths begin at a root.

    The names of files are bytes, and what is no UTF-8 in them no database takes. Of
    addresses, the user and the query are left out.
    """
    if root and isinstance(place, Path):
        place = place.relative_to(root)
    name = str(place).encode(errors="surrogateescape").decode(errors="replace")
    return addresses.shown(name)


class Opened:
    """An open file: its bytes, unpacked, and how far it has been read on disk.

    `address` is where it was fetched from in the end, empty if it was not.
    """

    def __init__(self, packed: BinaryIO, address: str = "") -> None:
        self.address = address
        self._packed = packed
        buffered = cast(io.BufferedReader, packed)
        is_gzip = buffered.peek(2)[:2] == MAGIC
        unpacked = Unpacked(packed) if is_gzip else cast(io.RawIOBase, packed)
        self.stream: io.BufferedReader = io.BufferedReader(unpacked, _BUFFER)

    def position(self) -> int:
        """How many bytes of the file on disk were read."""
        return self._packed.tell() if self._packed.seekable() else 0


@contextmanager
def opened(file: Place) -> Iterator[Opened]:
    """A file, standard input for "-", or what is fetched; raises OSError."""
    if isinstance(file, Address):
        found = fetch(file.text, file.limits)
        body = cast(io.RawIOBase, io.BytesIO(found.body))
        yield Opened(io.BufferedReader(body), found.address)
    elif file == STANDARD_INPUT:
        source = Opened(sys.stdin.buffer)
        try:
            yield source
        finally:
            source.stream.detach()  # or it would close standard input, too
    else:
        with file.open("rb") as packed:
            yield Opened(packed)


def _files_of(path: Place) -> Sequence[Place]:
    if not is_on_disk(path):
        return [path]
    if path.is_dir():
        inside = (part for part in sorted(path.rglob("*")) if part.is_file())
        return [p for p in inside if not _is_hidden(p.relative_to(path))]
    if not path.exists():
        raise FileNotFoundError(f"{path}: there is no such file or folder")
    return [path]


def _is_hidden(path: Path) -> bool:
    is_of_desktop = path.name.lower() in _OF_DESKTOPS
    return is_of_desktop or any(part.startswith(".") for part in path.parts)
