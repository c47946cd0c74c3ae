"""Ten years in a line of text: a drawing beside the count that it belongs to."""

from collections.abc import Mapping

YEARS = 10
HEIGHT = 12


def spark(years: Mapping[int, int], last: int) -> str:
    """The path of a bar for each of the last ten years; a year is two units wide."""
    counts = [years.get(year, 0) for year in range(last - YEARS + 1, last + 1)]
    highest = max(counts)
    return "".join(
        f"M{2 * place + 1} {HEIGHT}v-{-(-count * HEIGHT // highest)}"
        for place, count in enumerate(counts)
        if count
    )
