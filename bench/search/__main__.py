"""`python -m bench.search table 10000`: what can be done, to how large an archive."""

import argparse
import os

import django
from django.utils.module_loading import import_string

# By their names: what they import needs Django set up, and the processes that fill an
# archive, which begin with this module, need none of it.
_COMMANDS = {"fill": "bench.search.filling.fill", "table": "bench.search.table.table"}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.search")
    commands = parser.add_subparsers(dest="command", required=True)
    fill = commands.add_parser("fill", help="make an archive of so many articles")
    fill.add_argument("count", type=int, help="how many articles")
    table = commands.add_parser("table", help="time the search, beside a naive one")
    table.add_argument("count", type=int, help="in an archive of so many articles")
    table.add_argument("--against", type=int, help="and first pages in one of so many")
    arguments = vars(parser.parse_args())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
    django.setup()
    import_string(_COMMANDS[arguments.pop("command")])(**arguments)


if __name__ == "__main__":
    main()
