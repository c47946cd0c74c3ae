"""Gzip, unpacked with suspicion: a small file can hold more than any disk."""

import gzip
import io
import zlib
from typing import IO, TYPE_CHECKING, cast

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MAGIC = b"\x1f\x8b"
# News text packs to a fifth or so, and the most repetitive of tables to a hundredth; a
# gzip bomb is a thousand times its size. Below the first figure nothing is a danger.
HARMLESS = 64 * 1024 * 1024
HIGHEST_RATIO = 200
LARGEST = 64 * 1024 * 1024 * 1024

_OTHER = "something else follows the compressed data"
_DAMAGED = "the compressed data is damaged or ends too early"


class UnpackingError(OSError):
    """Why compressed data are not read, or not to their end."""


class Unpacked(io.RawIOBase):
    """What a gzipped stream holds, in all of its members; raises UnpackingError."""

    def __init__(self, packed: IO[bytes]) -> None:
        self._packed = _Counted(packed)
        self._gzip = gzip.GzipFile(mode="rb", fileobj=cast(IO[bytes], self._packed))
        self._size = 0
        self._fault: UnpackingError | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fill the buffer; a fault waits until what was before it has been read."""
        view, filled = memoryview(buffer), 0
        while filled < len(view) and (data := self._read(len(view) - filled)):
            view[filled : filled + len(data)] = data
            filled += len(data)
        if self._fault and not filled:
            raise self._fault
        return filled

    def _read(self, size: int) -> bytes:
        if self._fault:
            return b""
        try:
            data = self._gzip.read1(size)
            self._size += len(data)
            self._check()
        except UnpackingError as fault:
            self._fault = fault
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            is_other = str(error).startswith("Not a gzipped file")
            self._fault = UnpackingError(_OTHER if is_other else _DAMAGED)
        else:
            return data
        return b""

    def _check(self) -> None:
        ratio = self._size // max(1, self._packed.count)
        if self._size > HARMLESS and ratio > HIGHEST_RATIO:
            raise UnpackingError(
                f"the compressed data unpack to more than {HIGHEST_RATIO} times their "
                "size: if they are no trap, unpack them first"
            )
        if self._size > LARGEST:
            raise UnpackingError(
                f"the compressed data hold more than {LARGEST:,} bytes: divide them"
            )


class _Counted:
    """A stream that counts what was read of it, which a pipe does not tell."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.count = 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.count += len(data)
        return data
