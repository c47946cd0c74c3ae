"""What must be there before the first page is served; each step is quick once done."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import psycopg
from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.backends.postgresql.base import DatabaseWrapper

from newsarchive.health import unapplied_migrations


def say(text: str) -> None:
    """Print at once, also where a file or a pipe takes what is printed."""
    print(text, flush=True)


def open_database() -> None:
    """Connect, which starts the embedded server and holds it while this process lives.

    Raises django.db.Error if there is no database to be had.
    """
    say("Opening the database.")
    # Without the pool, which tries for a while and then does not say what went wrong.
    with connection.wrap_database_errors:
        psycopg.connect(**connection.get_connection_params()).close()


def close_database() -> None:
    """Close the connections that preparing took; the embedded server is still held."""
    connection.close()
    cast(DatabaseWrapper, connection).close_pool()


def migrate() -> None:
    """Bring the tables up to date, and what comes with them: permissions, groups."""
    is_behind = bool(unapplied_migrations())
    if is_behind:
        say("Bringing the tables of the database up to date.")
    call_command("migrate", interactive=False, verbosity=1 if is_behind else 0)


def load_sample() -> None:
    """Fill an empty archive with the sample; one that has articles is left alone."""
    if not apps.get_model("articles", "Article")._default_manager.exists():
        say("Loading the sample archive.")
        call_command("import_articles", str(settings.BASE_DIR / "sample"))


def collect_static_files() -> None:
    """Collect and compress the static files, unless the same ones were before."""
    stamp = Path(settings.STATIC_ROOT, ".collected")
    now = _fingerprint()
    if stamp.exists() and stamp.read_text() == now:
        return
    say("Collecting the style sheets, scripts and fonts.")
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(now)


def _fingerprint() -> str:
    """A text that changes whenever a static file does, or the place they go to."""
    digest = hashlib.sha256(os.fsencode(settings.STATIC_ROOT))
    for line in sorted(_static_files()):
        digest.update(line.encode())
    return digest.hexdigest()


def _static_files() -> Iterator[str]:
    for finder in get_finders():
        for path, storage in finder.list([]):
            status = Path(storage.path(path)).stat()
            yield f"{path} {status.st_size} {status.st_mtime_ns}\n"
