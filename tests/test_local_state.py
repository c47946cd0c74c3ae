import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from newsarchive import local_state

PROJECT = Path(__file__).resolve().parents[1]
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can try this")


@pytest.fixture
def clone():
    """A folder that every user may reach, unlike pytest's own tmp_path."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        clone = Path(folder) / "archive"
        clone.mkdir(mode=0o755)
        yield clone


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_a_clone_keeps_its_state_in_var(clone):
    assert local_state.folder(clone) == clone / "var"


@needs_root
def test_roots_state_lies_outside_a_clone_that_others_cannot_reach(clone):
    clone.parent.chmod(0o700)
    folder = local_state.folder(clone)
    assert folder.parent == Path("/var/lib/newsarchive")
    assert folder.name.startswith("archive-")
    assert mode(clone.parent) == 0o700
    assert not folder.exists()


@needs_root
def test_clones_of_the_same_name_do_not_share_a_state(clone):
    clone.parent.chmod(0o700)
    other = clone / "archive"
    other.mkdir()
    assert local_state.folder(clone) != local_state.folder(other)


@needs_root
def test_an_archive_that_lies_in_the_clone_stays_there(clone):
    (clone / "var" / "postgres").mkdir(parents=True)
    clone.parent.chmod(0o700)
    assert local_state.folder(clone) == clone / "var"


@pytest.mark.skipif(os.geteuid() == 0, reason="root's server is another user's")
def test_an_ordinary_user_keeps_the_state_in_a_private_clone_too(clone):
    clone.parent.chmod(0o700)
    assert local_state.folder(clone) == clone / "var"


def test_the_secret_key_is_long_private_and_lasting(clone):
    key = local_state.secret_key(clone / "var")
    assert len(key) >= 50
    assert mode(clone / "var" / "secret-key") == 0o600
    assert local_state.secret_key(clone / "var") == key


def test_two_clones_have_different_secret_keys(clone):
    keys = {local_state.secret_key(clone / name) for name in ("one", "two")}
    assert len(keys) == 2


def test_several_first_starts_at_once_agree_on_one_secret_key(clone):
    code = "import sys; from pathlib import Path; from newsarchive import local_state\n"
    code += "sys.stdin.read(); print(local_state.secret_key(Path(sys.argv[1])))"
    command = [sys.executable, "-c", code, clone / "var"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    starts = [subprocess.Popen(command, cwd=PROJECT, **pipes) for _ in range(6)]
    for start in starts:
        start.stdin.close()
    keys = []
    for start in starts:
        with start:
            keys.append(start.stdout.read())
    assert len(set(keys)) == 1
    assert len(keys[0]) > 50
    assert [file.name for file in (clone / "var").iterdir()] == ["secret-key"]


def test_folders_are_made_for_all_to_pass_whatever_the_umask(clone):
    before = os.umask(0o077)
    try:
        local_state.make_folder(clone / "var" / "postgres")
    finally:
        os.umask(before)
    assert mode(clone / "var") == 0o711
    assert mode(clone) == 0o755  # what was there stays as it was
