"""How failures of the embedded server are told: what is wrong, and what to do."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Not what the server answers to those who ask, in vain, whether it is ready.
_REASON = re.compile(r"(?:FATAL|PANIC|error): +(?!the database system is )(.*)")


class EmbeddedPostgresError(RuntimeError):
    """The embedded server cannot run; the message says why and what to do."""


def cannot(do: str, reason: str) -> EmbeddedPostgresError:
    """The error for something the system or PostgreSQL refused, with the way out."""
    is_full = any(words in reason for words in ("No space left", "quota exceeded"))
    advice = "Free some space and try again" if is_full else "See to that"
    return EmbeddedPostgresError(
        f"The embedded PostgreSQL cannot {do}: {reason}. {advice}, or set DATABASE_URL."
    )


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Tell what the system refuses about `folder` as an EmbeddedPostgresError."""
    try:
        yield
    except OSError as error:
        where = f" ({os.fsdecode(error.filename)})" if error.filename else ""
        raise cannot(f"work in {folder}", f"{error.strerror}{where}") from error


def reason_in(output: str) -> str:
    """What the first complaint in a program's output says, or else its last line."""
    if complaint := _REASON.search(output):
        return complaint[1]
    lines = output.split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "no reason")
