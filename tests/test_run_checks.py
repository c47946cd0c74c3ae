"""What `make run` looks at before it works, and how it tells what went wrong."""

import errno
import socket

import pytest
from django.core.management import CommandError
from django.db import OperationalError

from newsarchive.run import checks
from newsarchive.run.errors import RunError, sentence


def test_a_free_port_is_free():
    checks.check_port("127.0.0.1", 0x10000 - 2)


def test_a_port_that_is_taken_is_refused_and_another_proposed():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(RunError, match=f"Port {port} of 127.0.0.1 is taken"):
            checks.check_port("127.0.0.1", port)


def test_a_disk_with_room_passes_also_before_the_folder_is_there(tmp_path):
    checks.check_disk(tmp_path / "not" / "yet")


def test_a_disk_without_room_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(checks, "SPACE_NEEDED", 2**60)
    with pytest.raises(RunError, match=r"Only \d+ MiB are free on the disk of /"):
        checks.check_disk(tmp_path)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (RunError("Do this."), "Do this."),
        (CommandError("No such\nfile."), "No such file."),
        (
            OperationalError("no\n\troute"),
            "The database cannot be used: no route",
        ),
        (
            OSError(errno.ENOSPC, "No space left on device", "/var/x"),
            "The disk is full (/var/x): free some space, then try again.",
        ),
        (
            OSError(errno.EACCES, "Permission denied", "/x"),
            "The system refuses what the archive needs: Permission denied (/x).",
        ),
    ],
)
def test_any_expected_error_is_told_in_one_line(error, told):
    assert sentence(error) == told
