import numpy as np
import pytest

from matters_arising.corpus.held import Held
from matters_arising.corpus.paper import Paper, Place
from matters_arising.corpus.passage import Passage
from matters_arising.index.answer.citation import cite_evidence
from matters_arising.index.answer.draft import CITED, cite_further, join, stretch, within
from matters_arising.index.answer.evidence import Evidence
from matters_arising.index.search import Hit

UNLIKE = np.zeros((0, 0), np.float32)
PAPER = Paper("0" * 64, "plan", "Plan", "2024-03-14", "Harbour Committee", "plan", 1)


def evidence(sentence, text, *, kind="text", score=1.0, said=None):
    passage = Passage(kind, "", text, said or text, (Place(1, (0, 0, 9, 9)),))
    held = Held(hash(text), passage, PAPER, PAPER.date, PAPER.committee)
    return Evidence(sentence, Hit(held, score, UNLIKE, True, True), score)


def test_a_stretch_reads_on_from_the_sentence_as_far_as_the_words_go():
    text = "Lamps were lit. The pier was closed in March. It opened again in May."
    item = evidence("The pier was closed in March.", text)
    assert stretch(item, 20) == "The pier was closed in March. It opened again in May."
    assert stretch(item, 8) == "The pier was closed in March."


def test_the_words_that_open_a_list_are_read_on_into_it():
    item = evidence("The Committee agreed:", "The Committee agreed:\nto close the pier.")
    assert stretch(item, 20) == "The Committee agreed:\nto close the pier."


def test_of_a_row_of_short_cells_the_whole_row_is_told():
    item = evidence("Overall effectiveness", "Overall effectiveness\nGood", kind="row")
    assert stretch(item, 20) == "Overall effectiveness | Good"


def test_a_row_of_figures_is_told_with_the_headings_of_its_columns():
    said = "Measure: Lamps lit in time\nQ1: 78%\nQ2: 81%"
    item = evidence("81%", "Lamps lit in time\n78%\n81%", kind="row", said=said)
    assert stretch(item, 20) == "Measure: Lamps lit in time | Q1: 78% | Q2: 81%"


def test_a_list_may_take_more_words_than_what_stands_alone():
    lines = ("The board agreed:", *(f"to paint pier number {n} by March." for n in range(5)))
    item = evidence(lines[0], "\n".join(lines))
    assert stretch(item, 10).count("to paint") == 5


def test_a_long_row_is_told_by_the_cell_that_answers():
    row = "Close the pier.\n" + "word " * 30
    item = evidence("Close the pier.", row, kind="row")
    assert stretch(item, 20) == "Close the pier."


def test_what_answers_nearly_as_well_is_cited_after_what_was_quoted():
    best = evidence("Best.", "Best.", score=2.0)
    near = evidence("Near.", "Near.", score=1.6)
    far = evidence("Far.", "Far.", score=0.4)
    cited = cite_further([cite_evidence(best)], [best, near, far])
    assert [citation.quote for citation in cited] == ["Best.", "Near."]


def test_no_more_is_cited_than_people_look_at():
    ranked = [evidence(f"Said {n}.", f"Said {n}.") for n in range(CITED + 3)]
    assert len(cite_further([], ranked)) == CITED


def test_the_first_sentence_is_told_however_long_it_is():
    assert list(within(["a b c d", "e f", "g"], 3)) == ["a b c d"]


@pytest.mark.parametrize("sentence", ["Done.", "“Done.”", "Is it done?"])
def test_a_full_stop_is_put_only_where_there_is_none(sentence):
    assert join([sentence, "More"]) == f"{sentence} More."


@pytest.mark.parametrize("item", ["30/23 Lamps. Two were broken.", "HB 31/2023 Lamps were lit."])
def test_a_stretch_ends_where_the_minute_of_another_matter_begins(item):
    text = f"The pier was closed. It opened again. {item}"
    told = stretch(evidence("The pier was closed.", text), 50)
    assert told == "The pier was closed. It opened again."
