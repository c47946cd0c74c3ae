"""`manage.py export_sqlite`: the archive as one file that any SQLite opens."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from articles.exporting.files import UnwritableError
from articles.exporting.progress import watched
from articles.exporting.reading import in_public, records
from articles.exporting.sqlite import NoFullTextError, fill
from articles.management.export_command import ExportCommand


class Command(ExportCommand):
    help = "Write all articles in public to one SQLite file with a full-text index."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "file", type=Path, metavar="FILE", help="replaced when the new one is whole"
        )

    def handle(self, *, file: Path, **options: Any) -> None:
        self.warn_of_address()
        articles = in_public()
        try:
            count = fill(file, watched(records(articles), articles.count()))
        except UnwritableError as error:
            raise CommandError(str(error)) from error
        except NoFullTextError as error:
            raise CommandError("The SQLite of this Python has no FTS5.") from error
        self.stdout.write(f"written {count:,}", self.style.SUCCESS)
