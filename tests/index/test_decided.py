"""An answer of what was decided."""

import numpy as np

from matters_arising.corpus.held import Held, Vocabulary
from matters_arising.corpus.paper import Paper, Place
from matters_arising.corpus.passage import Passage
from matters_arising.corpus.record import Decision
from matters_arising.index.answer.about_decision import about_decisions
from matters_arising.index.answer.evidence import Evidence
from matters_arising.index.question.reading import read_question
from matters_arising.index.search import Hit

PAPER = Paper("0" * 64, "minutes", "Minutes", "2024-03-14", "Harbour Board", "minutes", 1)
PLACES = (Place(1, (0, 0, 9, 9)),)


def held(number, record):
    return Held(number, record, PAPER, PAPER.date, PAPER.committee)


def said(sentence, score):
    passage = Passage("text", "", sentence, sentence, PLACES)
    hit = Hit(held(hash(sentence), passage), 1.0, np.zeros((0, 0), np.float32), True, True)
    return Evidence(sentence, hit, score)


def answer(*evidence):
    decision = Decision(PAPER.date, "Harbour Board", "4", "resolved", "to close the pier", PLACES)
    question = read_question("what was decided about the pier", Vocabulary((), (), (), ()))
    return about_decisions(question, [held(1, decision)], evidence).text


def test_what_was_decided_is_not_said_again_by_the_sentence_it_stands_in():
    again = said("The Board resolved to close the pier.", 2.0)
    text = answer(again, said("The lamps were lit by the clerk.", 1.5))
    assert text.endswith("resolved: “to close the pier” (14 March 2024, page 1).")


def test_what_the_same_report_says_besides_is_told_after_it():
    assert "The pier had rotted." in answer(said("The pier had rotted.", 2.0))
