"""Joining what changed gives what joining everything anew would give, whatever the order."""

import random
from collections import defaultdict
from dataclasses import replace

import pytest

from benchmarks.plans.plan import build_plan
from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.layout import Report
from matters_arising.corpus.reading import Audit, Reading
from matters_arising.index.thread import joining
from matters_arising.index.thread.joining import link_actions, renew_threads


def readings_of(held):
    """The papers that list these actions, as they would be read."""
    by_paper = defaultdict(list)
    for one in held:
        by_paper[one.paper].append(replace(one.record, report=0))
    return [
        Reading(
            paper=paper,
            reports=(Report(None, paper.title, "report", None, None, None, (1, 1)),),
            sections=(),
            paragraphs=(),
            tables=(),
            actions=tuple(actions),
            measures=(),
            decisions=(),
            abbreviations=(),
            audit=Audit(0, 0, 0, 0),
        )
        for paper, actions in by_paper.items()
    ]


def plans():
    """Papers of three small plans."""
    listed = [build_plan(seed, actions=16, issues=4).listed for seed in (1, 2, 3)]
    return [paper for plan in listed for paper in readings_of(held for _, held in plan)]


@pytest.fixture(params=["sample", "plans"])
def papers(request, sample_library):
    if request.param == "plans":
        return plans()
    held = sample_library.catalogue.papers()
    return [sample_library.catalogue.reading(one.paper.id) for one in held]


@pytest.fixture
def catalogue(tmp_path):
    with Catalogue.open(tmp_path / "catalogue.db", create=True) as catalogue:
        yield catalogue


def assert_joined_as_if_anew(catalogue):
    actions = catalogue.actions()
    anew = link_actions(actions, abbreviations=catalogue.vocabulary().abbreviations)
    assert {a.id: a.thread for a in actions} == {t.action: t.thread for t in anew.threaded}
    assert set(catalogue.thread_links(a.id for a in actions)) == set(anew.links)
    assert set(catalogue.joined_series()) == set(anew.series)


@pytest.mark.parametrize("seed", range(2))
def test_papers_added_and_removed_one_by_one_are_joined_as_if_all_at_once(catalogue, papers, seed):
    chance = random.Random(seed)
    for reading in chance.sample(papers, len(papers)):
        catalogue.put(reading)
        if chance.random() < 0.4:
            catalogue.remove(chance.choice(catalogue.papers()).paper.id)
        renew_threads(catalogue)
        assert_joined_as_if_anew(catalogue)


def test_the_threads_have_the_same_names_whatever_the_order_of_adding(tmp_path, papers):
    found = []
    for seed in range(2):
        with Catalogue.open(tmp_path / f"{seed}.db", create=True) as catalogue:
            for reading in random.Random(seed).sample(papers, len(papers)):
                catalogue.put(reading)
                renew_threads(catalogue)
            found.append([(a.paper.id, a.record, a.thread) for a in catalogue.actions()])
    assert found[0] == found[1]


def test_a_series_that_a_paper_leaves_alone_is_not_joined_again(catalogue, monkeypatch):
    *others, last = plans()
    for reading in others:
        catalogue.put(reading)
    renew_threads(catalogue)
    joined = []
    join = joining._join
    monkeypatch.setattr(joining, "_join", lambda series: joined.append(series) or join(series))
    catalogue.put(last)
    renew_threads(catalogue)
    assert [last.paper.name in (issue.paper for issue in one.issues) for one in joined] == [True]


def test_a_paper_without_actions_leaves_all_threads_alone(catalogue, monkeypatch):
    first, second, *_ = plans()
    catalogue.put(first)
    renew_threads(catalogue)
    joined = []
    monkeypatch.setattr(joining, "link_actions", lambda actions, **known: joined.append(actions))
    catalogue.put(replace(second, actions=()))
    renew_threads(catalogue)
    assert joined == []
    assert joining.are_threads_current(catalogue)


def test_a_repair_joins_everything_anew(catalogue):
    for reading in plans():
        catalogue.put(reading)
    renew_threads(catalogue)
    spoilt = link_actions(catalogue.actions())
    catalogue.save_threads(
        replace(spoilt, threaded=tuple(replace(t, thread="spoilt") for t in spoilt.threaded))
    )
    renew_threads(catalogue)
    assert {action.thread for action in catalogue.actions()} == {"spoilt"}
    renew_threads(catalogue, anew=True)
    assert_joined_as_if_anew(catalogue)
