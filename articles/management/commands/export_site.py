"""`manage.py export_site`: the archive as pages in a folder."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from tqdm import tqdm

from articles.exporting.files import UnwritableError
from articles.exporting.reading import in_public
from articles.exporting.site import NotEmptyError, build
from articles.management.export_command import ExportCommand


class Command(ExportCommand):
    help = "Write all articles in public as static pages, which need no server."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "folder", type=Path, metavar="DIR", help="made, or there and empty"
        )

    def handle(self, *, folder: Path, **options: Any) -> None:
        self.warn_of_address()
        total = in_public().count()
        try:
            with tqdm(total=total, unit=" articles", disable=None) as bar:
                count = build(folder, bar.update)
        except NotEmptyError as error:
            raise CommandError(f"{folder}: is no empty folder") from error
        except UnwritableError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"written {count:,}", self.style.SUCCESS)
