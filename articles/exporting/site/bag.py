"""A folder that says of itself what is in it: a bag as of RFC 8493."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import TextIO

_DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_PAYLOAD = "data"


class Bag:
    """Takes files in, and enters each in the manifest."""

    def __init__(self, folder: Path, manifest: TextIO) -> None:
        self._folder, self._manifest = folder, manifest
        self._made: set[Path] = set()
        self.count = self.size = 0

    def add(self, name: PurePosixPath, content: bytes) -> None:
        self.add_parts(name, [content])

    def add_parts(self, name: PurePosixPath, parts: Iterable[bytes]) -> None:
        """A file of any size, a part after another."""
        file = self._folder / _PAYLOAD / name
        if file.parent not in self._made:
            file.parent.mkdir(parents=True, exist_ok=True)
            # Pages come folder by folder: a few are enough to remember.
            self._made = {file.parent}
        digest = hashlib.sha256()
        with file.open("wb") as written:
            for part in parts:
                digest.update(part)
                self.size += written.write(part)
        self._manifest.write(f"{digest.hexdigest()}  {_PAYLOAD}/{name}\n")
        self.count += 1


@contextmanager
def bag(folder: Path, organization: str, description: str) -> Iterator[Bag]:
    """A bag in an empty folder, complete at the end.

    What lies beside its content has checksums too, in the tag manifest.
    """
    (folder / "bagit.txt").write_text(_DECLARATION, encoding="utf-8")
    manifest = folder / "manifest-sha256.txt"
    with manifest.open("w", encoding="utf-8") as lines:
        filled = Bag(folder, lines)
        yield filled
    information = (
        f"Source-Organization: {organization}\n"
        f"External-Description: {description}\n"
        f"Bagging-Date: {datetime.now(UTC):%Y-%m-%d}\n"
        f"Payload-Oxum: {filled.size}.{filled.count}\n"
    )
    (folder / "bag-info.txt").write_text(information, encoding="utf-8")
    tags = "".join(
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n"
        for file in sorted(folder.iterdir())
        if file.is_file()
    )
    (folder / "tagmanifest-sha256.txt").write_text(tags, encoding="utf-8")
