from dataclasses import replace

import numpy as np

from matters_arising.corpus.held import Run, Runs, Tally
from matters_arising.corpus.paper import Paper
from matters_arising.index.answer.named import IS_ABOUT, Names, find_names
from matters_arising.index.question.reading import read_question
from matters_arising.index.search import Hit
from matters_arising.index.word import lexical

UNLIKE = np.zeros((0, 0), np.float32)


def _paper(library) -> Paper:
    return library.catalogue.papers()[0].paper


def test_names_are_the_words_with_a_capital_inside_a_question(sample_library):
    catalogue = sample_library.catalogue
    question = read_question("Is the hub in Cooper Street open by May", catalogue.vocabulary())
    assert [name for name, _ in find_names(question, catalogue, ()).papers] == ["cooper", "street"]


def test_a_name_typed_small_is_known_by_how_the_papers_print_it(sample_library):
    catalogue = sample_library.catalogue
    found = [match.passage for match in lexical.find(catalogue, "mill bank", limit=20)]
    hits = [Hit(held, 1.0, UNLIKE, True, False) for held in catalogue.passages(found)]
    question = read_question("how many children are at mill bank", catalogue.vocabulary())
    assert "mill" in [name for name, _ in find_names(question, catalogue, hits).papers]


def test_a_passage_without_the_name_speaks_of_it_only_in_a_paper_about_it(sample_library):
    paper = replace(_paper(sample_library), title="Annual report")
    runs = Runs([Run(1, 99, paper.id, paper.title)])
    few, many = (Tally(range(1, 1 + count), runs) for count in (1, IS_ABOUT))
    assert not Names((("ashby", few),)).are_meant(paper, frozenset({"plan"}))
    assert Names((("ashby", few),)).are_meant(paper, frozenset({"ashbi", "plan"}))
    assert Names((("ashby", many),)).are_meant(paper, frozenset({"plan"}))


def test_a_name_in_the_title_is_meant_throughout(sample_library):
    paper = replace(_paper(sample_library), title="Inspection of Ashby")
    assert Names((("ashby", Tally((), Runs(()))),)).are_meant(paper, frozenset())


def test_one_of_several_is_told_by_its_number(sample_library):
    catalogue = sample_library.catalogue
    question = read_question("who built the third depot", catalogue.vocabulary())
    names = find_names(question, catalogue, ())
    paper = _paper(sample_library)
    assert names.are_meant(paper, frozenset({"third", "depot"}))
    assert names.are_meant(paper, frozenset({"3", "rd", "depot"}))
    assert not names.are_meant(paper, frozenset({"two", "depot"}))
