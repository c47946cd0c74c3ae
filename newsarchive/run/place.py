"""Where the archive's data lies."""

from pathlib import Path

from django.conf import settings
from django.db import connection


def embedded_state() -> Path | None:
    """The folder of the embedded server; None where DATABASE_URL names another one."""
    state = connection.settings_dict.get("STATE_DIR")
    return Path(state) if state else None


def description() -> str:
    """For the owner, who wants to know what to keep safe."""
    return str(settings.STATE_DIR) if embedded_state() else "where DATABASE_URL says"
