"""`manage.py export_articles`: arguments in, a file out."""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.http import QueryDict

from articles.exporting import reading
from articles.exporting.files import STANDARD_OUTPUT, UnwritableError, written
from articles.exporting.formats import FORMATS
from articles.exporting.progress import watched
from articles.exporting.records import Record
from articles.forms import SearchForm
from articles.management.export_command import ExportCommand
from articles.search import SearchRequest, SearchTooCostlyError, engine


class Command(ExportCommand):
    help = "Write articles to a file, all of them or what a search finds, by day."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "file",
            nargs="?",
            type=Path,
            default=STANDARD_OUTPUT,
            metavar="FILE",
            help="packed if its name ends in .gz; - for standard output",
        )
        parser.add_argument(
            "--format", choices=FORMATS, default="", help="by the file's name, or jsonl"
        )
        parser.add_argument(
            "--search",
            default="",
            metavar="TEXT",
            help="only what a search finds, in the language of the search page",
        )
        parser.add_argument(
            "--drafts", action="store_true", help="drafts as well, marked as such"
        )

    def handle(self, *, file: Path, search: str, drafts: bool, **options: Any) -> None:
        format_ = FORMATS[options["format"] or _format_of(file)]
        request = _request(search) if search else None
        self._count = 0
        records = self._counted(_records(request, drafts=drafts))
        try:
            with written(file) as target:
                for chunk in format_.chunks(records, has_drafts=drafts):
                    target.write(chunk)
        except UnwritableError as error:
            raise CommandError(str(error)) from error
        except SearchTooCostlyError as error:
            raise CommandError("This search takes too long.") from error
        except BrokenPipeError:  # whoever read had enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return
        told = self.stderr if file == STANDARD_OUTPUT else self.stdout
        told.write(f"written {self._count:,}", self.style.SUCCESS)

    def _counted(self, records: Iterator[Record]) -> Iterator[Record]:
        for record in records:
            self._count += 1
            yield record


def _format_of(file: Path) -> str:
    """The format that a file's name says, else JSON Lines."""
    suffix = file.with_suffix("").suffix if file.suffix == ".gz" else file.suffix
    return "csv" if suffix.lower() == ".csv" else "jsonl"


def _request(text: str) -> SearchRequest:
    """What the search page makes of a text; raises CommandError where it refuses it."""
    given = QueryDict(mutable=True)
    given["q"] = text
    form = SearchForm(given)
    if not form.is_valid():
        raise CommandError(" ".join(map(str, form.errors["q"])))
    return form.asked().request


def _records(request: SearchRequest | None, *, drafts: bool) -> Iterator[Record]:
    if request and not drafts:
        return watched(reading.records_found(request))
    articles = reading.with_drafts() if drafts else reading.in_public()
    if request:
        articles = articles.filter(engine().condition(request))
    return watched(reading.records(articles), articles.count())
