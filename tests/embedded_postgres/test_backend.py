"""The server as Django's database: commands, pools, gunicorn, `dbshell`, tests."""

import socket
import subprocess
import sys
import textwrap

import pytest

from .conftest import ask, finish, python_path

SETTINGS = """
from pathlib import Path
SECRET_KEY = "not secret"
DATABASES = {
    "default": {
        "ENGINE": "newsarchive.embedded_postgres",
        "NAME": "newsarchive",
        "STATE_DIR": Path("FOLDER"),
        "OPTIONS": {
            "pool": {"min_size": 1, "max_size": 4, "timeout": 3},
            "connect_timeout": 3,
        },
        "CONN_HEALTH_CHECKS": True,
    }
}
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth"]
ROOT_URLCONF = "scratch"
ALLOWED_HOSTS = ["*"]
USE_TZ = True
"""
SITE = """
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import HttpResponse
from django.urls import path

def story(request):
    with connection.cursor() as cursor:
        cursor.execute("SELECT story FROM kept")
        return HttpResponse(cursor.fetchone()[0])

urlpatterns = [path("", story)]
application = get_wsgi_application()
"""
PRELUDE = """
import django, os, signal, sys, time
django.setup()
from django.db import OperationalError, connection
def ask(query):
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchone()[0] if cursor.description else None
"""


@pytest.fixture
def django(server, place):
    """A function that starts Python in a scratch project on the server."""
    settings = SETTINGS.replace("FOLDER", str(server.state.path))
    (place / "scratch_settings.py").write_text(settings)
    (place / "scratch.py").write_text(SITE)
    env = python_path(place) | {"PYTHONWARNINGS": "always"}
    env["DJANGO_SETTINGS_MODULE"] = "scratch_settings"
    started = []

    def start(*arguments):
        command, pipe = [sys.executable, *map(str, arguments)], subprocess.PIPE
        options = {"stdin": pipe, "stdout": pipe, "stderr": pipe, "text": True}
        started.append(subprocess.Popen(command, env=env, cwd=place, **options))
        return started[-1]

    yield start
    for process in started:
        with process:
            process.kill()


def test_a_command_starts_the_server_and_leaves_neither_it_nor_a_word(django, server):
    assert "Applying auth" in finish(django("-m", "django", "migrate"))
    assert not server.is_running()
    assert "No migrations to apply" in finish(django("-m", "django", "migrate"))


def test_a_command_that_needs_no_database_starts_no_server(django, server):
    finish(django("-m", "django", "check"))
    assert not server.state.log.exists()


def test_dbshell_is_the_bundled_psql(django):
    shell = django(
        "-m", "django", "dbshell", "--", "-At", "-c", "SELECT story FROM kept"
    )
    assert finish(shell) == "a story"


def test_letters_of_all_languages_have_trigrams_through_django(django):
    code = "ask('CREATE EXTENSION pg_trgm')\n"
    code += "print(ask(\"SELECT array_length(show_trgm('Ünï'), 1)\"))"
    assert finish(django("-c", PRELUDE + code)) == "4"


def test_a_script_that_closes_nothing_ends_without_a_word(django, server):
    code = "print(ask('SELECT story FROM kept'))"
    assert finish(django("-c", PRELUDE + code)) == "a story"
    assert not server.is_running()


KILL_AND_ASK_AGAIN = """
ask("SELECT 1")
connection.close()
from newsarchive.embedded_postgres.base import running_server
server = running_server(connection.settings_dict)
pid = (server.state.data / "postmaster.pid").read_text().split()[0]
os.kill(int(pid), signal.SIGKILL)
while server.is_running():
    time.sleep(0.01)
print(ask("SELECT story FROM kept"))
"""


def test_a_server_that_died_is_started_again_by_the_next_connection(django):
    process = django("-c", PRELUDE + KILL_AND_ASK_AGAIN)
    output, complaints = process.communicate(timeout=30)
    assert output == "a story\n"
    assert "Traceback" not in complaints


def test_a_server_that_cannot_start_is_to_django_a_database_it_cannot_reach(
    django, server
):
    (server.state.data / "PG_VERSION").write_text("17\n")
    code = """
    try:
        ask("SELECT 1")
    except OperationalError as error:
        print(error)
    """
    output = finish(django("-c", PRELUDE + textwrap.dedent(code)))
    assert "was made by PostgreSQL 17" in output


FORK = """
ask("SELECT 1")
if os.fork() == 0:
    connection.connection = None
    print(ask("SELECT story FROM kept"), flush=True)
    sys.exit()
os.wait()
print(ask("SELECT 'still here'"))
"""


def test_a_forked_child_has_connections_of_its_own(django, server):
    # Python 3.12 and newer warn of what is meant here: a fork beside a pool's threads.
    options = ("-W", "ignore:This process:DeprecationWarning")
    assert finish(django(*options, "-c", PRELUDE + FORK)) == "a story\nstill here"
    assert not server.is_running()


def test_tests_run_in_a_database_of_their_own_beside_the_archive(django, server):
    code = """
    name = connection.creation.create_test_db(verbosity=0)
    print(name, ask("SELECT current_database()"), ask("SELECT to_regclass('kept')"))
    connection.creation.destroy_test_db("newsarchive", verbosity=0)
    """
    output = finish(django("-c", PRELUDE + textwrap.dedent(code)))
    assert output == "test_newsarchive test_newsarchive None"
    assert ask(server, "SELECT story FROM kept") == "a story"


def page(address):
    """What the site says at its socket."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(str(address))
        connection.sendall(b"GET / HTTP/1.0\r\n\r\n")
        return connection.makefile(encoding="utf-8").read().splitlines()[-1]


def test_gunicorns_workers_share_a_server_that_stops_with_them(django, server, place):
    options = ["--workers=2", "--threads=2", f"--bind=unix:{place}/site"]
    gunicorn = django("-m", "gunicorn", *options, "scratch")
    while "Booting worker" not in gunicorn.stderr.readline():
        assert gunicorn.poll() is None
    assert {page(place / "site") for _ in range(8)} == {"a story"}
    assert finish(django("-m", "django", "showmigrations", "auth")).startswith("auth")
    assert server.is_running()
    gunicorn.terminate()
    _, complaints = gunicorn.communicate(timeout=30)
    assert all("[INFO]" in line for line in complaints.splitlines()), complaints
    assert not server.is_running()
