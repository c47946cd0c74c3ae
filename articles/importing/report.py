"""What an import came to beside its counts, in lines for a terminal."""

from collections import Counter
from collections.abc import Iterator

from articles.importing.summary import Summary


def report_lines(summary: Summary) -> Iterator[str]:
    """What an operator should know; nothing where there is nothing to know."""
    if summary.went_on_at is not None:
        yield (
            f"went on at {summary.went_on_at or 'the end'}, where an earlier "
            "import was broken off: the counts are of both"
        )
    if summary.removed_characters:
        yield (
            f"removed {summary.removed_characters:,} characters that no text may "
            "hold (control characters, halves of characters)"
        )
    for note, count in summary.notes.most_common():
        yield note if count == 1 else f"{note} (in {count:,} files)"
    yield from _counted("worth a look:", summary.look.warnings)
    yield from _counted("left out, because they are no stories:", summary.left_out)
    yield from _counted("refused, by reason:", summary.reasons)


def _counted(heading: str, counts: Counter[str]) -> Iterator[str]:
    if counts:
        yield heading
    for kind, count in counts.most_common():
        yield f"{count:>9,}  {kind}"
