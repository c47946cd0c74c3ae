"""Where DATABASE_URL names a server, ours does not come into it."""

import os
import subprocess
import sys
import textwrap

from .conftest import PROJECT


def test_with_a_database_url_nothing_of_the_package_is_imported():
    code = """
    import sys
    from django.db import connection
    assert connection.vendor == "postgresql"
    print([name for name in sys.modules if "embedded_postgres" in name])
    """
    url = {"DATABASE_URL": "postgres://nobody@localhost/none", "SECRET_KEY": "a" * 50}
    env = os.environ | url | {"DJANGO_SETTINGS_MODULE": "newsarchive.settings"}
    command = [sys.executable, "-c", textwrap.dedent(code)]
    done = subprocess.run(
        command, env=env, cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert done.stdout == "[]\n", done.stderr
