"""gunicorn, as a child of this process: started, watched and stopped."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from newsarchive.run import probe
from newsarchive.run.errors import RunError

_PAUSE = 0.1
_TIME_TO_START = 60.0
_TIME_TO_STOP = 35.0  # gunicorn itself gives its requests 30 seconds to end


class WebServer:
    """A running gunicorn.

    It is in a session of its own, where Ctrl-C in the terminal does not reach it: it is
    told to stop in good order, and the requests that it has end.
    """

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py"]
        self._process = subprocess.Popen(command, cwd=folder, start_new_session=True)

    def wait_for_answer(self, host: str, port: int) -> None:
        """Return once it answers; raises RunError if it does not, or ends."""
        deadline = time.monotonic() + _TIME_TO_START
        while not probe.answers(host, port):
            self._check_alive()
            if time.monotonic() > deadline:
                raise RunError(
                    f"The web server does not answer after {_TIME_TO_START:.0f} "
                    "seconds: see what it says above."
                )
            time.sleep(_PAUSE)

    def watch(self) -> None:
        """Wait until it ends, which it does not of itself; raises RunError then."""
        self._process.wait()
        self._check_alive()

    def stop(self) -> None:
        """Stop it: in good order at first, by force if that takes long or is cut short.

        Ctrl-C a second time cuts it short.
        """
        self._process.terminate()
        try:
            self._process.wait(_TIME_TO_STOP)
        except (KeyboardInterrupt, subprocess.TimeoutExpired):
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def _check_alive(self) -> None:
        code = self._process.poll()
        if code is not None:
            raise RunError(
                f"The web server ended (exit code {code}): the reason stands above."
            )
