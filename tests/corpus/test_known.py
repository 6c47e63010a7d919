"""Papers are read from the catalogue once, and are never those of before."""

import gc
import weakref

import pytest
from examples import action, paper, reading

from matters_arising.corpus.catalogue import known
from matters_arising.corpus.catalogue.pause import collector_paused


class Node:
    """Something that can lead to itself."""


def titles(catalogue):
    return [held.paper.title for held in catalogue.actions()]


def test_a_paper_read_anew_is_told_as_it_is_now(catalogue):
    catalogue.put(reading(paper(title="Draft"), actions=(action(),)))
    assert titles(catalogue) == ["Draft"]
    catalogue.put(reading(paper(title="Final"), actions=(action(),)))
    assert titles(catalogue) == ["Final"]


def test_lines_of_one_paper_share_it(catalogue):
    catalogue.put(reading(actions=(action("A"), action("B"))))
    one, other = catalogue.actions()
    assert one.paper is other.paper
    assert catalogue.actions()[0].paper is one.paper


def test_however_few_papers_are_kept_each_line_has_its_own(catalogue, monkeypatch):
    monkeypatch.setattr(known, "PAPERS_KEPT", 1)
    names = ["a", "b", "c"]
    for name in names:
        catalogue.put(reading(paper(name), actions=(action(),)))
    for _ in range(2):
        assert [held.paper.name for held in catalogue.actions()] == names


def test_the_collector_does_not_look_through_what_was_made_at_once():
    with collector_paused():
        made = [[number] for number in range(10 * gc.get_threshold()[0])]
    assert gc.get_count()[0] < len(made) // 2
    assert not gc.get_freeze_count()


def test_garbage_that_was_made_meanwhile_is_still_found():
    with collector_paused():
        in_a_circle = Node()
        in_a_circle.next = in_a_circle
        told = weakref.ref(in_a_circle)
        del in_a_circle
    assert told() is not None
    gc.collect()
    assert told() is None


def test_what_somebody_froze_stays_frozen():
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with collector_paused():
            pass
        assert gc.get_freeze_count() > frozen / 2  # some may have died meanwhile
    finally:
        gc.unfreeze()


def test_the_collector_goes_on_though_making_records_failed():
    assert gc.isenabled()
    with pytest.raises(KeyError), collector_paused():
        assert not gc.isenabled()
        raise KeyError
    assert gc.isenabled()
