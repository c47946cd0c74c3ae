"""`manage.py import_articles`: arguments in, summary out."""

from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import InterfaceError, OperationalError

from articles.importing.files import Place, files_in, place_of, total_size
from articles.importing.imports import Import
from articles.importing.moments import DayOrder
from articles.importing.progress import beside_the_bar, progress_bar
from articles.importing.readers import READERS
from articles.importing.readers.column_names import field_of
from articles.importing.records import Refusal
from articles.importing.report import report_lines

_GO_ON = (
    "What was stored is kept: run the same command again, and it goes on from there."
)


def _named_column(argument: str) -> tuple[str, str]:
    name, _, column = argument.partition("=")
    if not (field := field_of(name)) or not column.strip():
        fields = "headline, body, published, source_url and so on"
        raise ArgumentTypeError(f"{argument!r} is not FIELD=NAME; a FIELD is {fields}")
    return field, column


def _by_field(pairs: list[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """The columns of each field; only categories may have several."""
    columns: dict[str, tuple[str, ...]] = {}
    for field, column in pairs:
        columns[field] = (*columns.get(field, ()), column)
        if len(columns[field]) > 1 and field != "categories":
            raise CommandError(f"--column names two columns for {field}")
    return columns


class Command(BaseCommand):
    help = "Import articles from files, folders or addresses; twice changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "paths",
            nargs="+",
            type=place_of,
            metavar="PATH",
            help="a file, also gzipped; a folder; https://…; or - for standard input",
        )
        parser.add_argument(
            "--format", choices=READERS, default="", help="told by looking if left out"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="do it all, then take it back"
        )
        parser.add_argument(
            "--update", action="store_true", help="update what changed, too"
        )
        order = parser.add_mutually_exclusive_group()
        order.add_argument(
            "--day-first",
            dest="day_order",
            action="store_const",
            const=DayOrder.DAY_FIRST,
            default=DayOrder.UNTOLD,
            help="03/04/2025 is 3 April; refused if nothing is said",
        )
        order.add_argument(
            "--month-first",
            dest="day_order",
            action="store_const",
            const=DayOrder.MONTH_FIRST,
            help="03/04/2025 is March 4",
        )
        parser.add_argument(
            "--column",
            action="append",
            default=[],
            type=_named_column,
            metavar="FIELD=NAME",
            help="in tables, the column of a field, as in headline=Titel; repeatable",
        )

    def handle(
        self, *, paths: list[Place], dry_run: bool, update: bool, **options: Any
    ) -> None:
        try:
            files = files_in(paths)
        except FileNotFoundError as error:
            raise CommandError(str(error)) from error
        what = Import(
            files=files,
            format=options["format"],
            dry_run=dry_run,
            update=update,
            day_order=options["day_order"],
            columns=_by_field(options["column"]),
            tell=self._tell,
            tell_left=self._tell_left if options["verbosity"] > 1 else None,
        )
        try:
            with progress_bar(total_size(files)) as progress:
                summary = what.run(progress)
        except (OperationalError, InterfaceError, KeyboardInterrupt) as error:
            reason = str(error).partition("\n")[0] or "it was broken off"
            raise CommandError(f"The import ended early: {reason}. {_GO_ON}") from error
        for line in report_lines(summary):
            self.stderr.write(line)
        if dry_run:
            self.stdout.write("A dry run: all of it was taken back.")
        self.stdout.write(summary.line(is_update=update))

    def _tell(self, refusal: Refusal) -> None:
        with beside_the_bar():
            self.stderr.write(f"refused {refusal}")

    def _tell_left(self, place: str) -> None:
        with beside_the_bar():
            self.stderr.write(f"changed and left {place}")
