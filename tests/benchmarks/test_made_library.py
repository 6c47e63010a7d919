"""Large libraries: made of a real one, alike to it, and the same for the same seed."""

from collections import defaultdict
from statistics import median

import numpy as np
import pytest

from benchmarks.ask.contest import HALF
from benchmarks.library.make import make_library, perturb_vectors
from benchmarks.library.source import read_source
from matters_arising.index.encoder.maxsim import unit
from matters_arising.index.thread.joining import link_actions
from matters_arising.library import Library

PAPERS, A_PAPER = 20, 30


@pytest.fixture(scope="module")
def source(sample_folder):
    return read_source(sample_folder)


@pytest.fixture(scope="module")
def made(source, tmp_path_factory):
    folder = tmp_path_factory.mktemp("large")
    make_library(folder, papers=PAPERS, passages_a_paper=A_PAPER, source=source)
    with Library.open(folder) as library:
        yield library


def test_it_holds_as_many_papers_and_passages_as_asked(made):
    assert len(made.papers()) == PAPERS
    assert made.catalogue.count_passages() == PAPERS * A_PAPER


def test_every_passage_can_be_searched_and_only_threads_are_left_to_join(made):
    assert list(made.catalogue.passages_without_vectors()) == []
    assert [finding.problem for finding in made.doctor()] == [
        "The actions are not joined through the papers now held."
    ]
    assert made.search("care leavers")


def test_the_filter_of_the_benchmark_keeps_half(made):
    assert len(made.catalogue.allowed_passages(HALF)) == PAPERS * A_PAPER / 2


def test_records_of_every_kind_stand_where_their_passages_do(made):
    assert made.actions() and made.measures() and made.decisions()
    reading = made.catalogue.reading(made.papers()[0].id)
    rows = [p for p in reading.passages if p.kind == "row" and p.record is not None]
    assert all(reading.actions[row.record].places == row.places for row in rows)


def long_texts(made, papers):
    return [
        passage.search_text
        for paper in papers
        for passage in made.catalogue.reading(paper.id).passages
        if len(passage.search_text.split()) > 20
    ]


def test_texts_differ_from_what_they_are_made_of_and_from_plan_to_plan(made, source):
    texts = {origin.passage.search_text for origin in source.origins}
    papers = sorted(made.papers(), key=lambda paper: paper.paper)
    one, other = (set(long_texts(made, plan)) for plan in (papers[:10], papers[10:]))
    assert one and other
    assert not texts & (one | other)
    assert not one & other


def test_the_issues_of_a_plan_list_the_same_actions(made):
    actions = {action.id: action.paper.name for action in made.catalogue.actions()}
    threads = defaultdict(set)
    for one in link_actions(made.catalogue.actions()).threaded:
        threads[one.thread].add(actions[one.action])
    assert median(map(len, threads.values())) >= 8
    plans = [{int(name[-6:]) // 10 for name in papers} for papers in threads.values()]
    assert all(len(plan) == 1 for plan in plans)


def test_the_same_seed_makes_the_same_library(made, source, tmp_path):
    make_library(tmp_path, papers=2, passages_a_paper=A_PAPER, source=source)
    with Library.open(tmp_path) as again:
        for paper in again.papers():
            assert again.catalogue.reading(paper.id) == made.catalogue.reading(paper.id)


def test_perturbed_vectors_are_near_their_own_and_of_unit_length():
    rng = np.random.default_rng(1)
    given = unit(rng.standard_normal((200, 384), np.float32))
    found = perturb_vectors(given, rng)
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    likeness = (given * found).sum(axis=1)
    assert (likeness > 0.7).all()
    assert likeness.max() < 0.999
