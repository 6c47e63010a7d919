"""Which of the likely pairs are joined, which are left as possible."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from matters_arising.index.thread.assign import Edge, assign
from matters_arising.index.thread.sameness import Weighed

_POSSIBLE = 0.2
"""A pair less sure than this is not worth telling."""

_TIE = 0.3
"""Two partners whose log-odds differ by less are equally good."""

_MOST_POSSIBLE = 2
"""Possible partners told for an action: more would tell nothing."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A chain that an entry could go on, both by position, and the evidence for it."""

    chain: int
    entry: int
    weighed: Weighed


@dataclass(frozen=True, slots=True)
class Choice:
    """Candidates that are joined, and those that are only possible."""

    joined: tuple[Candidate, ...]
    possible: tuple[Candidate, ...]


def choose(candidates: Sequence[Candidate], entries: int) -> Choice:
    """Join what is more likely than not, in the best assignment; a tie is left as possible."""
    likely = [candidate for candidate in candidates if candidate.weighed.odds > 0]
    # Squared, so that one excellent pair outweighs two middling ones.
    edges = [Edge(c.chain, c.entry, c.weighed.odds**2) for c in likely]
    pairs = {(edge.left, edge.right) for edge in assign(edges, entries)}
    best = [c for c in likely if (c.chain, c.entry) in pairs]
    tied = _ties(best, likely)
    joined = tuple(c for c in best if c not in tied)
    return Choice(joined, tuple(_possible(candidates, joined)))


def _ties(best: Sequence[Candidate], likely: Sequence[Candidate]) -> set[Candidate]:
    """Those for which a partner that was left without one would have done as well."""
    chains, entries = {c.chain for c in best}, {c.entry for c in best}
    idle = [c for c in likely if c.chain not in chains or c.entry not in entries]
    by_chain, by_entry = _by(idle, _chain_of), _by(idle, _entry_of)
    return {
        c
        for c in best
        for rival in (*by_chain[c.chain], *by_entry[c.entry])
        if rival.weighed.odds > c.weighed.odds - _TIE
    }


def _chain_of(candidate: Candidate) -> int:
    return candidate.chain


def _entry_of(candidate: Candidate) -> int:
    return candidate.entry


def _by(
    candidates: Sequence[Candidate], key: Callable[[Candidate], int]
) -> dict[int, list[Candidate]]:
    grouped: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        grouped[key(candidate)].append(candidate)
    return grouped


def _possible(candidates: Sequence[Candidate], joined: Sequence[Candidate]) -> Iterator[Candidate]:
    """The surest pairs of what is left over."""
    chains, entries = {c.chain for c in joined}, {c.entry for c in joined}
    told: Counter[int] = Counter()
    for candidate in sorted(candidates, key=_by_odds):
        left = candidate.chain not in chains and candidate.entry not in entries
        if left and candidate.weighed.sure >= _POSSIBLE and told[candidate.entry] < _MOST_POSSIBLE:
            told[candidate.entry] += 1
            yield candidate


def _by_odds(candidate: Candidate) -> tuple[float, int, int]:
    return -candidate.weighed.odds, candidate.chain, candidate.entry
