"""Files uploaded to be imported: kept until that is confirmed, or for a day.

They lie where the system keeps what is temporary, which a container can write to, too.
"""

import shutil
import tempfile
import time
from pathlib import Path, PurePosixPath

from django.core import signing
from django.core.files.uploadedfile import UploadedFile

LARGEST = 20 * 1024 * 1024
_PREFIX = "newsarchive-upload-"
_LONGEST_NAME = 200  # in bytes; file systems take 255
_SECONDS = 24 * 60 * 60
_SALT = "articles.importing.uploads"


class UploadGoneError(ValueError):
    """No such upload is kept: it was imported, or is too old, or is somebody else's."""


def keep(file: UploadedFile, user: int | None) -> str:
    """Keep a file; returns a token that gives it back to the same user."""
    _clear_away()
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    name = PurePosixPath(file.name or "").name.encode()[-_LONGEST_NAME:]
    path = folder / (name.decode(errors="ignore") or "upload")
    with path.open("wb") as kept:
        for chunk in file.chunks():
            kept.write(chunk)
    return signing.dumps([str(path), user], salt=_SALT)


def path_of(token: str, user: int | None) -> Path:
    """The file of a token; raises UploadGoneError."""
    try:
        name, owner = signing.loads(token, salt=_SALT, max_age=_SECONDS)
    except signing.BadSignature as error:
        raise UploadGoneError from error
    path = Path(name)
    if owner != user or not path.is_file():
        raise UploadGoneError
    return path


def remove(path: Path) -> None:
    shutil.rmtree(path.parent, ignore_errors=True)


def _clear_away() -> None:
    oldest = time.time() - _SECONDS
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        try:
            if folder.stat().st_mtime < oldest:
                shutil.rmtree(folder, ignore_errors=True)
        except OSError:
            pass  # another process was quicker
