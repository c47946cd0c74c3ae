"""`python -m bench.browsing 10000`: time the pages of an archive of that size."""

import argparse
import os

import django
from django.utils.module_loading import import_string


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.browsing")
    parser.add_argument("count", type=int, help="how many articles")
    parser.add_argument("--against", type=int, help="and how much slower than so many")
    arguments = vars(parser.parse_args())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
    django.setup()
    import_string("bench.browsing.table.browse")(**arguments)


if __name__ == "__main__":
    main()
