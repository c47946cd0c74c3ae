"""`manage.py reread_articles`: what was kept as it came, read by today's readers."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from articles.importing.readers import READERS
from articles.importing.records import Refusal
from articles.importing.rereading import Rereading


class Command(BaseCommand):
    help = "Read again the records that were kept as they came, and update articles."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--format", choices=READERS, default="", help="only records of this format"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="do it all, then take it back"
        )

    def handle(self, *, dry_run: bool, **options: Any) -> None:
        what = Rereading(format=options["format"], dry_run=dry_run, tell=self._tell)
        summary = what.run()
        if what.edited:
            self.stderr.write(f"left {what.edited:,} articles that were edited since")
        if dry_run:
            self.stdout.write("A dry run: all of it was taken back.")
        self.stdout.write(summary.line(is_update=True))

    def _tell(self, refusal: Refusal) -> None:
        self.stderr.write(f"refused {refusal}")
