"""`python -m newsarchive.run`: start the archive, or one of the other commands."""

import argparse
import logging
import os
import signal
import sys
from typing import NoReturn

import django

from newsarchive.run.errors import EXPECTED, sentence


def main() -> int:
    """Do what the command line asks for; 0 also when Ctrl-C ended it."""
    arguments = _arguments()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
    for stop in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(stop) is not signal.SIG_IGN:  # as nohup has it
            signal.signal(stop, _interrupt)
    try:
        django.setup()
        logging.getLogger("newsarchive").setLevel(logging.INFO)
        _do(arguments)
    except KeyboardInterrupt:
        print("\nStopped.", flush=True)
    except EXPECTED as error:
        print(f"\n{sentence(error)}", file=sys.stderr, flush=True)
        return 1
    finally:
        # What comes is the end of the database server, which is not to be cut short.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m newsarchive.run")
    parser.add_argument(
        "command", nargs="?", choices=["start", "password", "empty"], default="start"
    )
    parser.add_argument(
        "--no-sample", action="store_true", help="start with no articles"
    )
    return parser.parse_args()


def _do(arguments: argparse.Namespace) -> None:
    # Imported here, since models can be only after Django is set up.
    from newsarchive.run.account import set_password
    from newsarchive.run.emptying import empty
    from newsarchive.run.start import start

    if arguments.command == "start":
        start(with_sample=not arguments.no_sample)
    elif arguments.command == "password":
        set_password()
    else:
        empty()


def _interrupt(number: int, frame: object) -> NoReturn:
    """Whoever ends us politely gets the same as Ctrl-C."""
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
