"""An import at the desk: tried without effect, and made."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from articles.importing.imports import Import
from articles.importing.records import Refusal
from articles.importing.summary import Summary, tell_nobody

MOST_SHOWN = 100


def tried(file: Path, **how: Any) -> tuple[Summary, list[Refusal]]:
    """What would come of it, and the refusals that are shown: there may be millions."""
    refused: list[Refusal] = []

    def tell(refusal: Refusal) -> None:
        if len(refused) < MOST_SHOWN:
            refused.append(refusal)

    return _run(file, tell, dry_run=True, **how), refused


def made(file: Path, **how: Any) -> Summary:
    return _run(file, tell_nobody, **how)


def _run(file: Path, tell: Callable[[Refusal], None], **how: Any) -> Summary:
    what = Import(files=[file], root=file.parent, tell=tell, **how)
    return what.run(_show_nobody)


def _show_nobody(summary: Summary, position: int) -> None:
    """Nobody watches a progress bar here."""
