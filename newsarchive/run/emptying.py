"""`make empty`: back to a fresh clone, but for the programs that are installed."""

import shutil
from pathlib import Path

from django.conf import settings

from newsarchive.run import place
from newsarchive.run.errors import RunError
from newsarchive.run.preparation import say


def empty() -> None:
    """Remove the archive with all that belongs to it, if the answer is yes.

    Raises RunError while anything uses the archive, or if it is not the embedded one.
    """
    state = place.embedded_state()
    if state is None:
        raise RunError(
            "DATABASE_URL is set, and only the embedded archive can be removed: unset "
            "it, or empty that database with its own tools."
        )
    _check_unused(state)
    say(f"This removes the archive in {settings.STATE_DIR}:")
    say("all articles, all accounts and the secret key. Nothing brings them back.")
    if _answer() != "yes":
        say("Nothing was removed.")
        return
    _check_unused(state)  # once more: somebody may have taken their time to answer
    _remove(settings.STATE_DIR)
    _remove(settings.STATIC_ROOT.parent)
    say("The archive is empty. `make run` starts a new one.")


def _answer() -> str:
    try:
        return input("Type yes to remove it: ").strip()
    except EOFError:
        raise RunError("Nobody answered: nothing was removed.") from None


def _check_unused(state: Path) -> None:
    # Here, since it needs unix: archives with DATABASE_URL run without it.
    from newsarchive.embedded_postgres.errors import EmbeddedPostgresError
    from newsarchive.embedded_postgres.server import Server

    server = Server(state)
    try:
        server.hold()
        server.leave()  # stops a server that nobody uses
    except EmbeddedPostgresError as error:
        raise RunError(str(error)) from error
    if server.is_running():
        raise RunError(
            "The archive is in use: stop `make run` and what else uses it, then try "
            "again."
        )


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
