"""Where the browser is: Debian's own, for the tests download none."""

import os
import shutil
import sys

_NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = (
    "There is no Chromium here: install it (on Debian and Ubuntu: apt-get install "
    "chromium fonts-liberation fonts-noto-core), or say where it is (CHROMIUM=…)."
)
# As root, which CI is, it runs only without its sandbox; it meets our own pages only.
ARGUMENTS = ["--disable-gpu", *(["--no-sandbox"] if os.geteuid() == 0 else [])]


def path() -> str:
    """The program to start; raises LookupError, with what to do, if there is none."""
    names = [named] if (named := os.environ.get("CHROMIUM")) else _NAMES
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        raise LookupError(MISSING)
    return found


if __name__ == "__main__":  # `make` asks before it starts anything
    try:
        path()
    except LookupError as error:
        sys.exit(str(error))
