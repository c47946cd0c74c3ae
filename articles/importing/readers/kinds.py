"""Files that are no text: what they are, and what to do so that they can be read."""

_UNPACK = "unpack it first, and name the file or the folder"
_TO_CSV = "save its sheets as CSV"
_BEGINNINGS = {
    b"PK\x03\x04": f"a zip archive: {_UNPACK}",
    b"PK\x05\x06": "an empty zip archive",
    b"BZh": f"packed with bzip2: {_UNPACK}",
    b"\xfd7zXZ\x00": f"packed with xz: {_UNPACK}",
    b"\x28\xb5\x2f\xfd": f"packed with zstd: {_UNPACK}",
    b"7z\xbc\xaf\x27\x1c": f"a 7z archive: {_UNPACK}",
    b"Rar!": f"a rar archive: {_UNPACK}",
    b"\x1f\x8b": f"packed twice: {_UNPACK}",
    b"\xd0\xcf\x11\xe0": f"an old office program's file: {_TO_CSV}, or its text",
    b"{\\rtf": "rich text: save it as plain text",
    b"%PDF": "a PDF: save its text as text",
    b"SQLite format 3\x00": "a database: export its tables as CSV",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
}
_OF_OFFICE = {
    b"xl/": f"a spreadsheet: {_TO_CSV}",
    b"opendocument.spreadsheet": f"a spreadsheet: {_TO_CSV}",
    b"word/": "a word processor's file: save it as text",
    b"opendocument.text": "a word processor's file: save it as text",
}
_TAR = slice(257, 262)


def unreadable_kind(head: bytes) -> str:
    """What a file is that begins so, if it is of no use as it is; else empty."""
    if head[_TAR] == b"ustar":
        return f"a tar archive: {_UNPACK}"
    kinds = (kind for magic, kind in _BEGINNINGS.items() if head.startswith(magic))
    if not (kind := next(kinds, "")) or not head.startswith(b"PK\x03\x04"):
        return kind
    return next((k for name, k in _OF_OFFICE.items() if name in head), kind)
