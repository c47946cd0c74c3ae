"""`make run` without make: from a fresh clone to an open page, and back to nothing."""

import re
import signal
import socket
import time
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest

from newsarchive.embedded_postgres.server import Server
from tests.processes import Run, cloned, python

READY = "press Ctrl-C"


def get(run, path):
    return ask(run, path)[1]


def ask(run, path, **headers):
    """The status of a response, and its text."""
    with closing(HTTPConnection("127.0.0.1", run.port, timeout=30)) as asked:
        asked.request("GET", path, headers=headers)
        response = asked.getresponse()
        return response.status, response.read().decode()


def answers(run):
    with socket.socket() as asked:
        return asked.connect_ex(("127.0.0.1", run.port)) == 0


def is_database_running(clone):
    return Server(clone / "var" / "postgres").is_running()


def password_in(output):
    found = re.search(r"\b(?:[a-z0-9]{5}-){3}[a-z0-9]{5}\b", output)
    return found and found[0]


def user_with(password, clone):
    """Who logs in with it, by a command of manage.py beside the running archive."""
    code = (
        "from django.contrib.auth import authenticate\n"
        f"print(authenticate(username='admin', password='{password}'))"
    )
    done = python("manage.py", "shell", "--command", code, folder=clone)
    return done.stdout.splitlines()[-1]


@dataclass
class FirstStart:
    clone: Path
    run: Run
    page: str
    password: str
    user: str
    exit_code: int


@pytest.fixture(scope="module")
def first():
    with cloned() as clone, Run(clone) as run:
        password = password_in(run.wait_for(READY))
        page, user = get(run, "/"), user_with(password, clone)
        yield FirstStart(clone, run, page, password, user, run.end(by=signal.SIGINT))


@pytest.fixture
def clone(first):
    """The clone, whose archive is there and not running."""
    return first.clone


def test_the_first_start_shows_a_filled_archive_and_says_where(first):
    assert "<article" in first.page
    assert "stored 62" in first.run.output
    assert f"http://127.0.0.1:{first.run.port}/" in first.run.output
    assert str(first.clone / "var") in first.run.output


def test_the_password_that_is_shown_is_good_and_nowhere_in_clear(first):
    assert first.user == "admin"
    files = [file for file in (first.clone / "var").rglob("*") if file.is_file()]
    assert files
    assert not [f for f in files if first.password.encode() in f.read_bytes()]


def test_ctrl_c_stops_all_of_it(first):
    assert first.exit_code == 0
    assert "Traceback" not in first.run.output
    assert not answers(first.run)
    assert not is_database_running(first.clone)


def test_a_second_start_takes_seconds_and_does_nothing_again(clone):
    begun = time.monotonic()
    with Run(clone) as run:
        output = run.wait_for(READY)
        assert time.monotonic() - begun < 10
        assert get(run, "/readyz") == "ok\n"
        assert run.end(by=signal.SIGTERM) == 0
    assert "sample" not in output
    assert not password_in(output)
    assert not is_database_running(clone)


def test_https_is_what_a_trusted_proxy_says_it_is(clone):
    with Run(clone, SITE_URL="https://archive.example") as run:
        run.wait_for(READY)
        assert ask(run, "/", Host="archive.example")[0] == 301
        by_proxy = {"Host": "archive.example", "X-Forwarded-Proto": "https"}
        assert ask(run, "/", **by_proxy)[0] == 200


def test_a_web_server_that_ends_is_noticed(clone):
    module = clone / "newsarchive" / "wsgi.py"
    sound = module.read_text()
    module.write_text("application = None")
    try:
        run = Run(clone)
        run.wait_for("The web server ended (exit code ")
        assert run.wait() == 1
    finally:
        module.write_text(sound)
    assert not is_database_running(clone)


def test_a_port_that_is_taken_is_told_in_one_sentence(clone):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        tried = python("-m", "newsarchive.run", folder=clone, PORT=str(port))
    assert tried.returncode == 1
    assert tried.stdout == ""
    assert tried.stderr.strip().startswith(f"Port {port} of 127.0.0.1 is taken")
    assert len(tried.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({"PORT": "eighty"}, 'Environment variable "PORT" invalid'),
        ({"PORT": "123456"}, 'Environment variable "PORT" invalid'),
        ({"HOST": "192.0.2.1"}, "This machine has no address 192.0.2.1"),
        ({"SITE_URL": "archive"}, 'Environment variable "SITE_URL" invalid'),
        ({"DATABASE_URL": "postgres://127.0.0.1/a"}, '"SECRET_KEY" not set'),
        (
            {"DATABASE_URL": "postgres://127.0.0.1:1/a", "SECRET_KEY": "k"},
            "The database cannot be used: connection failed",
        ),
    ],
)
def test_what_cannot_be_right_is_told_in_one_sentence(clone, variables, sentence):
    tried = python("-m", "newsarchive.run", folder=clone, **variables)
    assert tried.returncode == 1
    assert sentence in tried.stderr
    assert len(tried.stderr.strip().splitlines()) == 1


def test_a_new_password_replaces_the_old_one(first, clone):
    made = python("-m", "newsarchive.run", "password", folder=clone)
    assert user_with(password_in(made.stdout), clone) == "admin"
    assert user_with(first.password, clone) == "None"


def test_an_archive_in_use_is_not_removed(clone):
    with Run(clone) as run:
        run.wait_for(READY)
        tried = python("-m", "newsarchive.run", "empty", folder=clone, answer="yes\n")
        assert tried.returncode == 1
        assert "The archive is in use" in tried.stderr
        assert "<article" in get(run, "/")


@pytest.mark.parametrize("answer", ["", "no\n", "y\n"])
def test_nothing_is_removed_but_for_a_yes(clone, answer):
    python("-m", "newsarchive.run", "empty", folder=clone, answer=answer)
    assert (clone / "var" / "postgres").exists()


def test_an_emptied_archive_starts_anew_and_with_no_sample_if_so_wished(clone):
    emptied = python("-m", "newsarchive.run", "empty", folder=clone, answer="yes\n")
    assert emptied.returncode == 0
    assert not (clone / "var").exists()
    with Run(clone, "--no-sample") as run:
        output = run.wait_for(READY)
        assert "stored" not in output
        assert password_in(output)
        assert "<article" not in get(run, "/")
