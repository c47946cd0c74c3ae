"""`python -m newsarchive.embedded_postgres PROGRAM …`: PostgreSQL's own programs.

They find the archive by themselves, as in `… pg_dump --file=archive.sql`.
"""

import os
import subprocess
import sys

import django
from django.conf import settings
from django.db import OperationalError

from newsarchive.embedded_postgres import binaries
from newsarchive.embedded_postgres.base import running_server


def main(arguments: list[str]) -> int:
    """Run the program until it ends; returns its exit code, and 2 for wrong use."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
    django.setup()
    database = settings.DATABASES["default"]
    if "STATE_DIR" not in database:
        return _refuse("DATABASE_URL is set: use the programs of that server.")
    programs = {path.name: path for path in binaries.bundled().iterdir()}
    if not arguments or arguments[0] not in programs:
        return _refuse(f"Name a program, one of {', '.join(sorted(programs))}.")
    try:
        address = running_server(database).address
    except OperationalError as error:
        return _refuse(str(error))
    found_by = {f"PG{key.upper()}": value for key, value in address.items()}
    environment = os.environ | found_by | {"PGDATABASE": database["NAME"]}
    command = [str(programs[arguments[0]]), *arguments[1:]]
    return subprocess.run(command, env=environment, check=False).returncode


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
