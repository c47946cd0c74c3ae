"""The body of an answer: read up to a size, and unpacked up to the same size."""

import http.client
import zlib
from collections.abc import Iterator

from articles.importing.fetching.errors import FetchError
from articles.importing.fetching.limits import Deadline

_PIECE = 64 * 1024
_UNPACKED_AT_ONCE = 16 * 1024
_GZIP_MAGIC = b"\x1f\x8b"
_GZIP_OR_ZLIB = zlib.MAX_WBITS + 32
# Text comes to a tenth or a thirtieth of its size; only what was made to, to less.
_MOST_TIMES = 200
_ALWAYS_FINE = 256 * 1024
# Whoever packs in blocks has one for 64 KB; an empty part has 20 bytes.
_MOST_PARTS = 10_000


def body_of(answer: http.client.HTTPResponse, size: int, deadline: Deadline) -> bytes:
    """The whole body, without any packing; raises FetchError if it is too large."""
    packing = (answer.headers.get("Content-Encoding") or "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip", "deflate"):
        raise FetchError(f"packed in a way that was not asked for: {packing[:40]!r}")
    pieces = _pieces(answer, size)
    if packing == "identity":
        body = b"".join(pieces)
    else:
        body = _unpacked(pieces, size, deadline)
    if body.startswith(_GZIP_MAGIC):  # a file that is packed itself
        body = _unpacked(iter([body]), size, deadline)
    return body


def _pieces(answer: http.client.HTTPResponse, size: int) -> Iterator[bytes]:
    left = size
    while piece := answer.read(_PIECE):
        left -= len(piece)
        if left < 0:
            raise FetchError(f"larger than {size:,} bytes")
        yield piece
    if answer.length:
        raise FetchError("the connection ended before all of it had come")


def _unpacked(pieces: Iterator[bytes], size: int, deadline: Deadline) -> bytes:
    unpacked, packed, parts = bytearray(), 0, 1
    unpacker = zlib.decompressobj(_GZIP_OR_ZLIB)
    try:
        for piece in _cut(pieces):
            deadline.left()
            packed += len(piece)
            while piece := piece.lstrip(b"\0") if unpacker.eof else piece:
                if unpacker.eof:  # one packed part may follow another
                    parts += 1
                    unpacker = zlib.decompressobj(_GZIP_OR_ZLIB)
                unpacked += unpacker.decompress(piece, size + 1 - len(unpacked))
                _assure_size(len(unpacked), packed, size)
                _assure_parts(parts)
                piece = unpacker.unconsumed_tail or unpacker.unused_data
    except zlib.error as error:
        raise FetchError("the compressed data is damaged") from error
    if not unpacker.eof:
        raise FetchError("the compressed data ends too early")
    return bytes(unpacked)


def _cut(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Small pieces: what is behind a packed part is copied once for each part."""
    for piece in pieces:
        for start in range(0, len(piece), _UNPACKED_AT_ONCE):
            yield piece[start : start + _UNPACKED_AT_ONCE]


def _assure_parts(parts: int) -> None:
    if parts > _MOST_PARTS:
        raise FetchError(f"packed in more than {_MOST_PARTS:,} parts")


def _assure_size(unpacked: int, packed: int, size: int) -> None:
    if unpacked > size:
        raise FetchError(f"larger than {size:,} bytes when unpacked")
    if unpacked > max(_ALWAYS_FINE, packed * _MOST_TIMES):
        raise FetchError(f"more than {_MOST_TIMES} times larger when unpacked")
