"""What became of the records of an import: each is counted once."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.translation import gettext_noop as _

from articles.importing.first_look import FirstLook
from articles.importing.records import LeftOut, Note, Refusal

COUNTS = ("stored", "drafts", "updated", "left", "unchanged", "refused")
KINDS = ("left_out", "notes")

# The types of items and the names of columns are a file's own: it could have millions.
MOST_KINDS = 100
OTHERS = _("others")


def tell_nobody(refusal: Refusal) -> None:
    """Where only the counts are of interest."""


@dataclass(slots=True)
class Summary:
    """Counts, and the reasons for refusing; each refusal is told as it happens.

    So are the places of records that changed and are left, where `tell_left` asks.
    """

    stored: int = 0
    drafts: int = 0  # of those stored
    updated: int = 0
    left: int = 0
    unchanged: int = 0
    refused: int = 0
    removed_characters: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)  # in how many files
    left_out: Counter[str] = field(default_factory=Counter)  # what is no story, by kind
    look: FirstLook = field(default_factory=FirstLook)
    batch_key: int = 0  # of the entry in the ledger
    # The place where it went on with what had been broken off; None where nothing had,
    # empty where nothing was left to read.
    went_on_at: str | None = None
    tell: Callable[[Refusal], None] = tell_nobody
    left_places: list[str] = field(default_factory=list)  # in a batch, if asked for
    tell_left: Callable[[str], None] | None = None

    @property
    def records(self) -> int:
        """How many records there were."""
        counts = (self.stored, self.updated, self.left, self.unchanged, self.refused)
        return sum(counts)

    def refuse(self, refusal: Refusal) -> None:
        self.refused += 1
        self.reasons[refusal.kind] += 1
        self.tell(refusal)

    def leave_out(self, left_out: LeftOut) -> None:
        _count(self.left_out, left_out.kind)

    def note(self, note: Note) -> None:
        _count(self.notes, note.text)

    def add(self, other: "Summary") -> None:
        self.stored += other.stored
        self.drafts += other.drafts
        self.updated += other.updated
        self.left += other.left
        if self.tell_left:
            for place in other.left_places:
                self.tell_left(place)
        self.unchanged += other.unchanged
        self.look.warnings.update(other.look.warnings)

    def line(self, *, is_update: bool) -> str:
        """The counts in one line, always of the same form."""
        left = f"changed and left {self.left:,}"
        updated = f"changed and updated {self.updated:,}"
        changed = left if not is_update else updated
        if is_update and self.left:  # withdrawn, or said otherwise further down
            changed = f"{updated}, {left}"
        return (
            f"stored {self.stored:,} (drafts {self.drafts:,}), {changed}, "
            f"unchanged {self.unchanged:,}, refused {self.refused:,}"
        )


def _count(counts: Counter[str], kind: str) -> None:
    is_counted = kind in counts or len(counts) < MOST_KINDS
    counts[kind if is_counted else OTHERS] += 1
