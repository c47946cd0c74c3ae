"""Which release of the site this is: of the same articles another makes other pages."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings

_MADE_OF = ("articles", "newsarchive", "templates", "static", "locale")
_SUFFIXES = {".py", ".html", ".mo", ".css", ".js", ".svg", ".woff2"}
# What an operator sets, and pages show.
_SHOWN = (
    *("SITE_NAME", "SITE_NAME_UR", "SITE_URL", "ABOUT_TEXT"),
    *("TIME_ZONE", "FIRST_WEEKDAY", "URDU_DIGITS"),
)


@cache
def release() -> str:
    """A digest of all that pages are made with; each process works it out once."""
    digest = sha256()
    for name in _SHOWN:
        digest.update(f"{getattr(settings, name)}\0".encode())
    for file in _files(Path(settings.BASE_DIR)):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _files(base: Path) -> list[Path]:
    files = (file for folder in _MADE_OF for file in (base / folder).rglob("*"))
    return sorted(file for file in files if file.suffix in _SUFFIXES)
