"""What goes wrong is told in one sentence that says what to do."""

import errno

from django.core.management import CommandError
from django.db import Error
from environs import EnvError

_FULL = (errno.ENOSPC, errno.EDQUOT)


class RunError(Exception):
    """The archive cannot run; the message says why and what to do."""


EXPECTED = (RunError, EnvError, CommandError, Error, OSError)


def sentence(error: Exception) -> str:
    """One of the expected errors, for somebody who does not know this code."""
    if isinstance(error, EnvError):
        return f"A variable of the environment cannot be right: {_line(error)}"
    if isinstance(error, Error):
        return f"The database cannot be used: {_line(error)}"
    if isinstance(error, OSError):
        return _system_sentence(error)
    return _line(error)


def _system_sentence(error: OSError) -> str:
    what = error.strerror or _line(error)
    where = f" ({error.filename})" if error.filename else ""
    if error.errno in _FULL:
        return f"The disk is full{where}: free some space, then try again."
    return f"The system refuses what the archive needs: {what}{where}."


def _line(error: Exception) -> str:
    """The message without its line breaks."""
    return " ".join(str(error).split())
