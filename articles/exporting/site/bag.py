"""A folder that says of itself what is in it: a bag as of RFC 8493."""

import hashlib
from collections.abc import Iterator
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
        file = self._folder / _PAYLOAD / name
        if file.parent not in self._made:
            file.parent.mkdir(parents=True, exist_ok=True)
            # Pages come folder by folder: a few are enough to remember.
            self._made = {file.parent}
        file.write_bytes(content)
        checksum = hashlib.sha256(content).hexdigest()
        self._manifest.write(f"{checksum}  {_PAYLOAD}/{name}\n")
        self.count += 1
        self.size += len(content)


@contextmanager
def bag(folder: Path, description: str) -> Iterator[Bag]:
    """A bag in an empty folder, complete at the end."""
    (folder / "bagit.txt").write_text(_DECLARATION, encoding="utf-8")
    manifest = folder / "manifest-sha256.txt"
    with manifest.open("w", encoding="utf-8") as lines:
        filled = Bag(folder, lines)
        yield filled
    information = (
        f"External-Description: {description}\n"
        f"Bagging-Date: {datetime.now(UTC):%Y-%m-%d}\n"
        f"Payload-Oxum: {filled.size}.{filled.count}\n"
    )
    (folder / "bag-info.txt").write_text(information, encoding="utf-8")
