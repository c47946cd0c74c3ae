"""What is killed, or left behind by something killed, does no lasting harm."""

import contextlib
import os
import signal
import subprocess
import time

import psycopg
import pytest

from newsarchive.embedded_postgres import account, binaries
from newsarchive.embedded_postgres.errors import EmbeddedPostgresError

from .conftest import ask, client, finish, postmaster_pid

STAY = "server.hold(); server.ensure(); print('up', flush=True); sys.stdin.read()\n"


def kill_postmaster(server):
    os.kill(postmaster_pid(server), signal.SIGKILL)
    while server.is_running():  # its children take a moment to notice
        time.sleep(0.01)


@contextlib.contextmanager
def sleeper(server):
    """Some other process of the user that the server runs as."""
    user = account.for_data(server.state.data)
    identity = {"user": user.uid, "group": user.gid} if user.is_other else {}
    with subprocess.Popen(["sleep", "60"], **identity) as process:
        yield process
        assert process.poll() is None, "it was taken for the server"
        process.kill()


def test_a_killed_python_leaves_a_server_that_the_next_one_takes_over(server):
    first = client(STAY, server.state.path)
    assert first.stdout.readline() == "up\n"
    pid = postmaster_pid(server)
    first.kill()
    first.wait()
    assert server.is_running()
    code = "server.hold(); print(ask('SELECT story FROM kept'))"
    assert finish(client(code, server.state.path)) == "a story"
    assert not server.is_running()
    assert f"[{pid}] LOG:  database system is shut down" in server.state.log.read_text()


def test_no_row_is_lost_with_a_killed_postmaster(server):
    ask(server, "INSERT INTO kept VALUES ('committed')")
    connection = psycopg.connect(**server.ensure(), dbname="newsarchive")
    connection.execute("INSERT INTO kept VALUES ('not yet')")
    kill_postmaster(server)
    connection.close()
    assert (
        ask(server, "SELECT string_agg(story, ', ') FROM kept") == "a story, committed"
    )


@pytest.mark.parametrize("name", ["data/postmaster.pid", "run/.s.PGSQL.5432.lock"])
def test_a_stale_pid_that_is_another_process_now_does_not_matter(name, server):
    server.ensure()
    kill_postmaster(server)
    file = server.state.path / name
    with sleeper(server) as other:
        file.write_text(f"{other.pid}\n" + file.read_text().partition("\n")[2])
        assert ask(server, "SELECT story FROM kept") == "a story"
        server.stop()


def test_an_empty_pid_file_from_a_power_cut_does_not_matter(server):
    (server.state.data / "postmaster.pid").touch()
    assert ask(server, "SELECT story FROM kept") == "a story"


def test_a_server_started_by_hand_elsewhere_is_left_alone(server, place):
    user = account.for_data(server.state.data)
    programs = binaries.usable_by(user, server.state.binaries)
    control = [programs / "pg_ctl", "-D", server.state.data, "-l", "/dev/null", "-w"]
    run = {"stdout": subprocess.DEVNULL}
    user.own(place / "elsewhere")
    user.run([*control, "-o", f"-k {place}/elsewhere", "start"], **run)
    try:
        file = server.state.data / "postmaster.pid"
        before = file.read_text()
        with pytest.raises(EmbeddedPostgresError, match="still in use"):
            server.ensure()
        assert file.read_text() == before
    finally:
        user.run([*control, "stop"], **run)


def unfinished(server, process):
    """Wait until `process` is in the midst of making the database."""
    while not (server.state.unfinished_data / "PG_VERSION").exists():
        assert process.poll() is None
        time.sleep(0.01)


def test_a_killed_initdb_is_begun_anew(new_server):
    maker = client("server.ensure()", new_server.state.path, start_new_session=True)
    unfinished(new_server, maker)
    os.killpg(maker.pid, signal.SIGKILL)
    maker.wait()
    assert not new_server.state.data.exists()
    assert ask(new_server, "SELECT 1") == 1
    assert not new_server.state.unfinished_data.exists()


def test_nobody_begins_while_an_orphaned_initdb_still_writes(new_server):
    maker = client("server.ensure()", new_server.state.path)
    unfinished(new_server, maker)
    maker.kill()
    maker.wait()
    assert new_server.is_running()
    assert ask(new_server, "SELECT 1") == 1


def test_a_lost_backend_is_no_end(server):
    connection = psycopg.connect(**server.ensure(), dbname="newsarchive")
    os.kill(connection.info.backend_pid, signal.SIGKILL)
    connection.close()
    assert answer_within_ten_seconds(server) == "a story"


def test_a_long_recovery_is_waited_for_and_told(server):
    # A standby that takes no questions is what a server in a long recovery looks like.
    (server.state.data / "standby.signal").touch()
    with (server.state.data / "postgresql.conf").open("a") as conf:
        conf.write("hot_standby = off\n")
    code = "import logging; logging.basicConfig(level='INFO', format='%(message)s')\n"
    code += "print(ask('SELECT story FROM kept'))"
    waiting = client(code, server.state.path)
    told = waiting.stderr.readline()
    assert told == f"PostgreSQL recovers from a crash in {server.state.path}.\n"
    (server.state.data / "promote").touch()
    os.kill(postmaster_pid(server), signal.SIGUSR1)
    assert finish(waiting) == "a story"


def answer_within_ten_seconds(server):
    deadline = time.monotonic() + 10
    while True:
        try:
            return ask(server, "SELECT story FROM kept")
        except psycopg.OperationalError:  # it recovers, and says so
            assert time.monotonic() < deadline
            time.sleep(0.05)


def test_a_lost_socket_folder_is_told_and_a_restart_heals_it(server):
    server.ensure()
    for file in server.state.sockets.iterdir():
        file.unlink()
    again = type(server)(server.state.path)
    again.silence_allowed = 0.2
    with pytest.raises(EmbeddedPostgresError, match="does not answer: stop it"):
        again.ensure()
    again.stop()
    assert ask(again, "SELECT story FROM kept") == "a story"
