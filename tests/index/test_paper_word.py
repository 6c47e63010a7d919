from dataclasses import replace

import pytest

from matters_arising.corpus.held import PaperMatches
from matters_arising.index.word.paper import find_papers
from matters_arising.index.word.term import weigh_terms


def shares(term, *counts, papers=20):
    return {
        paper: max(about.values()) for paper, about in find_papers([(term, counts)], papers).items()
    }


def test_a_word_that_stands_all_through_one_paper_is_its_subject():
    assert shares("harbour", PaperMatches("a", "Letter", 30, 100))["a"] > 0.8


def test_a_word_that_stands_in_every_paper_is_no_papers_subject():
    counts = [PaperMatches(str(n), "Letter", 50, 100) for n in range(20)]
    assert shares("council", *counts) == {}


def test_a_word_here_and_there_is_no_subject_unless_the_paper_is_called_by_it():
    assert shares("harbour", PaperMatches("a", "Letter", 1, 500)) == {}
    called = PaperMatches("a", "Inspection of Harbour School", 1, 500)
    assert shares("harbour", called) == {"a": pytest.approx(1.0)}


def test_one_paper_alone_has_nothing_to_be_told_from():
    assert shares("harbour", PaperMatches("a", "Harbour", 9, 9), papers=1) == {}


def test_what_its_paper_is_about_counts_as_held_by_a_passage():
    terms = weigh_terms(["harbour", "improve"], [5, 5], 100)
    papers = find_papers([("harbour", [PaperMatches("a", "Harbour", 5, 9)])], 20)
    about = replace(terms, papers=papers)
    assert about.coverage("What to improve") == pytest.approx(0.5)
    assert about.coverage("What to improve", paper="a") == pytest.approx(1.0)
    assert about.coverage("What to improve", paper="b") == pytest.approx(0.5)
