"""The Dockerfile and compose.yaml name only what is there."""

import json
import re
import subprocess
from fnmatch import fnmatch
from importlib.util import find_spec

import pytest
from django.core.management import get_commands

from tests.processes import PROJECT, environment, python

DOCKERFILE = (PROJECT / "Dockerfile").read_text().replace("\\\n", " ")
COMPOSE = (PROJECT / "compose.yaml").read_text()
COPIED = [
    path
    for line in re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE)
    for path in line.split()
]
TARGETS = [
    target
    for line in re.findall(r"^RUN .*\bmake ([a-z ]+)$", DOCKERFILE, re.MULTILINE)
    for target in line.split()
]
COMMANDS = [
    json.loads(words)
    for words in re.findall(r"CMD (\[.+\])$", DOCKERFILE, re.MULTILINE)
    + re.findall(r"command: (\[.+\])$", COMPOSE, re.MULTILINE)
]


def is_sent_to_the_build(path):
    """Whether .dockerignore lets the path through: its last line that fits decides."""
    is_sent = True
    for line in (PROJECT / ".dockerignore").read_text().splitlines():
        pattern = line.removeprefix("!")
        if not line.startswith("#") and fnmatch(path.split("/")[0], pattern):
            is_sent = line.startswith("!")
    return is_sent


def test_there_is_something_to_check():
    assert "Makefile" in COPIED
    assert TARGETS == ["install", "static"]
    assert ["gunicorn"] in COMMANDS
    assert len(COMMANDS) == 3


@pytest.mark.parametrize("path", COPIED)
def test_every_file_that_is_copied_is_there_and_sent(path):
    assert (PROJECT / path).exists()
    assert is_sent_to_the_build(path)


@pytest.mark.parametrize("path", [".git", ".env", ".venv", "var", "tests"])
def test_nothing_private_is_sent(path):
    assert not is_sent_to_the_build(path)


def test_every_package_of_the_archive_is_copied():
    packages = {path.parent.name for path in PROJECT.glob("*/__init__.py")} - {"tests"}
    assert packages <= set(COPIED)


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_is_in_the_makefile_and_in_ci(target):
    planned = subprocess.run(
        ["make", "--dry-run", target], check=False, cwd=PROJECT, env=environment()
    )
    assert planned.returncode == 0
    made = re.findall(r"\bmake ((?:[a-z]+ ?)+)", (PROJECT / ".ci" / "run").read_text())
    assert target in " ".join(made).split()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_that_is_called_is_there(command):
    match command:
        case ["python", "-m", module]:
            assert find_spec(module)
        case ["python", "manage.py", name, *_]:
            assert name in get_commands()
        case ["gunicorn"]:
            assert find_spec("gunicorn")
        case _:
            pytest.fail(f"an unknown kind of command: {command}")


def test_gunicorn_takes_its_configuration_from_the_settings():
    variables = {"HOST": "::", "PORT": "8123", "WEB_WORKERS": "7", "WEB_THREADS": "5"}
    shown = python("-m", "gunicorn", "--print-config", **variables)
    values = dict(re.findall(r"^(\w+) += (.*)$", shown.stdout, re.MULTILINE))
    assert values["bind"] == "['[::]:8123']"
    assert (values["workers"], values["threads"]) == ("7", "5")
    assert values["preload_app"] == "False"
    assert values["control_socket_disable"] == "True"


def test_every_variable_that_compose_sets_is_read_by_the_settings():
    settings = (PROJECT / "newsarchive" / "settings.py").read_text()
    archive = COMPOSE.split("x-archive")[1].split("services:")[0]
    names = re.findall(r"^    ([A-Z_]+):", archive, re.MULTILINE)
    assert "DATABASE_URL" in names
    assert all(f'"{name}"' in settings for name in names)


def test_no_secret_has_a_value_that_everybody_knows():
    known = re.findall(r"\$\{(\w+):-", COMPOSE)
    assert "SITE_URL" in known
    assert not {name for name in known if re.search("SECRET|PASSWORD", name)}
