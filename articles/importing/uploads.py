"""Files uploaded to be imported: kept until that is confirmed, or for a day."""

import secrets
import shutil
import time
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.core import signing
from django.core.files.uploadedfile import UploadedFile

LARGEST = 20 * 1024 * 1024
_SECONDS = 24 * 60 * 60
_SALT = "articles.importing.uploads"


class UploadGoneError(ValueError):
    """No such upload is kept: it was imported, or is too old, or is somebody else's."""


def keep(file: UploadedFile, user: int | None) -> str:
    """Keep a file; returns a token that gives it back to the same user."""
    _clear_away()
    folder = _home() / secrets.token_hex(16)
    folder.mkdir(parents=True, mode=0o700)
    path = folder / (PurePosixPath(file.name or "").name or "upload")
    with path.open("wb") as kept:
        for chunk in file.chunks():
            kept.write(chunk)
    return signing.dumps([str(path.relative_to(_home())), user], salt=_SALT)


def path_of(token: str, user: int | None) -> Path:
    """The file of a token; raises UploadGoneError."""
    try:
        name, owner = signing.loads(token, salt=_SALT, max_age=_SECONDS)
    except signing.BadSignature as error:
        raise UploadGoneError from error
    path: Path = _home() / name
    if owner != user or not path.is_file():
        raise UploadGoneError
    return path


def remove(path: Path) -> None:
    shutil.rmtree(path.parent, ignore_errors=True)


def _home() -> Path:
    return Path(settings.STATE_DIR) / "uploads"


def _clear_away() -> None:
    oldest = time.time() - _SECONDS
    for folder in _home().glob("*"):
        if folder.stat().st_mtime < oldest:
            shutil.rmtree(folder, ignore_errors=True)
