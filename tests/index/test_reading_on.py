import numpy as np
import pytest

from matters_arising.corpus.held import Held, Vocabulary
from matters_arising.corpus.paper import Paper, Place
from matters_arising.corpus.passage import Passage
from matters_arising.index.answer.about_passage import about_passages, read_on
from matters_arising.index.answer.evidence import Evidence
from matters_arising.index.answer.ranking import rank
from matters_arising.index.question.reading import read_question
from matters_arising.index.search import Hit
from matters_arising.index.word.term import weigh_terms

UNLIKE = np.zeros((0, 0), np.float32)
PAPER = Paper("0" * 64, "plan", "Plan", "2024-03-14", "Harbour Committee", "plan", 1)
NO_WORDS = Vocabulary(committees=(), owners=(), refs=(), abbreviations=())


def evidence(sentence, *, heading="", score=1.0):
    passage = Passage("text", heading, sentence, sentence, (Place(1, (0, 0, 9, 9)),))
    held = Held(hash(sentence), passage, PAPER, PAPER.date, PAPER.committee)
    return Evidence(sentence, Hit(held, 1.0, UNLIKE, True, True), score)


def first(question, *sentences, given=()):
    told = {(item.hit.held.id, item.text): 1.0 for item in given}
    return rank(read_question(question, NO_WORDS), sentences, told)[0].text


def test_what_tells_of_the_other_part_of_a_question_goes_before_what_says_the_same_again():
    terms = weigh_terms(["boats", "moored", "fee"], [5, 5, 5], 100)
    ranked = [
        evidence("Forty boats were moored.", score=2.0),
        evidence("Boats moored here were forty.", score=1.9),
        evidence("The fee is £20.", score=1.5),
    ]
    told = [item.text for _, item in read_on(ranked, terms, 70)]
    assert told[:2] == ["Forty boats were moored.", "The fee is £20."]


def test_what_answers_as_well_goes_before_what_only_adds_a_word():
    terms = weigh_terms(["boats", "moored", "harbour", "quay", "fee"], [5, 5, 5, 5, 60], 100)
    ranked = [
        evidence("Forty boats were moored at the harbour quay.", score=2.0),
        evidence("Boats moored at the harbour quay were forty.", score=1.9),
        evidence("The fee is £20.", score=1.5),
    ]
    told = [item.text for _, item in read_on(ranked, terms, 70)]
    assert told[1] == "Boats moored at the harbour quay were forty."


def test_whose_the_text_of_a_paper_is_answers_nothing():
    imprint = evidence("© Harbour Board 2024, all rights", score=1.5)
    assert first("harbour board", imprint, evidence("The board met in May.")) != imprint.text


def test_a_heading_that_asks_the_same_lifts_what_stands_under_it():
    under = evidence("More lamps on the pier.", heading="Report › What needs to improve?")
    beside = evidence("Improve means to better.", score=1.1)
    assert first("what does the pier need to improve, what needs work", beside, under) == under.text


@pytest.mark.parametrize(
    "unsound",
    [
        "P – Present A – Absent: the pier is there",
        "Why was the pier closed to boats again?",
        "the pier and the boats that came",
        "The pier is what the board spoke of:",
        "WHEREAS the pier is open to boats and the council has been asked;",
    ],
)
def test_what_is_no_sound_sentence_comes_after_one_that_is(unsound):
    sound = evidence("The pier is open to boats again.")
    assert first("pier boats", evidence(unsound), sound) == sound.text


@pytest.mark.parametrize(
    ("question", "answer", "other"),
    [
        ("what time did the meeting end", "It ended at 5.14 pm.", "It ended on 3 May 2024."),
        ("how often is the pier checked", "It is checked every 3 years.", "All 12 checked it."),
        ("when is the next visit", "It will be within 3 years.", "The visit went well that day."),
        ("how many hubs are planned", "We plan two more hubs.", "12 Hubs and piers are planned."),
    ],
)
def test_what_has_the_kind_of_fact_asked_for_comes_first(question, answer, other):
    assert first(question, evidence(other), evidence(answer)) == answer


def test_what_was_found_to_give_the_fact_comes_first_though_it_is_a_cell():
    cell = evidence("Time 11.15am")
    other = evidence("The board spoke of the meeting at length.", score=1.3)
    assert first("what time did the board begin", other, cell, given=[cell]) == cell.text


def test_of_two_dates_that_of_the_event_asked_for_comes_first():
    began = evidence("The course began on 3 May 2024.")
    planned = evidence("The course was planned on 3 May 2023.", score=1.2)
    assert first("when did the course start", planned, began) == began.text


def test_a_short_sentence_with_a_figure_is_no_heading():
    short = evidence("Attendance is 95.6%.")
    other = evidence("Governors spoke of attendance at 78% of the schools.", score=0.9)
    assert first("attendance", other, short) == short.text


def test_a_letter_of_a_list_breaks_no_sentence():
    item = evidence("a Ms Ash spoke of forty boats.")
    assert first("boats", evidence("of boats she spoke again.", score=1.0), item) == item.text


def test_what_happened_to_something_else_is_not_told_with_whether_it_did():
    terms = weigh_terms(["skippers", "handbook", "launched"], [9, 1, 5], 100)
    ranked = [
        evidence("Skippers wrote the handbook.", score=2.0),
        evidence("A new boat for skippers was launched.", score=1.9),
    ]
    question = read_question("has the skippers handbook been launched", NO_WORDS)
    told = about_passages(question, ranked, terms)
    assert "handbook" in told.text
    assert "boat" not in told.text
