"""How good an order is, by grades from 0 (of no use) to 2 (what was looked for)."""

from collections.abc import Sequence
from math import log2


def reciprocal_rank(grades: Sequence[int]) -> float:
    """One by the place of the first useful hit; 0 if there is none.

    Useful is what has grade 2, so that a near miss does not count as found (Voorhees,
    "The TREC-8 Question Answering Track Report", 1999, for the measure).
    """
    places = (place for place, grade in enumerate(grades, 1) if grade == 2)
    return next((1 / place for place in places), 0.0)


def ndcg(grades: Sequence[int], judged: Sequence[int], depth: int = 10) -> float:
    """Normalised discounted cumulative gain: 1 for the best order of what is judged.

    With the gain 2^grade - 1 and the discount log2(place + 1) of Burges et al.,
    "Learning to Rank using Gradient Descent", 2005.
    """
    ideal = _gain(sorted(judged, reverse=True)[:depth])
    return _gain(grades[:depth]) / ideal if ideal else 0.0


def _gain(grades: Sequence[int]) -> float:
    return sum(
        (2**grade - 1) / log2(place + 1) for place, grade in enumerate(grades, 1)
    )
