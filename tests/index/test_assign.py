"""The best assignment of pairs, and how much of it can be seen without solving anything."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from matters_arising.index.thread.assign import Edge, assign, part_sure


def gain(edges):
    return sum(edge.gain for edge in edges)


def best_gain(edges):
    """The most that any set of edges gains in which no end comes twice, all of them tried."""
    return max(
        gain(some)
        for count in range(len(edges) + 1)
        for some in combinations(edges, count)
        if len({e.left for e in some}) == len({e.right for e in some}) == count
    )


@st.composite
def graphs(draw):
    ends = st.tuples(st.integers(0, 3), st.integers(0, 3))
    pairs = draw(st.lists(ends, unique=True, max_size=9))
    return [Edge(*pair, draw(st.integers(1, 9)) / 2) for pair in pairs]


@given(graphs())
def test_the_edges_gain_the_most_and_no_end_comes_twice(edges):
    chosen = assign(edges, 4)
    assert len({e.left for e in chosen}) == len({e.right for e in chosen}) == len(chosen)
    assert gain(chosen) == best_gain(edges)


@given(graphs())
def test_what_is_sure_stands_in_the_best_assignment(edges):
    sure, left_over = part_sure(edges)
    assert gain(sure) + best_gain(left_over) == best_gain(edges)
    assert set(sure) <= set(assign(edges, 4))


def test_two_fair_pairs_go_before_one_good_pair_that_bars_them():
    fair, good, other = Edge(0, 0, 2.0), Edge(0, 1, 3.0), Edge(1, 1, 2.0)
    assert assign([fair, good, other], 2) == (fair, other)


def test_pairs_without_a_close_rival_are_sure_and_free_those_behind_them():
    clear, rival, freed = Edge(0, 0, 9.0), Edge(1, 0, 2.0), Edge(1, 1, 1.0)
    assert part_sure([clear, rival, freed]) == ([clear, freed], [])


def test_no_edges_give_none():
    assert assign([], 3) == ()
