from dataclasses import replace
from math import log

import pytest

from matters_arising.corpus.held import Run, Runs, Tally
from matters_arising.index.word.paper import HALF_ABOUT, Subjects
from matters_arising.index.word.term import weigh_terms


def held(*papers):
    """A tally of papers told as (id, names, passages with the word, all its passages)."""
    runs, passages, first = [], [], 1
    for paper, names, matches, of in papers:
        runs.append(Run(first, of, paper, names))
        passages.extend(range(first, first + matches))
        first += of + 3  # another paper was removed in between
    return Tally(passages, Runs(runs))


def shares(term, *papers, of=20):
    subjects = Subjects([(term, held(*papers))], of)
    found = {paper: subjects.about(paper) for paper, *_ in papers}
    return {paper: max(about.values()) for paper, about in found.items() if about}


def test_passages_are_counted_by_the_paper_they_stand_in():
    tally = held(("a", "Letter", 2, 5), ("b", "Plan", 0, 4), ("c", "Minutes", 3, 3))
    assert [tally.count_in(paper) for paper in "abc"] == [2, 0, 3]
    assert tally.count_in("unknown") == 0
    assert tally.share_in("c") == 1.0


def test_a_word_that_stands_all_through_one_paper_is_its_subject():
    assert shares("harbour", ("a", "Letter", 30, 100))["a"] > 0.8


def test_a_word_that_stands_in_every_paper_is_no_papers_subject():
    assert shares("council", *((str(n), "Letter", 50, 100) for n in range(20))) == {}


def test_the_more_papers_have_a_word_the_less_it_tells_of_each():
    for having in (2, 10):
        papers = [(str(n), "Letter", 30, 100) for n in range(having)]
        told = (1 - log(having) / log(20)) * 0.3 / (0.3 + HALF_ABOUT)
        assert shares("harbour", *papers, ("z", "Plan", 0, 9)) == {
            paper: pytest.approx(told) for paper, *_ in papers
        }


def test_a_word_here_and_there_is_no_subject_unless_the_paper_is_called_by_it():
    assert shares("harbour", ("a", "Letter", 1, 500)) == {}
    called = ("a", "Inspection of Harbour School", 1, 500)
    assert shares("harbour", called) == {"a": pytest.approx(1.0)}


def test_one_paper_alone_has_nothing_to_be_told_from():
    assert shares("harbour", ("a", "Harbour", 9, 9), of=1) == {}


def test_what_its_paper_is_about_counts_as_held_by_a_passage():
    terms = weigh_terms(["harbour", "improve"], [5, 5], 100)
    about = replace(terms, about=Subjects([("harbour", held(("a", "Harbour", 5, 9)))], 20).about)
    assert about.coverage("What to improve") == pytest.approx(0.5)
    assert about.coverage("What to improve", paper="a") == pytest.approx(1.0)
    assert about.coverage("What to improve", paper="b") == pytest.approx(0.5)
