"""One assignment over all pairs at once: no pair is taken that costs better ones."""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

_MARGIN = 1e-6
"""Gains that differ by less may be taken as equal by whoever adds them up in another order."""


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
    sure, open_ = part_sure(edges)
    chosen = {*sure, *(_solve(open_, rights) if open_ else ())}
    return tuple(edge for edge in edges if edge in chosen)


def part_sure(edges: Sequence[Edge]) -> tuple[list[Edge], list[Edge]]:
    """The edges that stand in every best assignment for all to see, and those left to weigh.

    An edge that gains more than the best rivals at both its ends together could replace
    them in any assignment. Most pairs of two issues are of this kind, and where all are,
    nothing need be solved: importing what solves it takes 0.7 s.
    """
    sure: list[Edge] = []
    open_ = list(edges)
    while found := list(_outstanding(open_)):
        lefts, rights = {edge.left for edge in found}, {edge.right for edge in found}
        open_ = [edge for edge in open_ if edge.left not in lefts and edge.right not in rights]
        sure += found
    return sure, open_


def _outstanding(edges: Sequence[Edge]) -> Iterator[Edge]:
    by_left = _second_gains(edges, lambda edge: edge.left)
    by_right = _second_gains(edges, lambda edge: edge.right)
    for edge in edges:
        if edge.gain > by_left[edge.left] + by_right[edge.right] + _MARGIN:
            yield edge


def _second_gains(edges: Sequence[Edge], end: Callable[[Edge], int]) -> Mapping[int, float]:
    """At each end the second best gain, 0 where there is one edge alone."""
    gains: dict[int, list[float]] = defaultdict(list)
    for edge in edges:
        gains[end(edge)].append(edge.gain)
    return {at: [*heapq.nlargest(2, found), 0.0][1] for at, found in gains.items()}


def _solve(edges: Sequence[Edge], rights: int) -> Iterator[Edge]:
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
    return (edge for edge in edges if (rows[edge.left], edge.right) in chosen)
