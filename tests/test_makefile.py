"""`make` prepares a machine with Python and nothing else, and says what is missing."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.processes import PROJECT, environment

NAMES = ["python3", *(f"python3.{minor}" for minor in (14, 13, 12, 11))]
TOO_OLD = 'case "$2" in *version_info*) exit 1;; esac; exit 0'
WITHOUT_VENV = 'case "$2" in *venv*) exit 1;; esac; exit 0'
FAILING = 'case "$2" in venv) echo "No space left on device" >&2; exit 1;; esac; exit 0'


@pytest.fixture
def folder(tmp_path):
    """A folder with a Makefile and nothing to install."""
    folder = tmp_path / "a clone's folder"
    (folder / "requirements").mkdir(parents=True)
    shutil.copy(PROJECT / "Makefile", folder)
    (folder / "requirements" / "base.txt").touch()
    return folder


def make(folder, *arguments, **variables):
    """Run make as if not by `make test`, which tells a make inside it what it is."""
    return subprocess.run(
        ["make", "--no-print-directory", *arguments],
        check=False,
        cwd=folder,
        env=environment(MAKEFLAGS="", **variables),
        capture_output=True,
        text=True,
    )


def path_with(pythons, behaviour):
    """A search path on which every Python behaves like this shell script."""
    pythons.mkdir()
    for name in NAMES:
        (pythons / name).write_text(f"#!/bin/sh\n{behaviour}\n")
        (pythons / name).chmod(0o755)
    return f"{pythons}{os.pathsep}{os.environ['PATH']}"


@pytest.mark.parametrize(
    ("behaviour", "sentence"),
    [
        (TOO_OLD, "There is no Python 3.11 or newer here: install one"),
        (WITHOUT_VENV, "python3 has no venv module: install it (on Debian"),
        (FAILING, ".venv could not be made, and the reason stands above"),
    ],
)
def test_what_is_missing_is_said_with_what_to_do(folder, tmp_path, behaviour, sentence):
    path = path_with(tmp_path / "bin", behaviour)
    made = make(folder, "install", PATH=path)
    assert made.returncode != 0
    assert sentence in made.stderr


def test_installing_is_done_once_and_again_when_there_is_reason_to(folder):
    first = make(folder, "install", f"PYTHON={sys.executable}")
    assert "Making .venv" in first.stdout
    assert "Installing the packages of requirements/base.txt." in first.stdout
    assert "Installing" not in make(folder, "install").stdout
    (folder / "requirements" / "base.txt").write_text("./nothing-1-py3-none-any.whl")
    os.utime(folder / "requirements" / "base.txt", (2**32, 2**32))
    failed = make(folder, "install")
    assert "Making .venv" not in failed.stdout
    assert "Installing failed, and the reason stands above." in failed.stderr
    (folder / ".venv" / "bin" / "python").unlink()  # as when Python was removed
    assert "Making .venv" in make(folder, "--dry-run", "install").stdout


def test_every_target_says_what_it_does():
    helped = make(PROJECT, "help").stdout.splitlines()
    makefile = (PROJECT / "Makefile").read_text()
    phony = {
        target
        for line in makefile.splitlines()
        if line.startswith(".PHONY:")
        for target in line.split()[1:]
    }
    assert {line.split()[1] for line in helped} == phony - {"venv"}
