"""Other processes of the archive, with an environment and a clone of their own."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
_SETTINGS = (PROJECT / "newsarchive" / "settings.py").read_text()
_VARIABLES = set(re.findall(r'env\.\w+\(\s*"(\w+)"', _SETTINGS))
_NOT_CLONED = shutil.ignore_patterns(".*", "var", "tests", "__pycache__")


def environment(**variables):
    """Ours, without a word about the archive but what is given here."""
    kept = {name: at for name, at in os.environ.items() if name not in _VARIABLES}
    return kept | {"DJANGO_SETTINGS_MODULE": "newsarchive.settings"} | variables


def python(*arguments, folder=PROJECT, answer="", **variables):
    """Run Python until it ends; its output is text."""
    return subprocess.run(
        [sys.executable, *arguments],
        check=False,
        cwd=folder,
        env=environment(**variables),
        input=answer,
        capture_output=True,
        text=True,
        timeout=60,
    )


@contextmanager
def cloned():
    """A clone in a folder that root's database server can reach, unlike tmp_path."""
    with tempfile.TemporaryDirectory(prefix="news archive ") as folder:
        clone = Path(folder) / "clone"
        Path(folder).chmod(0o755)
        shutil.copytree(PROJECT, clone, ignore=_NOT_CLONED)
        yield clone


def free_port():
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


class Run:
    """`python -m newsarchive.run` in a clone, on a port of its own."""

    def __init__(self, clone, *arguments, **variables):
        self.port = free_port()
        self._output = clone / "output"
        variables |= {"PORT": str(self.port), "WEB_WORKERS": "1"}
        with self._output.open("w") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "newsarchive.run", *arguments],
                cwd=clone,
                env=environment(**variables),
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.end()

    @property
    def output(self):
        return self._output.read_text()

    def wait_for(self, text):
        """Return the output once `text` is in it."""
        deadline = time.monotonic() + 60
        while text not in self.output:
            assert self._process.poll() is None, self.output
            assert time.monotonic() < deadline, self.output
            time.sleep(0.05)
        return self.output

    def end(self, by=signal.SIGINT):
        """Tell it to end, unless it has, and return its exit code."""
        self._process.send_signal(by)
        return self.wait()

    def wait(self):
        return self._process.wait(timeout=60)
