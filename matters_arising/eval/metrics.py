"""Measures of quality: pure functions of judgements.

What was never answered or never found is judged wrong by whoever asks, not left out.
"""

from collections.abc import Collection, Iterable, Sequence


def mean(judgements: Iterable[float]) -> float | None:
    """The mean of judgements between 0 (wrong) and 1 (right); None where there are none."""
    given = list(judgements)
    return sum(given) / len(given) if given else None


def median(numbers: Iterable[float]) -> float | None:
    """The middle number, the upper of two; None where there are none."""
    ordered = sorted(numbers)
    return ordered[len(ordered) // 2] if ordered else None


def recall(wanted: Collection[str], found: Collection[str]) -> float:
    """The share of the wanted that was found; 1 where nothing was wanted."""
    return len(set(wanted) & set(found)) / len(set(wanted)) if wanted else 1.0


def precision(wanted: Collection[str], found: Collection[str]) -> float:
    """The share of the found that was wanted; 0 where nothing was found."""
    return len(set(wanted) & set(found)) / len(set(found)) if found else 0.0


def f1(wanted: Collection[str], found: Collection[str]) -> float:
    """The harmonic mean of precision and recall."""
    both = len(set(wanted) & set(found))
    return 2 * both / (len(set(wanted)) + len(set(found))) if both else 0.0


def reciprocal_rank(ranks: Sequence[int | None]) -> float:
    """One over the best rank, which counts from 1; 0 where every rank is None."""
    reached = [rank for rank in ranks if rank]
    return 1 / min(reached) if reached else 0.0
