"""One assignment over all pairs at once: no pair is taken that costs better ones."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edge:
    """A pair that could be joined; the higher the `gain`, above 0, the better."""

    left: int
    right: int
    gain: float


def assign(edges: Sequence[Edge], rights: int) -> tuple[Edge, ...]:
    """The edges that together gain most, each left and each right in one at the most.

    Takes time by the edges there are, not by all that could be.
    """
    if not edges:
        return ()
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    rows = {left: row for row, left in enumerate(sorted({edge.left for edge in edges}))}
    # Each left may also stay alone, with a partner of its own that gains nothing.
    gains = [1.0 + edge.gain for edge in edges] + [1.0] * len(rows)
    lefts = [rows[edge.left] for edge in edges] + [*rows.values()]
    partners = [edge.right for edge in edges] + [rights + row for row in rows.values()]
    table = coo_array((gains, (lefts, partners)), shape=(len(rows), rights + len(rows)))
    chosen_lefts, chosen_rights = min_weight_full_bipartite_matching(table.tocsr(), maximize=True)
    chosen = set(zip(chosen_lefts.tolist(), chosen_rights.tolist(), strict=True))
    return tuple(edge for edge in edges if (rows[edge.left], edge.right) in chosen)
