"""From records to rows, with an entry in the ledger: the one way into the archive."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

import pghistory
from django.db import transaction

from articles import addresses
from articles.importing.batches import batches
from articles.importing.bulk import writing_much
from articles.importing.files import Place
from articles.importing.ledger import Ledger
from articles.importing.records import ArticleRecord, Refusal
from articles.importing.summary import Summary, tell_nobody
from articles.importing.writer import Writer

# Reads records, and counts in the ledger what was dealt with and what was refused.
Records: TypeAlias = Callable[[Ledger], Iterator[ArticleRecord]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Storing:
    """How records are stored, and for whom."""

    dry_run: bool = False
    update: bool = False
    reading: dict[str, Any] = field(default_factory=dict)  # how the records are read
    user: int | None = None  # the key of who asked for it, if somebody did
    tell: Callable[[Refusal], None] = tell_nobody
    tell_left: Callable[[str], None] | None = None  # the place of what changed, left

    def run(self, records: Records, files: Sequence[Place] = ()) -> Summary:
        """Store them; a dry run goes the same way and takes all back at the end."""
        if self.dry_run:
            with transaction.atomic():
                summary = self._enter(records, files)
                transaction.set_rollback(True)
            return summary
        with writing_much():
            return self._enter(records, files)

    def _enter(self, records: Records, files: Sequence[Place]) -> Summary:
        summary = Summary(tell_left=self.tell_left)
        how = {"is_update": self.update, "reading": self.reading}
        with Ledger.opened(files, summary, user=self.user, **how) as ledger:
            summary.tell = self._teller(ledger)
            with pghistory.context(batch=ledger.batch.pk, user=self.user):
                self._store(records, ledger)
        return summary

    def _store(self, records: Records, ledger: Ledger) -> None:
        key, summary = ledger.batch.pk, ledger.summary
        writer = Writer(
            summary, update=self.update, batch_key=key, is_trial=self.dry_run
        )
        for batch in batches(records(ledger)):
            with transaction.atomic():
                writer.store(batch)
                ledger.write()
        ledger.close()

    def _teller(self, ledger: Ledger) -> Callable[[Refusal], None]:
        def tell(refusal: Refusal) -> None:
            shown = replace(refusal, place=addresses.shown(refusal.place))
            ledger.refuse(shown)
            self.tell(shown)

        return tell
